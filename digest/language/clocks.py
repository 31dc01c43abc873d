"""The time of day as pages, feeds and mails write it in their data, with its zone: one moment, or none."""

from __future__ import annotations

import datetime as dt
import re

# The names of zones that mean one zone only, in hours from UTC. Those of mail's headers (RFC 822) are read as there;
# "CST", "PST" and others stand elsewhere for several zones, and are read in no other place.
ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aedt": 11, "nzst": 12, "nzdt": 13,
    "edt": -4, "cdt": -5, "mdt": -6, "pdt": -7, "akst": -9, "akdt": -8,
}  # fmt: skip
MAIL_ZONES = ZONES | {"est": -5, "cst": -6, "mst": -7, "pst": -8}
MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d\d(?::\d\d)? ")  # "4 Mar 2026 08:00 "
# A clock and its zone: "23:30:00-05:00", "8.00 GMT", "10:30 p.m. (EST)", "23:30 UTC+1"
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?(?![\d:])"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:,? ?\(?(?:(?P<name>[a-z]{1,4})(?![a-z]))?(?P<offset>[+-]\d{1,2}(?::?\d\d)?(?![\d:]))?)?",
    re.IGNORECASE,
)
DENSE = re.compile(r"T(\d\d)(\d\d)(?:(\d\d)(?:\.\d{1,9})?)?(?=Z|[+-]\d|$)")  # "T233000Z"
FARTHEST = dt.timedelta(hours=14)  # no place is farther from UTC


def time_of(text: str, day: dt.date, *, day_at: tuple[int, int]) -> dt.datetime | None:
    """The moment of that day, which stands at `day_at` of a text; None where its zone is not certain.

    "2026-03-04T23:30:00-05:00" → half past eleven, five hours behind UTC; "2026-03-04 08:00" → None (where?). Midnight
    to the second is what programs write that know the day alone: None.
    """
    rest = f"{text[: day_at[0]]} {DENSE.sub(_spread, text[day_at[1] :])}"
    clocks = list(CLOCK.finditer(rest))
    if len(clocks) != 1:
        return None
    clock = clocks[0]
    hour = _hour(int(clock["hour"]), (clock["half"] or "").lower())
    zones = MAIL_ZONES if MAIL.match(text) else ZONES
    zone = _zone((clock["name"] or "").lower(), clock["offset"] or "", zones)
    try:
        second = 59 if clock["second"] == "60" else int(clock["second"] or 0)  # a leap second
        time = dt.time(hour, int(clock["minute"]), second)
    except ValueError:
        return None
    return dt.datetime.combine(day, time, zone) if zone and time != dt.time() else None


def _spread(dense: re.Match[str]) -> str:
    return "T" + ":".join(part for part in dense.groups() if part)


def _hour(hour: int, half: str) -> int:
    """The hour of 24; one that there is not where it is none of twelve: "8 pm" → 20, "20 pm" → -1."""
    if not half:
        return hour
    return hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else -1


def _zone(name: str, offset: str, zones: dict[str, int]) -> dt.timezone | None:
    """The zone that a name or an offset states: "EDT", "-0400", "GMT-4"; an offset counts from no other zone."""
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        delta = dt.timedelta(hours=hours, minutes=minutes)
        if delta > FARTHEST or minutes > 59 or zones.get(name or "utc") != 0:
            return None
        return dt.timezone(-delta if offset[0] == "-" else delta)
    return dt.timezone(dt.timedelta(hours=zones[name])) if name in zones else None
