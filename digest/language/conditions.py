"""Say whether a sentence tells what might be, under a condition: "If the ice holds, the race could start"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from digest.language import subject
from digest.language.terms import low_words


def might_be(text: str, *, language: str = "en") -> bool:
    """Whether a sentence has both an "if" and a "may", or opens with an "if": "If it snows, the race is off"."""
    low = low_words(text)
    opens = bool(low) and low[0] in _words(language)[0]
    return has_condition(text, language=language) and (opens or not _modal(language).isdisjoint(low))


def has_condition(text: str, *, language: str = "en") -> bool:
    """Whether a sentence has an "if" that is none of "asked if", "as if" or "even if"."""
    begins, no_condition = _words(language)
    return any(word in begins and before not in no_condition for before, word in pairwise(["", *low_words(text)]))


def leaves_undecided(text: str, *, language: str = "en") -> bool:
    """Whether a sentence tells that something is open: "whether she stays or leaves"."""
    return not _undecided(language).isdisjoint(low_words(text))


@cache
def _undecided(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "compare").get("conditions", {}).get("undecided", ())))


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    found = subject(language, "compare").get("conditions", {})
    begins, behind = (frozenset(map(str, found.get(key, ()))) for key in ("begin", "not_behind"))
    return begins, behind


@cache
def _modal(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "compare").get("dates", {}).get("modal", ())))
