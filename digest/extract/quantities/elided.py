"""Give a bare number the unit that the sentence names beside it: "340 boats at market and 92 by post"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.extract.quantities.lexicon import Lexicon
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.units import Unit, read_noun
from digest.extract.quantities.words import Word, low

# A unit is taken over only where the numbers are of a size that goes together.
FARTHEST = 100


def completed(found: Sequence[Word], quantities: Sequence[Quantity], lex: Lexicon) -> list[Quantity]:
    """The same quantities; those without a unit take that of a neighbour where the grammar leaves no other."""
    result = list(quantities)
    for index, quantity in enumerate(result):
        if quantity.unit.kind != "none" or quantity.number.kind in ("part", "rough"):
            continue
        following = result[index + 1] if index + 1 < len(result) else None
        if following is not None and following.core == quantity.after:
            result[index] = _around(found, quantity, following, lex)
        elif following is not None and _is_part_of(found, quantity, following):
            result[index] = replace(quantity, unit=_bare(following, quantity))
        elif index and low(found, quantity.first - 1) not in ("of", "at") and _goes_on(quantity, result[index - 1]):
            result[index] = replace(quantity, unit=_bare(result[index - 1], quantity))
    return result


def _around(found: Sequence[Word], quantity: Quantity, following: Quantity, lex: Lexicon) -> Quantity:
    """The noun behind a measure that stands in between: "eight million 250ml bottles"."""
    if following.unit.kind not in ("measure", "time", "money"):
        return quantity
    unit = read_noun(found, following.after, quantity.number, lex)
    return quantity if unit.kind == "none" else replace(quantity, unit=unit)


def _is_part_of(found: Sequence[Word], quantity: Quantity, whole: Quantity) -> bool:
    """Whether "of" links a number to the whole: "90 million of the 2.5 billion shekels"."""
    link = [w.low for w in found[quantity.after : whole.first]]
    return (
        link in (["of"], ["of", "the"]) and whole.unit.kind in ("money", "count", "measure") and _alike(quantity, whole)
    )


def _goes_on(quantity: Quantity, earlier: Quantity) -> bool:
    """Whether a bare number goes on with the unit of the quantity in front of it."""
    if earlier.unit.kind == "count" and not earlier.unit.name.endswith("s") and earlier.unit.name != "people":
        return False
    return earlier.unit.kind in ("count", "money", "measure") and _alike(quantity, earlier)


def _alike(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    return low > 0 and high <= FARTHEST * low


def _bare(source: Quantity, target: Quantity) -> Unit:
    """A neighbour's unit for a number that does not name it: there is no noun of its own behind it."""
    kind = "elided" if source.unit.kind == "count" else source.unit.kind
    return source.unit._replace(kind=kind, after=target.after, noun=0)
