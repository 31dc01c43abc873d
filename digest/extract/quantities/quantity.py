"""A quantity as the grammar reads it, before it becomes a figure of the article."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from digest.extract.quantities.numbers import Number
from digest.extract.quantities.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity in the words `first` to `after` (exclusive), qualifier and unit included.

    `core` is the word where the number, its sign or its currency begins. `value_to` ends a range, and is smaller than
    `value` where something fell "from 20 to 10".
    """

    first: int
    core: int
    after: int
    value: Decimal
    unit: Unit
    number: Number
    value_to: Decimal | None = None
    qualifier: str | None = None
    change: str | None = None
