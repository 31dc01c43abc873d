"""Tell a figure that belongs on a story's page from one that is only a number in passing."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.grammar import COLD
from digest.extract.quantities.measure import Measure
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import HYPHENS, Word, low

MANY = 10  # a count from which it tells something by itself
DEEDS = ("clause", "deed", "act")  # rules by which a measure is what somebody did


def is_key(found: Sequence[Word], quantity: Quantity, measure: Measure | None, cues: Cues) -> bool:
    """Whether a quantity with this measure is key: a sum, a share, a count that is large or a toll, a level."""
    kind = quantity.unit.kind
    if quantity.number.kind == "rough" or _is_former(found, quantity):
        return False
    if kind in ("none", "elided", "count") and low(found, quantity.first - 1) in cues.hitting and quantity.value > 1:
        return True  # "killed 13 people", "wounding 30"
    if measure is None or low(found, quantity.first - 1) == "top":
        return False
    return (quantity.value > 0 or quantity.unit.name in COLD) and _is_key_kind(found, quantity, measure, cues)


def _is_key_kind(found: Sequence[Word], quantity: Quantity, measure: Measure, cues: Cues) -> bool:
    kind = quantity.unit.kind
    if kind in ("none", "elided"):
        return _is_key_number(found, quantity, measure, cues)
    if kind == "count":
        return _is_key_count(found, quantity, measure, cues)
    return kind in ("money", "share") or (kind == "measure" and _is_key_level(quantity, measure, cues))


def _is_key_number(found: Sequence[Word], quantity: Quantity, measure: Measure, cues: Cues) -> bool:
    """A number without its noun: what people did or what happened to them, or the level of a count."""
    if measure.rule == "predicate":  # "some 3,000 signed the petition"
        return True
    if quantity.unit.kind == "elided" and measure.rule == "passive" and quantity.value >= MANY:
        return True  # "and 14 were taken to hospital"
    told = {w.low for w in found[measure.first : measure.after]} & (cues.counting | cues.toll)
    return measure.rule in ("subject", "object", "passive") and bool(told)


def _is_key_count(found: Sequence[Word], quantity: Quantity, measure: Measure, cues: Cues) -> bool:
    if quantity.unit.noun and found[quantity.unit.noun - 1].text in HYPHENS:
        return False
    before = low(found, quantity.first - 1)
    said = {w.low for w in found[measure.first : measure.after]} | (
        {before} if before.endswith(cues.act_endings) else set()
    )
    if said & cues.toll and quantity.value > 1:  # "killing three"
        return True
    average = quantity.value != quantity.value.to_integral_value()  # "2.1 nights"
    return (quantity.value >= MANY or average) and measure.rule != "bare"


def _is_key_level(quantity: Quantity, measure: Measure, cues: Cues) -> bool:
    if measure.rule in DEEDS:  # "may take 40 cubic metres"
        told = measure.after == quantity.first and quantity.unit.name not in cues.distances
    else:
        told = measure.rule != "behind"
    return told and abs(quantity.value) > 1


def _is_former(found: Sequence[Word], quantity: Quantity) -> bool:
    """Whether it is the level that something came from: "to 4.9% **from 5.2%**"."""
    opening = low(found, quantity.first) if quantity.value_to is not None else low(found, quantity.first - 1)
    return opening == "from" and (quantity.value_to is None or low(found, quantity.first - 1) == ",")
