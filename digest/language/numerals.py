"""Which words of a language are numbers."""

from __future__ import annotations

from functools import cache

from digest.language import subject
from digest.language.terms import stem

GROUPS = ("ones", "tens", "numbers", "scales", "vague", "fractions", "glyphs", "multiples")


@cache
def number_words(language: str) -> frozenset[str]:
    """The words of a language that say a number, in lower case: "seven", "million", "half", "doubled"."""
    figures = subject(language, "figures")
    return frozenset(str(word).lower() for group in GROUPS for word in figures.get(group, ()) if " " not in str(word))


@cache
def number_stems(language: str) -> frozenset[str]:
    """The stems of the words that say a number."""
    return frozenset(stem(word, language=language) for word in number_words(language))
