"""Tell whether two sentences are one sentence, taken over word for word: then they are no two reports of a fact.

What stands in quotation marks does not count: two reporters who heard the same words print the same words.
"""

from __future__ import annotations

from functools import lru_cache

from digest.language.quoting import QUOTED
from digest.language.terms import in_rows, low_words, plain_words

RUN = 4  # words
LEAST = 10  # words outside quotation marks below which sentences may be alike by chance …
WHOLE = 5  # … unless they have so many, and are the same from the first word to the last
COPIED = 0.8  # the part of both sentences' runs of words that the other has, too


def same_words(one: str, other: str) -> bool:
    """Whether two sentences are the same, up to a few words.

    "The bridge will be closed until the end of May, the county said on Friday." and "The bridge will be closed until
    the end of May, the county announced on Friday." -> True
    """
    first, second = _runs(one), _runs(other)
    if not first or not second:
        return _is_one(one, other)
    common = len(first & second)
    return common >= COPIED * max(len(first), len(second)) - 1 and common > 0


def _is_one(one: str, other: str) -> bool:
    """Whether two sentences have all words in common, those in quotation marks, too, and enough of them outside."""
    return low_words(one) == low_words(other) and len(plain_words(QUOTED.sub(" ", one))) >= WHOLE


@lru_cache(maxsize=1 << 12)  # a sentence is held against several others
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    plain = [word.lower() for word in plain_words(QUOTED.sub(" ", text))]
    if len(plain) < LEAST:
        return frozenset()
    return frozenset(in_rows(plain, RUN))
