"""Tell a figure that belongs on a story's page from one that is only a number in passing."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.amounts.lexicon import Lexicon
from digest.extract.amounts.measures import Measure
from digest.extract.amounts.quantity import Quantity
from digest.extract.quantities.words import Word, low

LARGE = 10  # a count that matters by its size


def is_key(found: Sequence[Word], quantity: Quantity, measure: Measure | None, lex: Lexicon) -> bool:
    """Whether a quantity is key: a sum or a share of something named, a toll, a large count, a level."""
    if measure is None or quantity.value <= 0 or quantity.number.kind == "rough":
        return False
    if (
        low(found, quantity.first - 1) in lex.sets["from_words"]
        and quantity.value_to is None
        and measure.rule == "subject"
    ):
        return False  # "stieg *von 3* auf 5 Prozent"
    if quantity.unit.kind == "count":
        return (measure.rule == "toll" and quantity.value > 1) or (measure.rule == "noun" and quantity.value >= LARGE)
    if quantity.unit.kind == "measure":
        return quantity.value > 1
    return quantity.unit.kind in ("money", "share")
