"""Part the time of a project into days, weeks, months, quarters or years, so that its bars are neither few nor many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from digest.render.wording import MONTHS, day

MOST = {"day": 28, "week": 30, "month": 36, "quarter": 32, "year": 30}
"""Up to how many of each are shown in a row."""
NEARLY_ALL = 0.9
"""The share of the articles that has to lie in the periods shown; a few much older ones are only counted."""


FAR, LEAST = 3, 10
"""How many times as far as nearly all days lie apart a last one has to lie to be left out, and of how many days."""


class Unit(StrEnum):
    """How long a period is, from the shortest to the longest."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def number(self, date: dt.date) -> int:
        """The number of a day's period, counted from the beginning of the calendar."""
        match self:
            case Unit.DAY:
                return date.toordinal()
            case Unit.WEEK:
                return (date.toordinal() - 1) // 7  # 1 January of the year 1 was a Monday
            case Unit.MONTH:
                return date.year * 12 + date.month - 1
            case Unit.QUARTER:
                return date.year * 4 + (date.month - 1) // 3
            case Unit.YEAR:
                return date.year

    def first_day(self, number: int) -> dt.date:
        """The first day of the period with a number."""
        match self:
            case Unit.DAY:
                return dt.date.fromordinal(number)
            case Unit.WEEK:
                return dt.date.fromordinal(7 * number + 1)
            case Unit.MONTH:
                return dt.date(number // 12, number % 12 + 1, 1)
            case Unit.QUARTER:
                return dt.date(number // 4, number % 4 * 3 + 1, 1)
            case Unit.YEAR:
                return dt.date(number, 1, 1)

    def called(self, number: int) -> str:
        """A period in words: "4 March 2024" (of a week its Monday), "March 2024", "January to March 2024", "2024"."""
        first = self.first_day(number)
        match self:
            case Unit.DAY | Unit.WEEK:
                return day(first)
            case Unit.MONTH:
                return f"{MONTHS[first.month - 1]} {first.year}"
            case Unit.QUARTER:
                return f"{MONTHS[first.month - 1]} to {MONTHS[first.month + 1]} {first.year}"
            case Unit.YEAR:
                return str(first.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """The periods that are shown: `count` of them from the one with the number `first`."""

    unit: Unit
    first: int
    count: int

    def place(self, date: dt.date) -> int | None:
        """Which of the periods a day is in, from 0; None for a day before or after them all."""
        place = self.unit.number(date) - self.first
        return place if 0 <= place < self.count else None

    @property
    def names(self) -> tuple[str, ...]:
        """The periods in words."""
        return tuple(self.unit.called(self.first + place) for place in range(self.count))


def periods(dates: Sequence[dt.date]) -> Periods | None:
    """The shortest periods of which not too many, the last one among them, hold nearly all of some days.

    None where all is one day, or no day is known.
    """
    known = _without_strays(sorted(dates))
    if not known or known[0] == known[-1]:
        return None
    for unit in Unit:
        end = unit.number(known[-1])
        shown = [number for number in map(unit.number, known) if number > end - MOST[unit]]
        if unit is Unit.YEAR or len(shown) >= NEARLY_ALL * len(known):
            return Periods(unit=unit, first=min(shown), count=end - min(shown) + 1)
    return None


def _without_strays(dates: Sequence[dt.date]) -> Sequence[dt.date]:
    """Sorted days without the few last ones that lie far from all others: a year that was mistyped, mostly."""
    few = int(len(dates) * (1 - NEARLY_ALL) / 2)
    core = dates[few : len(dates) - few]
    if not few or not core:
        return dates
    far = FAR * max(LEAST, (core[-1] - core[0]).days)
    for place in range(len(core), len(dates)):
        if (dates[place] - dates[place - 1]).days > far:
            return dates[:place]
    return dates
