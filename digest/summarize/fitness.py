"""Say whether a sentence may stand in a summary: a whole statement, no question, no caption."""

from __future__ import annotations

from functools import cache

from digest.language import subject
from digest.language.terms import words

SHORTEST, LONGEST = 6, 70  # words
CLOSERS = "\"”’')]»"
BRACKETS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def is_usable(text: str, *, language: str = "en") -> bool:
    """Whether a sentence is a whole statement: not a question, a caption, a fragment or half a quotation."""
    length = sum(1 for _, _ in zip(range(LONGEST + 1), words(text), strict=False))
    return (
        SHORTEST <= length <= LONGEST
        and text.rstrip(CLOSERS).endswith((".", "!", "…"))
        and not text.startswith(("(", "[", "*", "•"))
        and is_balanced(text)
        and any(letter.islower() for letter in text)
        and not any(mark in text.lower() for mark in _captions(language))
    )


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens in a text also closes in it."""
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in BRACKETS)


@cache
def _captions(language: str) -> tuple[str, ...]:
    return tuple(subject(language, "summarize")["captions"])
