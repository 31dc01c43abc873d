"""Compare how two names are written, letter by letter."""

from __future__ import annotations

VOWELS = "aeiou"


def other_letters(one: str, other: str) -> tuple[str, str] | None:
    """The letters at the one place at which two words of one length differ: "Holm", "Helm" -> "o", "e"."""
    if len(one) != len(other):
        return None
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return apart[0] if len(apart) == 1 else None


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter changed, added or dropped makes the one the other; or none need be."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return one == other or other_letters(one, other) is not None
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return len(long) - len(short) == 1 and short[same:] == long[same + 1 :]
