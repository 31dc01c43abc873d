"""Say whether a sentence may stand in a summary, and whether it can be understood without the one before it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from digest.language import subject
from digest.language.terms import words

SHORTEST, LONGEST = 6, 70  # words
CLOSERS = "\"”’')]»"
BRACKETS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
OPENING = 6  # words in which a sentence shows that it leans on another


class Lean(NamedTuple):
    """How a sentence leans: `word` is what points back; any of `triggers` (stems' beginnings) introduces the thing.

    With no trigger only the very sentence before it can carry it.
    """

    word: str
    triggers: tuple[str, ...] = ()


def is_usable(text: str, *, language: str = "en") -> bool:
    """Whether a sentence is a whole statement: not a question, a caption, a fragment or half a quotation."""
    length = sum(1 for _, _ in zip(range(LONGEST + 1), words(text), strict=False))
    return (
        SHORTEST <= length <= LONGEST
        and text.rstrip(CLOSERS).endswith((".", "!", "…", ",")) is True
        and not text.endswith(",")
        and is_balanced(text)
        and any(letter.islower() for letter in text)
        and not any(mark in text.lower() for mark in _captions(language))
    )


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens in a text also closes in it."""
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in BRACKETS)


def leaning(text: str, *, language: str = "en") -> Lean | None:
    """How a sentence leans on what stands before it, or None where it can be understood alone."""
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
    if data["leaning"]["adding"] in start[1:OPENING]:
        return Lean(str(data["leaning"]["adding"]))
    return None


@cache
def _captions(language: str) -> tuple[str, ...]:
    return tuple(subject(language, "summarize")["captions"])
