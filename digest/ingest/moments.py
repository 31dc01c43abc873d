"""Dates as feeds and tables write them: the day as it stands there, and the moment where its zone is stated."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from digest.ingest.pages.days import day_of

TIME = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
ISO = re.compile(rf"\d{{4}}-?\d{{2}}-?\d{{2}}[Tt ]\s?{TIME}\s?([Zz]|[+-]\d{{2}}:?\d{{2}}|[A-Z]{{2,4}})?$")
MAIL = re.compile(rf"(?:[A-Za-z]{{3,9}}\.?,?\s)?.{{6,20}}\s{TIME}\s?([+-]\d{{2}}:?\d{{2}}|[A-Za-z]{{1,5}})?$")
OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")
# Zones by name, in hours: those of RFC 822 and of Europe. Others have the same name in several countries.
ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
LONGEST = 60  # characters
FURTHEST = dt.timedelta(hours=14)  # from Greenwich


class Dated(NamedTuple):
    """The day as it is written, and the moment."""

    day: dt.date | None = None
    moment: dt.datetime | None = None


UNDATED = Dated()


def dated(text: str) -> Dated:
    """Read a date; what is impossible, or can be read in two ways, is none.

    "Wed, 04 Mar 2026 23:30:00 EST" → 4 March 2026, 23:30 five hours behind Greenwich; "Wed, 32 Mar 2026" → none.
    """
    text = " ".join(text[: 4 * LONGEST].split())
    if len(text) > LONGEST:
        return UNDATED
    day = day_of(text)
    hit = ISO.match(text) or MAIL.match(text)
    if day is None or not hit:
        return Dated(day)
    hour, minute, second = int(hit[1]), int(hit[2]), int(hit[3] or 0)
    zone = _zone(hit[4] or "")
    try:
        moment = dt.datetime.combine(day, dt.time(hour, minute, 59 if second == 60 else second), tzinfo=zone)
    except ValueError:  # "25:00"
        return UNDATED
    return Dated(day, moment if zone else None)


def _zone(text: str) -> dt.timezone | None:
    """The zone that a date ends with; None where there is none that is known."""
    if hit := OFFSET.fullmatch(text):
        away = dt.timedelta(hours=int(hit[2]), minutes=int(hit[3])) * (-1 if hit[1] == "-" else 1)
        return dt.timezone(away) if abs(away) <= FURTHEST and int(hit[3]) < 60 else None
    hours = ZONES.get(text.lower())
    return None if hours is None else dt.timezone(dt.timedelta(hours=hours))
