"""Days, weeks, months, quarters and years as first and last day; all arithmetic stays inside the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple


class Interval(NamedTuple):
    """From the first day to the last, both included."""

    earliest: dt.date
    latest: dt.date


# How far through a month or year "early", "mid" and "late" reach, in days and in months.
MONTH_PARTS = {
    "early": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, 31),
    "beginning": (1, 10),
    "start": (1, 10),
    "end": (21, 31),
}
YEAR_PARTS = {
    "early": (1, 4),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (9, 12),
    "beginning": (1, 3),
    "start": (1, 3),
    "end": (10, 12),
}


def one_day(year: int, month: int, number: int) -> Interval | None:
    """A single day, or None where the calendar has no such day."""
    try:
        day = dt.date(year, month, number)
    except ValueError:
        return None
    return Interval(day, day)


def of_month(year: int, month: int, part: str = "") -> Interval | None:
    """A month, or its early, middle or late third."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    length = calendar.monthrange(year, month)[1]
    first, last = MONTH_PARTS.get(part, (1, 31))
    return Interval(dt.date(year, month, first), dt.date(year, month, min(last, length)))


def of_months(year: int, first: int, last: int) -> Interval | None:
    """The months `first` to `last` of a year: a quarter, a half, a part of the year."""
    start, end = of_month(year, first), of_month(year, last)
    return Interval(start.earliest, end.latest) if start and end else None


def of_year(year: int, part: str = "") -> Interval | None:
    """A year, or its early, middle or late third."""
    return of_months(year, *YEAR_PARTS.get(part, (1, 12)))


def shifted(day: dt.date, unit: str, count: int) -> Interval | None:
    """The day, week (from Monday), month, quarter, year or decade that lies `count` of them from a day's own."""
    try:
        if unit == "day":
            moved = day + dt.timedelta(days=count)
            return Interval(moved, moved)
        if unit in ("week", "weekend", "fortnight"):
            monday = (
                day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=count * (2 if unit == "fortnight" else 1))
            )
            first = 5 if unit == "weekend" else 0
            return Interval(monday + dt.timedelta(days=first), monday + dt.timedelta(days=6))
    except OverflowError:
        return None
    return _shifted_months(day, unit, count)


def _shifted_months(day: dt.date, unit: str, count: int) -> Interval | None:
    months = day.year * 12 + day.month - 1
    if unit == "month":
        return of_month(*_split(months + count))
    if unit == "quarter":
        year, first = _split((months // 3 + count) * 3)
        return of_months(year, first, first + 2)
    if unit == "decade":
        start, end = of_year((day.year // 10 + count) * 10), of_year((day.year // 10 + count) * 10 + 9)
        return Interval(start.earliest, end.latest) if start and end else None
    return of_year(day.year + count)


def back_to(day: dt.date, unit: str, count: int) -> Interval | None:
    """The stretch of `count` units that ends on a day: "the past two weeks"."""
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days is None:
        start = shifted(day, unit, -count)
        return Interval(start.earliest, day) if start else None
    try:
        return Interval(day - dt.timedelta(days=days * count), day)
    except OverflowError:
        return None


def _split(months: int) -> tuple[int, int]:
    return months // 12, months % 12 + 1
