"""Which words of a language are numbers."""

from __future__ import annotations

from functools import cache

from digest.language import subject

GROUPS = ("ones", "tens", "numbers", "scales", "vague", "fractions", "glyphs", "multiples")


@cache
def number_words(language: str) -> frozenset[str]:
    """The words of a language that say a number, in lower case: "seven", "million", "half", "doubled"."""
    figures = subject(language, "figures")
    return frozenset(str(word).lower() for group in GROUPS for word in figures.get(group, ()) if " " not in str(word))
