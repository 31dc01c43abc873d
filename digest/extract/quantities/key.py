"""Tell a figure that belongs on a story's page from one that is only a number in passing."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.subjects import Measure
from digest.extract.quantities.words import HYPHENS, Word, low


def is_key(found: Sequence[Word], quantity: Quantity, measure: Measure | None, cues: Cues) -> bool:
    """Whether a quantity with this measure is key: a sum, a share, a count that is large or a toll, a level."""
    kind = quantity.unit.kind
    if measure is None or quantity.value <= 0 or quantity.number.kind == "rough" or _is_former(found, quantity):
        return False
    if low(found, quantity.first - 1) == "top":
        return False
    said = {w.low for w in found[measure.first : measure.after]}
    if kind == "none":
        return measure.rule in ("subject", "object", "passive") and bool(said & (cues.counting | cues.toll))
    if kind == "count":
        hyphen = quantity.unit.noun and found[quantity.unit.noun - 1].text in HYPHENS
        before = low(found, quantity.first - 1)
        said |= {before} if before.endswith("ing") else set()  # "killing three"
        toll = bool(said & cues.toll) and quantity.value > 1
        return not hyphen and (toll or (quantity.value >= 10 and measure.rule != "bare"))
    if kind == "measure":
        return measure.rule not in ("clause", "behind") and quantity.value > 1
    return kind in ("money", "share")


def _is_former(found: Sequence[Word], quantity: Quantity) -> bool:
    """Whether it is the level that something came from: "to 4.9% **from 5.2%**"."""
    opening = low(found, quantity.first) if quantity.value_to is not None else low(found, quantity.first - 1)
    return opening == "from" and (quantity.value_to is None or low(found, quantity.first - 1) == ",")
