"""The day of publication as pages, feeds and mails write it in their data, and the moment: one, or none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from digest.ingest.pages.clocks import time_of
from digest.model import Moment

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?i:{'|'.join(MONTHS)})[a-z]{{0,6}}"

ISO = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")  # "2026-03-04T08:00:00Z", "2026/03/04", "20260304"
DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.? ({MONTH})\.?,? (\d{{4}})\b")  # "Wed, 04 Mar 2026 08:00"
MONTH_FIRST = re.compile(rf"\b({MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b")  # "10:30 am March 4, 2026"
LONGEST = 100  # characters
EARLIEST, LATEST = 1600, 2199  # years
# What programs write where they know no day.
NO_DAY = frozenset({dt.date(1970, 1, 1), dt.date(1900, 1, 1), dt.date(1899, 12, 30)})


def moment_of(text: str) -> Moment | None:
    """The day that a short text states, as it is written, and the moment where its zone is stated, too.

    None where the day is not certain. "2026-03-04T23:30:00-05:00" → 4 March 2026, 23:30 five hours behind UTC;
    "4 March 2026, 08:00" → 4 March 2026; "04/03/2026" → None (it may be April)
    """
    text = " ".join(text[: 10 * LONGEST].split())[:LONGEST]
    if hit := ISO.match(text):
        year, month, day = int(hit[1]), int(hit[3]), int(hit[4])
    elif hit := DAY_FIRST.search(text):
        year, month, day = int(hit[3]), _month(hit[2]), int(hit[1])
    elif hit := MONTH_FIRST.search(text):
        year, month, day = int(hit[3]), _month(hit[1]), int(hit[2])
    else:
        return None
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    if not EARLIEST <= year <= LATEST or found in NO_DAY:
        return None
    return Moment(found, time_of(text, found, day_at=hit.span()))


def one_moment(texts: Iterable[str]) -> Moment | None:
    """The day that all texts with a day agree on, and the moment on which those agree that state one."""
    moments = [moment for text in texts if (moment := moment_of(text))]
    days = {moment.day for moment in moments}
    if len(days) != 1:
        return None
    times = {moment.time: None for moment in moments if moment.time}
    return Moment(days.pop(), next(iter(times)) if len(times) == 1 else None)


def day_of(text: str) -> dt.date | None:
    """The day that a short text states, as it is written (in whatever zone); None where it is not certain."""
    moment = moment_of(text)
    return moment.day if moment else None


def one_day(texts: Iterable[str]) -> dt.date | None:
    """The day that all texts with a day agree on."""
    moment = one_moment(texts)
    return moment.day if moment else None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1
