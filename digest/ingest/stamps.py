"""When something was published, as programs write it in their data: a day, and the moment where its zone is stated."""

from __future__ import annotations

import datetime as dt
import re

from digest.language.days import NO_DAY, moment_of
from digest.model import Moment

EPOCH = re.compile(r"\d{9,10}|\d{12,13}")  # "1772611200", "1772611200000"
# The seconds since 1970 that are taken for a day of publication: from 1990 to 2100.
EARLIEST, LATEST = 631_152_000, 4_102_444_800
WRAPPED = ("$date", "$numberLong", "@value", "value", "iso", "date")  # how databases wrap a date in an object
DEEPEST = 3


def stamp_of(value: object, *, depth: int = 0) -> Moment | None:
    """What a value in a field for dates states: a text, or the seconds or milliseconds since 1970.

    1772611200 → 4 March 2026, 08:00 UTC; "2026-03-04" → that day; "04/03/2026" → None (it may be April)
    """
    if isinstance(value, str):
        text = value.strip()
        return _since_1970(int(text)) if EPOCH.fullmatch(text) else moment_of(text)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        whole = int(value) if abs(value) < 10 * 1000 * LATEST else 0  # also where it is no number
        return _since_1970(whole) or moment_of(str(whole))
    if isinstance(value, list) and value and depth < DEEPEST:
        return stamp_of(value[0], depth=depth + 1)
    if isinstance(value, dict) and depth < DEEPEST:
        found = (stamp_of(value[key], depth=depth + 1) for key in WRAPPED if key in value)
        return next((stamp for stamp in found if stamp), None)
    return None


def _since_1970(number: int) -> Moment | None:
    if number >= 1000 * EARLIEST:
        number //= 1000
    if not EARLIEST <= number < LATEST:
        return None
    found = dt.datetime.fromtimestamp(number, dt.UTC)
    return None if found.date() in NO_DAY else Moment(found.date(), found if found.time() != dt.time() else None)
