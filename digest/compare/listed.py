"""Take the members of a list for one thing: "lamps, ropes, maps and tents" in two sentences makes no fact of four."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from digest.language.terms import stem, words

LIST = re.compile(r"[\w-]+(?:, [\w-]+)+,? [a-z]{1,3} [\w-]+")  # "lesbian, gay and bisexual"


def is_one_list(terms: AbstractSet[str], texts: Iterable[str], *, language: str) -> bool:
    """Whether words in common are nothing but the members of a list, which every sentence has."""
    return len(terms) > 1 and all(terms <= _listed(text, language) for text in texts)


@lru_cache(maxsize=1 << 12)  # a sentence stands in many pairs
def _listed(text: str, language: str) -> frozenset[str]:
    """The stems of the words that stand in lists."""
    found = (word.text for run in LIST.findall(text) for word in words(run))
    return frozenset(stem(word, language=language) for word in found)
