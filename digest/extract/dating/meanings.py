"""Say which days a date covers; a relative one needs the day of publication, and stays open without it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from digest.extract.dating.intervals import Interval, back_to, of_month, of_months, of_year, one_day, shifted

FRIDAY = 4
LONG_AGO = 190  # days from which a month or day without a year may as well be the one to come
# Stretches of time whose precision has another name.
PRECISION = {"fortnight": "week", "weekend": "week", "decade": "year", "century": "year"}


# The years of a decade that "early", "mid" and "late" mean.
DECADE_PARTS = {"": (0, 9), "early": (0, 4), "mid": (3, 6), "late": (6, 9)}


class Context(NamedTuple):
    """What a meaning may know besides its match: the day of publication, whether the text looks ahead, or back."""

    published: dt.date | None
    ahead: bool
    told: Callable[[], bool] = lambda: True


# Precision, whether relative, and the interval; None where the match is no date after all.
Answer = tuple[str, bool, Interval | None] | None


class Meanings:
    """What each shape means: the method is named after the shape's meaning, and gets its match."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.months = {k.lower(): v for k, v in data["months"].items()}
        self.weekdays = {k.lower(): v for k, v in data["weekdays"].items()}
        self.numbers = data["numbers"]
        self.quarters = data["quarters"]
        self.days = data["days"]
        self.seasons = data.get("seasons", {})
        self.centuries = data.get("centuries", {})

    def _month(self, match: re.Match[str]) -> int:
        return int(self.months[match["month"].lower().rstrip(".")])

    def day(self, match: re.Match[str], context: Context) -> Answer:
        """Read "December 2, 2021": a day, or the days of a range; without a year the nearest one."""
        month, number = self._month(match), int(match["day"])
        until = int(match["until"] or 0)
        if not 1 <= number <= 31 or until > 31 or 0 < until <= number:
            return None

        def days(year: int) -> Interval | None:
            first = one_day(year, month, number)
            last = one_day(year, month, until) if until else first
            return Interval(first.earliest, last.latest) if first and last else None

        names = match.groupdict()
        if names["year"]:
            interval = days(int(names["year"]))
            return ("day", False, interval) if interval else None
        if context.published is None or names.get("that"):
            return "day", True, None
        if names.get("which"):
            year = _which_year(names["which"], context.published)
            return "day", True, days(year) if year else None
        near = [
            i for i in (one_day(context.published.year + shift, month, number) for shift in (-1, 0, 1)) if i is not None
        ]
        chosen = nearest(near, context)
        return "day", True, days(chosen.earliest.year) if chosen else None

    def iso(self, match: re.Match[str], _: Context) -> Answer:
        """Read "2022-02-24"."""
        interval = one_day(int(match["year"]), int(match["number"]), int(match["day"]))
        return ("day", False, interval) if interval else None

    def slashed(self, match: re.Match[str], _: Context) -> Answer:
        """Read "24/02/2022"; "03/04/2022" may be either day, and stays open."""
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if first <= 12 and second <= 12 and first != second:
            return "day", False, None
        interval = one_day(year, second, first) if second <= 12 else one_day(year, first, second)
        return ("day", False, interval) if interval else None

    def month(self, match: re.Match[str], context: Context) -> Answer:
        """Read "late February 2022", "March of last year", "February"."""
        names = match.groupdict()
        month, part = self._month(match), (names.get("part") or "").lower()
        if names.get("year"):
            return "month", False, of_month(int(match["year"]), month, part)
        if context.published is None:
            return "month", True, None
        if names.get("which"):
            year = _which_year(match["which"], context.published)
            return "month", True, of_month(year, month, part) if year else None
        near = [of_month(context.published.year + shift, month, part) for shift in (-1, 0, 1)]
        return "month", True, nearest([i for i in near if i], context)

    def year(self, match: re.Match[str], _: Context) -> Answer:
        """Read "2014", "mid-2021"."""
        part = (match.groupdict().get("part") or "").lower()
        interval = of_year(int(match["year"]), part)
        return ("year", False, interval) if interval else None

    def that_year(self, match: re.Match[str], context: Context) -> Answer:
        """Read "the end of last year"."""
        if context.published is None or match["the"]:
            return "year", True, None
        year = _which_year(match["which"], context.published)
        return "year", True, of_year(year, match["part"].lower()) if year else None

    def quarter(self, match: re.Match[str], context: Context) -> Answer:
        """Read "first quarter of 2022", "Q1", "second half of last year"; without a year it stays open."""
        names = match.groupdict()
        half = (names.get("span") or "").lower() == "half" or names.get("short") == "H"
        nth = int(names.get("digit") or 0) or int(self.quarters[match["nth"].lower()])
        if half:
            nth = 2 if nth == 4 else nth
            if nth > 2:
                return None
        if half and not (names.get("year") or names.get("which") or names.get("the") or names.get("short")):
            return None
        precision, size = ("year", 6) if half else ("quarter", 3)
        if names.get("year"):
            return precision, False, of_months(int(match["year"]), (nth - 1) * size + 1, nth * size)
        if context.published is None or not names.get("which"):
            return precision, True, None
        year = _which_year(match["which"], context.published)
        return precision, True, of_months(year, (nth - 1) * size + 1, nth * size) if year else None

    def weekday(self, match: re.Match[str], context: Context) -> Answer:
        """Read "Monday": the last one where the text looks back, the next where it looks ahead; else it stays open."""
        if context.published is None:
            return "day", True, None
        wanted, today = int(self.weekdays[match["weekday"].lower()]), context.published.weekday()
        which = (match["which"] or "").lower()
        ahead = context.ahead if which in ("", "this") else "last" not in which and "past" not in which
        looks_back = ahead or which not in ("", "this") or context.told()
        if ahead or (which == "this" and not looks_back):
            shift = (wanted - today) % 7 or (7 if which == "next" else 0)
        elif not which and ((wanted - today) % 7 == 1 or not looks_back):
            return "day", True, None  # six days ago or tomorrow; "before a vote on Friday"
        else:
            shift = -((today - wanted) % 7) or (-7 if which == "last" else 0)
        return "day", True, shifted(context.published, "day", shift)

    def near_day(self, match: re.Match[str], context: Context) -> Answer:
        """Read "yesterday", "last night"."""
        word = match["word"].lower()
        shift = -1 if match.groupdict().get("which", "").lower() == "last" else int(self.days.get(word, 0))
        return "day", True, shifted(context.published, "day", shift) if context.published else None

    def near(self, match: re.Match[str], context: Context) -> Answer:
        """Read "last month", "earlier this year"."""
        unit, which = match["unit"].lower(), match["which"].lower()
        precision = PRECISION.get(unit, unit)
        if context.published is None or which in ("the previous", "the following", "the same"):
            return precision, True, None
        if which in ("the past", "this past"):
            return precision, True, back_to(context.published, "week" if unit == "weekend" else unit, 1)
        if unit == "weekend" and which == "this" and context.published.weekday() < FRIDAY:
            return precision, True, None  # the last one, or the one to come
        shift = -1 if which == "last" else 1 if which in ("next", "this coming", "the coming") else 0
        interval = shifted(context.published, unit, shift)
        if interval and match["early"] and shift == 0:
            early = match["early"].lower() == "earlier"
            interval = Interval(
                *((interval.earliest, context.published) if early else (context.published, interval.latest))
            )
        return precision, True, interval

    def past(self, match: re.Match[str], context: Context) -> Answer:
        """Read "the past two weeks"."""
        unit = match["unit"].lower()
        interval = back_to(context.published, unit, self._count(match)) if context.published else None
        return PRECISION.get(unit, unit), True, interval

    def ago(self, match: re.Match[str], context: Context) -> Answer:
        """Read "two months ago": the month that lies two months back."""
        unit = match["unit"].lower()
        interval = shifted(context.published, unit, -self._count(match)) if context.published else None
        return PRECISION.get(unit, unit), True, interval

    def hanging(self, match: re.Match[str], _: Context) -> Answer:
        """Read "a day before", "the eighth week": it hangs on another date, and stays open."""
        unit = match["unit"].lower()
        return PRECISION.get(unit, unit), True, None

    def vague(self, _: re.Match[str], __: Context) -> Answer:
        """Read "in recent years"."""
        return "vague", True, None

    def days_through(self, match: re.Match[str], context: Context) -> Answer:
        """Read "28 February to 3 March 2021": the days between; without a year the nearest ones."""
        first_month, last_month = self._month(match), int(self.months[match["month2"].lower().rstrip(".")])
        relative = not match["year"]
        today = context.published
        if relative and today is None:
            return "day", True, None
        years = [int(match["year"])] if match["year"] else [today.year + shift for shift in (-1, 0, 1)] if today else []
        near = []
        for year in years:
            first = one_day(year - (first_month > last_month), first_month, int(match["day"]))
            last = one_day(year, last_month, int(match["day2"]))
            if first and last and first.earliest < last.latest:
                near.append(Interval(first.earliest, last.latest))
        if not near:
            return None
        return "day", relative, nearest(near, context) if relative else near[0]

    def months_through(self, match: re.Match[str], _: Context) -> Answer:
        """Read "March to May 2018"."""
        first, last, year = (
            self._month(match),
            int(self.months[match["month2"].lower().rstrip(".")]),
            int(match["year"]),
        )
        start, end = of_month(year - (first > last), first), of_month(year, last)
        return ("month", False, Interval(start.earliest, end.latest)) if start and end else None

    def season(self, match: re.Match[str], _: Context) -> Answer:
        """Read "autumn 2020": somewhere in the year, for when it is depends on the hemisphere; a winter lies in two."""
        year, last = int(match["year"]), match["last"]
        if not last:
            winter = bool(self.seasons[match["season"].lower()])
            return "year", False, None if winter else of_year(year)
        start, end = of_year(year), of_year(year + 1)
        return ("year", False, Interval(start.earliest, end.latest)) if start and end else None

    def open_season(self, _: re.Match[str], __: Context) -> Answer:
        """Read "last summer": which one that is depends on the hemisphere."""
        return "quarter", True, None

    def fiscal(self, _: re.Match[str], __: Context) -> Answer:
        """Read "fiscal 2021": it begins when whoever counts it says."""
        return "year", False, None

    def century(self, match: re.Match[str], _: Context) -> Answer:
        """Read "the 18th century"."""
        said = match["nth"].lower()
        number = int(said[:2]) if said[0].isdigit() else int(self.centuries[said])
        start, end = of_year((number - 1) * 100 + 1), of_year(number * 100)
        return ("year", False, Interval(start.earliest, end.latest)) if start and end else None

    def years(self, match: re.Match[str], _: Context) -> Answer:
        """Read "2014-2017"."""
        first, last = int(match["year"]), match["last"]
        until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        start, end = of_year(first), of_year(until)
        return ("year", False, Interval(start.earliest, end.latest)) if start and end and until > first else None

    def decade(self, match: re.Match[str], _: Context) -> Answer:
        """Read "the 1990s", "the late 1960s", "the ’80s"."""
        names = match.groupdict()
        first = int(names.get("year") or 1900 + int(names.get("short") or 0))
        begin, stop = DECADE_PARTS[(names.get("part") or "").lower()]
        start, end = of_year(first + begin), of_year(first + stop)
        return ("year", False, Interval(start.earliest, end.latest)) if start and end else None

    def _count(self, match: re.Match[str]) -> int:
        said = match["count"].lower()
        return int(said) if said.isdecimal() else int(self.numbers[said])


def _which_year(which: str, published: dt.date) -> int | None:
    shift = {"this": 0, "last": -1, "next": 1, "the current": 0}.get(" ".join(which.lower().split()))
    return None if shift is None else published.year + shift


def nearest(near: Sequence[Interval], context: Context) -> Interval | None:
    """The last one that has begun by the day of publication; the next one to come where the text looks ahead.

    Where the last one is so long ago that the next one is nearer, it stays open.
    """
    today = context.published
    if today is None:
        return None
    if context.ahead:
        return next((i for i in near if i.latest >= today), None)
    last = next((i for i in reversed(near) if i.earliest <= today), None)
    return last if last and (today - last.latest).days < LONG_AGO else None
