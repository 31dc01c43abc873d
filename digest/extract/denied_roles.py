"""See where a sentence only tells what somebody was wrongly, or before now, said to be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from digest.language import subject


def tells_what_was_thought(words: Sequence[str], language: str) -> bool:
    """Whether words report what was held for true before: "had *previously identified* her as Ann Ito, a clerk"."""
    before, verbs = _words(language)
    return not before.isdisjoint(words) and any(one in before and then in verbs for one, then in pairwise(words))


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    titles = subject(language, "titles")
    return frozenset(titles.get("thought_before", ())), frozenset(titles.get("identifying", ()))
