"""Compare the articles of a story: what agrees, what differs, and what only one of them has."""

from digest.compare.amounts import same_value
from digest.compare.compare import compare

__all__ = ["compare", "same_value"]
