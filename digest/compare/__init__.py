"""Compare the articles of a story: what agrees, what differs, and what only one of them has."""

from digest.compare.compare import compare
from digest.compare.figures import same_value

__all__ = ["compare", "same_value"]
