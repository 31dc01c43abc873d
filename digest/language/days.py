"""Read the days that short texts state in full, in many languages, and the moment where a zone is stated."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from digest.language import subject
from digest.language.clocks import time_of
from digest.model import Moment

# As programs write it: "2026-03-04T08:00:00Z", "2026/03/04", "20260304"
ISO = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)")
SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # Day first: "Wed, 04 Mar 2026 08:00", "4th of March 2026", "4. März 2026", "4 de marzo de 2026", "04-Mar-2026"
        r"(?<![\w:.,/-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|[º°ª])?\.?[ -](?:de |of )?(?P<name>[^\W\d_]{3,12})\.?,?[ -]"
        r"(?:de |del |of )?(?P<year>\d{4})(?!\d)",
        # Month first: "10:30 am March 4, 2026", "Mar. 4th 2026"
        r"(?<!\w)(?P<name>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)",
        # Year first: "2026. március 4.", "2026 March 4"
        r"(?<![\w:.,/-])(?P<year>\d{4})[.,]? (?P<name>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})(?![\d:])",
        # In characters: "2026年3月4日", "2026년 3월 4일"
        r"(?<!\d)(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]",
        # In digits, year first: "Posted: 2026-03-04 08:00"
        r"(?<![\w.,/-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?![\d/-])",
        # In digits, year last: "19/11/2026", "11.19.2026"; "04/03/2026" may be two days, and is none
        r"(?<![\w.,/-])(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\w/-])",
    )
)
LONGEST = 100  # characters
EARLIEST, LATEST = 1600, 2199  # years
# What programs write where they know no day.
NO_DAY = frozenset({dt.date(1970, 1, 1), dt.date(1900, 1, 1), dt.date(1899, 12, 30)})


class DayAt(NamedTuple):
    """A day, and where in a text it stands."""

    day: dt.date
    start: int
    end: int


def moment_of(text: str) -> Moment | None:
    """The day that a short text states, as it is written, and the moment where its zone is stated, too.

    None where the day is not certain. "2026-03-04T23:30:00-05:00" → 4 March 2026, 23:30 five hours behind UTC;
    "4 March 2026, 08:00" → 4 March 2026; "04/03/2026" → None (it may be April)
    """
    text = " ".join(unicodedata.normalize("NFC", text[: 10 * LONGEST]).split())[:LONGEST]
    first = next(days_in(text), None)
    return Moment(first.day, time_of(text, first.day, day_at=(first.start, first.end))) if first else None


def days_in(text: str) -> Iterator[DayAt]:
    """The days that a line states in full, in their order: no place of the line is read twice."""
    if (hit := ISO.match(text)) and (day := _day(hit)):
        yield DayAt(day, *hit.span())
        return
    found: list[DayAt] = []
    for shape in SHAPES:
        for hit in shape.finditer(text):
            apart = all(hit.end() <= other.start or other.end <= hit.start() for other in found)
            if apart and (day := _day(hit)):
                found.append(DayAt(day, *hit.span()))
    yield from sorted(found, key=lambda at: at.start)


def one_moment(texts: Iterable[str]) -> Moment | None:
    """The day that all texts with a day agree on, and the moment on which those agree that state one."""
    moments = [moment for text in texts if (moment := moment_of(text))]
    days = {moment.day for moment in moments}
    if len(days) != 1:
        return None
    times = {moment.time: None for moment in moments if moment.time}
    return Moment(days.pop(), next(iter(times)) if len(times) == 1 else None)


def tells_of_change(text: str) -> bool:
    """Whether what stands before a date calls it that of a change: "Updated" → True; "Updated … Published" → False."""
    labels = list(_labels().finditer(text.casefold()))
    return bool(labels) and labels[-1].lastgroup == "updated"


@cache
def _labels() -> re.Pattern[str]:
    data = subject("mul", "dates")
    kinds = (f"(?P<{kind}>{'|'.join(map(re.escape, data[kind]))})" for kind in ("updated", "published"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)")


def _day(hit: re.Match[str]) -> dt.date | None:
    parts: dict[str, Any] = hit.groupdict()
    if "one" in parts:
        more, less = sorted((int(parts["one"]), int(parts["two"])), reverse=True)
        parts |= {"day": more if more > 12 or more == less else 0, "month": less}
    month = months().get(parts["name"].lower(), 0) if "name" in parts else int(parts["month"])
    try:
        day = dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
    return day if EARLIEST <= day.year <= LATEST and day not in NO_DAY else None


@cache
def months() -> Mapping[str, int]:
    """The number of each month by its names, in lower case, in many languages."""
    return {name: number for number, names in subject("mul", "dates")["months"].items() for name in names}
