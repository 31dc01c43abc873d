"""Read an ordinal that ranks: "ranks **14th** in the world", "came **second**", "the **third**-largest port"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from digest.extract.quantities.lexicon import Lexicon
from digest.extract.quantities.numbers import Number
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.units import Unit
from digest.extract.quantities.words import Word, glued, low

UNIT = "rank"
LOWEST = 1000  # ranks below it are serial numbers


def read_rank(found: Sequence[Word], at: int, lex: Lexicon) -> Quantity | None:
    """The rank that starts at a word, or None. Days ("on the 14th") and order ("the second time") are no ranks."""
    value, after = _ordinal(found, at, lex)
    if not value:
        return None
    superlative = after + 1 if low(found, after) == "-" and glued(found, after) else after
    if low(found, superlative) in lex.superlatives:
        after = superlative + 1
    elif low(found, at - 1) not in lex.ranking or (low(found, after).isalpha() and low(found, after) not in lex.stops):
        return None
    number = Number(at, after, Decimal(value), 1, "rank")
    return Quantity(first=at, core=at, after=after, value=Decimal(value), unit=Unit(UNIT, "rank", after), number=number)


def _ordinal(found: Sequence[Word], at: int, lex: Lexicon) -> tuple[int, int]:
    """The value of an ordinal and the word behind it: "14th", "third"; 0 where there is none."""
    word = found[at]
    if word.low in lex.ordinals:
        return lex.ordinals[word.low], at + 1
    digits = word.text.isdecimal() and len(word.text) < len(str(LOWEST)) and glued(found, at)
    if digits and low(found, at + 1) in lex.ordinal_ends and low(found, at + 1) != "s":
        return int(word.text), at + 2
    return 0, at
