"""When something was published, as programs write it in their data: a day, and the moment where its zone is stated."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from digest.ingest.pages.days import NO_DAY, day_of

# such as "2026-03-04T23:30:00.000-05:00" and "2026-03-04 08:00Z"
ISO = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})? ?(Z|z|UTC|GMT|[+-]\d\d:?\d\d)")
EPOCH = re.compile(r"\d{9,10}|\d{12,13}")  # "1772611200", "1772611200000"
# The seconds since 1970 that are taken for a day of publication: from 1990 to 2100.
EARLIEST, LATEST = 631_152_000, 4_102_444_800
WRAPPED = ("$date", "$numberLong", "@value", "value", "iso", "date")  # how databases wrap a date in an object
DEEPEST = 3


class Stamp(NamedTuple):
    """`day` is the day as it is written, in whatever zone; `time` the moment, None where no zone is stated."""

    day: dt.date
    time: dt.datetime | None = None


def stamp_of(value: object, *, depth: int = 0) -> Stamp | None:
    """What a value in a field for dates states: a text, or the seconds or milliseconds since 1970.

    1772611200 → 4 March 2026, 08:00 UTC; "2026-03-04" → that day; "04/03/2026" → None (it may be April)
    """
    if isinstance(value, str):
        text = value.strip()
        return _since_1970(int(text)) if EPOCH.fullmatch(text) else _written(text)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        whole = int(value) if abs(value) < 10 * 1000 * LATEST else 0  # also where it is no number
        return _since_1970(whole) or _written(str(whole))
    if isinstance(value, list) and value and depth < DEEPEST:
        return stamp_of(value[0], depth=depth + 1)
    if isinstance(value, dict) and depth < DEEPEST:
        found = (stamp_of(value[key], depth=depth + 1) for key in WRAPPED if key in value)
        return next((stamp for stamp in found if stamp), None)
    return None


def _written(text: str) -> Stamp | None:
    day = day_of(text)
    return Stamp(day, _moment(text[:100], day)) if day else None


def _moment(text: str, day: dt.date) -> dt.datetime | None:
    """The moment that a text states with its zone; midnight to the second is what programs write for a day alone."""
    try:
        if hit := ISO.match(text):
            zone = "+00:00" if hit[3][0] not in "+-" else hit[3]
            found = dt.datetime.fromisoformat(f"{hit[1]}T{hit[2]}{zone}")
        else:
            found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo and found.date() == day and found.time() != dt.time() else None


def _since_1970(number: int) -> Stamp | None:
    if number >= 1000 * EARLIEST:
        number //= 1000
    if not EARLIEST <= number < LATEST:
        return None
    found = dt.datetime.fromtimestamp(number, dt.UTC)
    return None if found.date() in NO_DAY else Stamp(found.date(), found if found.time() != dt.time() else None)
