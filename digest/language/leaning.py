"""Say whether a sentence can be understood without the one before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from digest.language import subject
from digest.language.terms import words

QUOTED = re.compile(r"[”“»«\"],? (\w+)(?: (\w+))?")  # “We will stay,” he said; “We will stay,” said she
OPENING = 9  # words in which a sentence shows that it leans on another


class Lean(NamedTuple):
    """How a sentence leans: `word` is what points back; any of `triggers` (stems' beginnings) introduces the thing.

    With no trigger only the very sentence before it can carry it.
    """

    word: str
    triggers: tuple[str, ...] = ()


def leaning(text: str, *, language: str = "en") -> Lean | None:
    """How a sentence leans on what stands before it ("He …", "The meeting …"), or None where it stands alone."""
    start = [word.text.lower() for _, word in zip(range(OPENING), words(text), strict=False)]
    data = subject(language, "summarize")
    return _opening(start, data) or _pointing(start, data) or _speaking(text, data) or _voice(text, data)


def _opening(start: list[str], data: Mapping[str, Any]) -> Lean | None:
    """A pronoun or a connective at the start, or "also" or "these" soon after it."""
    if start and start[0] in data["leaning"]["pronouns"]:
        return Lean(start[0])
    opening = " ".join(start) + " "
    for phrase in data["leaning"]["connectives"]:
        if opening.startswith(f"{phrase} "):
            return Lean(str(phrase))
    for word in (data["leaning"]["adding"], *data["leaning"]["demonstratives"]):
        if word in start[1:]:
            return Lean(str(word))
    return None


def _pointing(start: list[str], data: Mapping[str, Any]) -> Lean | None:
    """A definite noun that points back: "The meeting", "According to the statement"."""
    article = next((at for at, word in enumerate(start[:3]) if word in data["articles"]), None)
    if article is not None:
        noun = article + 1
        for word in start[noun : noun + 3]:
            if word in data["pointing"]:
                return Lean(word, tuple(data["pointing"][word]))
    return None


def _speaking(text: str, data: Mapping[str, Any]) -> Lean | None:
    """A pronoun for the speaker right after a quotation."""
    for quoted in QUOTED.finditer(text):
        for word in quoted.group(1, 2):
            if word and word.lower() in data["leaning"]["speaking"]:
                return Lean(word.lower())
    return None


def _voice(text: str, data: Mapping[str, Any]) -> Lean | None:
    """Words of somebody whom the sentence does not name: a quotation with nothing around it, or "I" outside of one."""
    outside = [word.text for part in _unquoted(text) for word in words(part)]
    if not outside and text:
        return Lean("quotation")
    plain = (word.lower().replace("’", "'") for word in outside)
    return next((Lean(word) for word in plain if word in data["leaning"]["voice"]), None)


def _unquoted(text: str) -> list[str]:
    """The parts of a sentence that stand outside double quotation marks."""
    return [part for number, part in enumerate(re.split(r"[„“”«»\"]", text)) if number % 2 == 0]
