"""A quantity as it is read, before it becomes a figure of the article."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from digest.extract.amounts.numbers import Number
from digest.extract.amounts.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity in the words `first` to `after` (exclusive), qualifier and unit included."""

    first: int
    after: int
    value: Decimal
    unit: Unit
    number: Number
    value_to: Decimal | None = None
    qualifier: str | None = None
    change: str | None = None
