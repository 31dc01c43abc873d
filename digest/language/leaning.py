"""Say whether a sentence can be understood without the one before it."""

from __future__ import annotations

from typing import NamedTuple

from digest.language import subject
from digest.language.terms import words

OPENING = 6  # words in which a sentence shows that it leans on another


class Lean(NamedTuple):
    """How a sentence leans: `word` is what points back; any of `triggers` (stems' beginnings) introduces the thing.

    With no trigger only the very sentence before it can carry it.
    """

    word: str
    triggers: tuple[str, ...] = ()


def leaning(text: str, *, language: str = "en") -> Lean | None:
    """How a sentence leans on what stands before it ("He …", "The meeting …"), or None where it stands alone."""
    start = [word.text.lower() for _, word in zip(range(OPENING), words(text), strict=False)]
    if not start:
        return None
    data = subject(language, "summarize")
    if start[0] in data["leaning"]["pronouns"]:
        return Lean(start[0])
    opening = " ".join(start) + " "
    for phrase in data["leaning"]["connectives"]:
        if opening.startswith(f"{phrase} "):
            return Lean(str(phrase))
    if "the" in start[:3]:
        noun = start.index("the") + 1
        for word in start[noun : noun + 3]:
            if word in data["pointing"]:
                return Lean(word, tuple(data["pointing"][word]))
    if data["leaning"]["adding"] in start[1:]:
        return Lean(str(data["leaning"]["adding"]))
    return None
