"""Compare the articles of a story: what agrees, what differs, and what only one of them has."""

from digest.compare.amounts import same_value
from digest.compare.compare import compare
from digest.compare.everybody import resolve_people
from digest.compare.subjects import find_subjects

__all__ = ["compare", "find_subjects", "resolve_people", "same_value"]
