"""Tell a figure that belongs on a story's page from one that is only a number in passing."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.measures import Measure
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import Word


def is_key(found: Sequence[Word], quantity: Quantity, measure: Measure | None, cues: Cues) -> bool:
    """Whether a quantity with this measure is key: a sum, a share, or a count that is large or a toll."""
    kind = quantity.unit.kind
    if measure is None or kind not in ("money", "share", "count", "measure") or quantity.value <= 0:
        return False
    if quantity.number.kind == "rough":
        return False
    said = {w.low for w in found[measure.first : measure.after]}
    if kind == "count":
        hyphen = quantity.unit.noun and found[quantity.unit.noun - 1].text in "-‑"
        toll = bool(said & cues.toll)
        return not hyphen and (toll or (quantity.value >= 10 and measure.rule != "bare"))
    return not (kind == "measure" and measure.rule in ("clause", "behind"))
