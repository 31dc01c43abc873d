"""Compare the articles of a story: what agrees, what differs, and what only one of them has."""

from digest.compare.compare import compare

__all__ = ["compare"]
