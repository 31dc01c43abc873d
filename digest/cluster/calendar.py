"""Read which months, weekdays and years articles name: they tell look-alike events apart when dates are unknown.

Two strikes at one plant share all words but "October" and "Monday". Nothing is dated by this; it only counts words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from digest.cluster.stem import POSSESSIVE
from digest.language import subject

YEAR = re.compile(r"(?:19|20)\d\d$")  # "2013"
# The columns of the months, the weekdays, and the years from 1900 on.
KINDS: Mapping[str, slice] = {"months": slice(0, 12), "weekdays": slice(12, 19), "years": slice(19, 219)}
UNITS = 219


class Unit(NamedTuple):
    """A month, weekday or year by its column; `ambiguous` where the word may be another, as "May" may be."""

    column: int
    ambiguous: bool = False


def calendar_unit(token: str, language: str) -> Unit | None:
    """The month, weekday or year that a token names, or None."""
    if not (token[0].isupper() or token[0].isdigit()):
        return None
    known = _names(language)
    name = POSSESSIVE.sub("", token)  # "Monday’s"
    name = name.capitalize() if name.isupper() else name  # "MONDAY"
    if YEAR.match(name):
        return Unit(KINDS["years"].start + int(name) - 1900)
    if name in known["months"]:
        return Unit(KINDS["months"].start + known["months"][name] - 1, name in known["ambiguous"])
    if name in known["weekdays"]:
        return Unit(KINDS["weekdays"].start + known["weekdays"][name])
    return None


def is_month(before: str, after: str, language: str) -> bool:
    """Whether "May" between these two words is a month: beside a number, or after a word such as "in"."""
    return before[:1].isdigit() or after[:1].isdigit() or before.lower() in subject(language, "dates")["before_month"]


@cache
def _names(language: str) -> Mapping[str, Mapping[str, int]]:
    """The names of months and weekdays as they are written, without full stops, each with its number."""
    data = subject(language, "dates")
    return {
        "months": {name.rstrip("."): int(number) for name, number in data["months"].items()},
        "weekdays": {name.rstrip("."): int(number) for name, number in data["weekdays"].items()},
        "ambiguous": dict.fromkeys(data["ambiguous_months"], 0),
    }
