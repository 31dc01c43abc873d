"""See where a sentence tells what somebody was wrongly, or before now, said to be, or is no more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from digest.language import subject


def tells_what_was_thought(words: Sequence[str], language: str) -> bool:
    """Whether words report what was held for true before: "had *previously identified* her as Ann Ito, a clerk"."""
    before, verbs = _words(language)
    return not before.isdisjoint(words) and any(one in before and then in verbs for one, then in pairwise(words))


def tells_of_an_end(before: Sequence[str], head: str, language: str) -> bool:
    """Whether the words before a role tell that it is over: "the *ouster of* President Ito", "*toppled* President Ito".

    The death of somebody ends an office alone: a clerk who died is called so still.
    """
    ending, dying, offices, links, small = _ends(language)
    words = [word.lower() for word in before]
    if words and words[-1] in small:
        words.pop()
    if len(words) > 1 and words[-1] in links:
        return words[-2] in ending or (words[-2] in dying and head in offices)
    return bool(words) and words[-1] in ending


@cache
def _ends(language: str) -> tuple[frozenset[str], ...]:
    told = subject(language, "titles").get("ends_of_office", {})
    return tuple(frozenset(told.get(key, ())) for key in ("ending", "dying", "offices", "links", "small"))


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    titles = subject(language, "titles")
    return frozenset(titles.get("thought_before", ())), frozenset(titles.get("identifying", ()))
