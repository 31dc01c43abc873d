"""Read the day that an article's address states: "/2026/03/04/", "/2026/mar/04/", "/2026-03-04/", "-20260304,"."""

from __future__ import annotations

import datetime as dt
import re

from digest.language.days import months
from digest.model import Article

DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/?#._-]|$)", re.IGNORECASE)
DENSE = re.compile(
    r"[/_-]((?:199|20[0-4])\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/?#.,_-]|$)"
)  # "ferry-sinks-20260304,0"
LONGEST = 500  # characters of an address


def day_in_address(address: str) -> dt.date | None:
    """The day that an address states; None where it states none, or more than one."""
    start = address[:LONGEST]
    hits = [*DAY.finditer(start)] or [*DENSE.finditer(start)]
    found = {day for hit in hits if (day := _day(*hit.groups()))}
    return found.pop() if len(found) == 1 else None


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month) if month.isdecimal() else months().get(month.lower(), 0), int(day))
    except ValueError:
        return None


def day_of(article: Article) -> dt.date | None:
    """The day of an article: the one that is stated, else that of its address."""
    if article.published:
        return article.published.value
    return day_in_address(article.url.value) if article.url else None
