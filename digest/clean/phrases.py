"""Look for many phrases at once: one pattern in which phrases that begin alike share their beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby


def any_of(phrases: Iterable[str]) -> str:
    """The pattern of any of the phrases: it finds the longest that fits, and only where a word ends.

    ["read", "read more"] finds "read more" in "read more here", "read" in "read it", and nothing in "reader".
    """
    return _branch(sorted(set(phrases)))


def _branch(sorted_phrases: Sequence[str]) -> str:
    """Match one of the phrases: what they share first, and where one of them is over, that one last."""
    return f"(?:{'|'.join(_alternatives(sorted_phrases))})" if sorted_phrases else "(?!)"


def _alternatives(sorted_phrases: Sequence[str]) -> Iterator[str]:
    for _, group in groupby(sorted_phrases, key=lambda phrase: phrase[0]):
        alike = list(group)
        shared = _shared(alike[0], alike[-1])
        longer = [phrase[len(shared) :] for phrase in alike if phrase != shared]
        end = [r"(?!\w)" if shared[-1].isalnum() else ""] if shared in alike else []
        rest = "|".join([*_alternatives(longer), *end])
        yield re.escape(shared) + (f"(?:{rest})" if longer else rest)


def _shared(first: str, last: str) -> str:
    """What two phrases begin with; of a sorted list's first and last, what all between begin with, too."""
    length = 0
    for one, other in zip(first, last, strict=False):
        if one != other:
            break
        length += 1
    return first[:length]
