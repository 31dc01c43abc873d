"""Tell whether two measures in different units can be one: "10 km" and "six miles", "5,000 acres" and 20 km²."""

from __future__ import annotations

from decimal import Decimal

from digest.compare.amounts import last_digit
from digest.model import Figure

NEAR = Decimal("0.1")  # share of a number by which a rounded one may be off
SIZES = {
    "length": {
        "kilometres": Decimal(1000),
        "metres": Decimal(1),
        "centimetres": Decimal("0.01"),
        "millimetres": Decimal("0.001"),
        "miles": Decimal("1609.344"),
        "nautical miles": Decimal(1852),
        "yards": Decimal("0.9144"),
        "feet": Decimal("0.3048"),
        "inches": Decimal("0.0254"),
    },
    "area": {
        "acres": Decimal("4046.856"),
        "hectares": Decimal(10000),
        "square kilometres": Decimal(1000000),
        "square miles": Decimal("2589988.11"),
        "square metres": Decimal(1),
        "square feet": Decimal("0.09290304"),
    },
    "weight": {
        "kilograms": Decimal(1),
        "grams": Decimal("0.001"),
        "tonnes": Decimal(1000),
        "tons": Decimal("907.18474"),
        "pounds": Decimal("0.45359237"),
        "ounces": Decimal("0.028349523"),
    },
}
KINDS = {unit: (kind, size) for kind, units in SIZES.items() for unit, size in units.items()}


def is_measured(unit: str) -> bool:
    """Whether a unit is one of length, area or weight."""
    return unit in KINDS


def is_converted(one: Figure, other: Figure) -> bool:
    """Whether two figures with different units of one kind are one number, as far as the rougher of them goes."""
    first, second = KINDS.get(one.unit), KINDS.get(other.unit)
    if first is None or second is None or first[0] != second[0] or one.unit == other.unit:
        return False
    if one.value_to is not None or other.value_to is not None:
        return False
    return _rounds_to(one, other.value * second[1] / first[1]) or _rounds_to(other, one.value * first[1] / second[1])


def _rounds_to(rough: Figure, exact: Decimal) -> bool:
    gap = abs(exact - rough.value)
    return gap <= NEAR * abs(rough.value) and gap <= last_digit(rough.value) / 2
