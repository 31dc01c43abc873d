"""Say whether a text denies or doubts something, by the words that do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from digest.language import subject
from digest.language.remembered import of_sentences
from digest.language.terms import low_words


@cache
def denials(language: str) -> frozenset[str]:
    """The words by which a sentence denies or doubts something, in lower case: "not", "never", "denied"."""
    return doubts(language).union(map(str, subject(language, "compare")["denials"]))


@cache
def doubts(language: str) -> frozenset[str]:
    """Those by which somebody doubts what others say: "disputed"."""
    return frozenset(map(str, subject(language, "compare").get("doubts", ())))


def casts_doubt(text: str, *, language: str = "en") -> bool:
    """Whether a text tells that somebody doubts something: "He questioned reports of a leak"."""
    return not doubts(language).isdisjoint(low_words(text))


def denies(text: str, *, language: str = "en") -> bool:
    """Whether a text denies or doubts something."""
    return _denies(language)[text]


@cache
def _denies(language: str) -> Mapping[str, bool]:
    return of_sentences(lambda text: _has_denial(text, language))


def _has_denial(text: str, language: str) -> bool:
    known = denials(language)
    found = low_words(text)
    if not known.isdisjoint(found):
        return True
    return "not" in known and ("'" in text or "’" in text) and any(word.endswith("n't") for word in found)


def denials_in(text: str, *, language: str) -> frozenset[str]:
    """The denials that stand in a text; "hasn't" is a "not"."""
    found = set(low_words(text))
    if any(word.endswith("n't") for word in found):
        found.add("not")
    return denials(language) & found
