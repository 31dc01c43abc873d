"""A figure in the terms of a scorer of quantities: spelt-out singular units, and one sign for change or bound."""

from __future__ import annotations

from typing import Any

from digest.model import Figure

NAMES = {
    "%": "percentage",
    "percentage points": "percentage point",
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "japanese yen",
    "CNY": "chinese yuan",
    "INR": "indian rupee",
    "RUB": "russian ruble",
    "CHF": "swiss franc",
    "KRW": "south korean won",
    "ILS": "shekel",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "HKD": "hong kong dollar",
    "NZD": "new zealand dollar",
    "SGD": "singapore dollar",
    "MYR": "malaysian ringgit",
    "°C": "celsius",
    "°F": "fahrenheit",
}
IRREGULAR = {
    "people": "people",
    "feet": "foot",
    "inches": "inch",
    "men": "man",
    "women": "woman",
    "children": "child",
    "centuries": "century",
    "hertz": "hertz",
    "square feet": "square feet",
}
BOUNDS = {"about": "~", "almost": "~", "over": ">", "at least": ">", "under": "<", "up to": "<"}


def prediction(figure: Figure) -> dict[str, Any] | None:
    """The figure as a scorer reads it: value, value_to, unit and change; None for "twice", "doubled" and ranks."""
    if figure.unit == "rank":
        return None
    if figure.unit == "times" and not any(ch.isdigit() for ch in figure.excerpt.text):
        return None
    return {
        "value": float(figure.value),
        "value_to": None if figure.value_to is None else float(figure.value_to),
        "unit": "year of age" if _is_age(figure) else unit_name(figure.unit),
        "change": BOUNDS.get(figure.qualifier or "", figure.change or "="),
    }


def _is_age(figure: Figure) -> bool:
    return figure.unit == "years" and figure.excerpt.text.lower().replace("-", " ").endswith(" old")


def unit_name(unit: str) -> str:
    """A unit's spelt-out singular: "USD" is "dollar", "litres per day" is "litre per day"."""
    base, per, rest = unit.partition(" per ")
    return (NAMES.get(base) or IRREGULAR.get(base) or _singular(base)) + per + rest


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun
