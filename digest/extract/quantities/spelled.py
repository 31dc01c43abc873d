"""Read numbers written in words: "twenty-five", "two hundred and fifty thousand", "half a million", "two dozen"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from digest.extract.quantities.lexicon import Lexicon
from digest.extract.quantities.words import Word, glued, low

LONGEST = 16  # words of one number
HALF = 6  # words and hyphens of "-and-a-half"


class Spelled(NamedTuple):
    """The value, the largest scale word in it (1 for none), and the word after it."""

    value: Decimal
    scale: int
    after: int


def spelled(found: Sequence[Word], at: int, lex: Lexicon) -> Spelled | None:
    """Read the number in words that starts at a word, or None."""
    after, current = _opening(found, at, lex)
    total, largest, seen = Decimal(0), 1, ""
    for _ in range(LONGEST):
        name = low(found, after)
        if name in lex.tens and seen not in ("ten", "unit"):
            current, seen = current + lex.tens[name], "ten"
        elif name in lex.small and (seen in ("", "scale") or (seen == "ten" and lex.small[name] < 10)):
            current, seen = current + lex.small[name], "unit"
        elif name in lex.scales and (after > at or name in ("hundred", "thousand", "million", "billion")):
            scale = lex.scales[name]
            largest = max(largest, scale)
            if scale < 1000:
                current = (current or Decimal(1)) * scale
            else:
                total, current = total + (current or Decimal(1)) * scale, Decimal(0)
            seen = "scale"
        elif not (seen and _joins(found, after, lex, seen)):
            break
        after += 1
    if not seen:
        return None
    return _and_a_half(found, after, lex, total + current, largest)


def _opening(found: Sequence[Word], at: int, lex: Lexicon) -> tuple[int, Decimal]:
    """Step over "a", "half", "half a" in front of a scale word; return what they are worth."""
    first, step = low(found, at), at + 1
    if first == "half" and low(found, step) in ("a", "an", "-"):
        step += 1
    if first in ("a", "an", "half") and low(found, step) in lex.scales:
        return step, Decimal("0.5") if first == "half" else Decimal(1)
    return at, Decimal(0)


def _joins(found: Sequence[Word], at: int, lex: Lexicon, seen: str) -> bool:
    """Whether "and" or a hyphen inside a number goes on to another number word."""
    following = low(found, at + 1)
    if low(found, at) == "and":
        return seen == "scale" and (following in lex.small or following in lex.tens)
    if low(found, at) != "-" or not glued(found, at):
        return False
    return (seen == "ten" and following in lex.small) or following in lex.scales


def _and_a_half(found: Sequence[Word], at: int, lex: Lexicon, value: Decimal, scale: int) -> Spelled:
    """Add the half of "two and a half" or "two-and-a-half", and the scale behind it."""
    places = [place for place in range(at, min(at + HALF, len(found))) if found[place].text != "-"][:3]
    if [found[place].low for place in places] != ["and", "a", "half"]:
        return Spelled(value, scale, at)
    value, at = value + Decimal("0.5"), places[-1] + 1
    if low(found, at) in lex.scales:
        return Spelled(value * lex.scales[found[at].low], lex.scales[found[at].low], at + 1)
    return Spelled(value, scale, at)
