"""Say whether a sentence may stand in a summary, and whether it can be understood without the one before it."""

from __future__ import annotations

from functools import cache

from digest.language import subject
from digest.language.terms import words

SHORTEST, LONGEST = 6, 70  # words
ENDS = (".", "!", '."', ".”", ".'", ".’", '!"', "!”", '".', "”.", "’.", "'.", ".)", '."', "…")
PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ("„", "“"))


def is_usable(text: str, *, language: str = "en") -> bool:
    """Whether a sentence is a whole statement: not a question, a caption, a fragment or half a quotation."""
    length = sum(1 for _ in words(text))
    return (
        SHORTEST <= length <= LONGEST
        and text.endswith(ENDS)
        and is_balanced(text)
        and not text.isupper()
        and not any(mark in text.lower() for mark in _captions(language))
    )


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes."""
    return (
        text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
        and text.count("«") == text.count("»")
    )


def leaning(text: str, *, language: str = "en") -> str | None:
    """How a sentence leans on the one before it: "pronoun", "connective", the noun it points back with, or None."""
    start = " ".join(word.text.lower() for _, word in zip(range(4), words(text), strict=False))
    first, _, rest = start.partition(" ")
    data = subject(language, "summarize")
    if first in data["leaning"]["pronouns"]:
        return "pronoun"
    if any(f"{start} ".startswith(f"{phrase} ") for phrase in data["leaning"]["connectives"]):
        return "connective"
    if first == "the" and rest:
        for noun in rest.split(" ")[:3]:
            if noun in data["pointing"]:
                return noun
    return None


@cache
def _captions(language: str) -> tuple[str, ...]:
    return tuple(subject(language, "summarize")["captions"])
