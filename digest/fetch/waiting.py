"""How long to wait: before asking again after a failure, and before asking again for what is still fresh."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

FIRST_PAUSE = 2.0  # seconds; each pause is twice the one before
LONGEST_PAUSE = 60.0  # seconds; a server that asks for more is asked again in another run
LONGEST_FRESH = 86_400  # seconds: once a day everything may be asked again
MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?([0-9]{1,9})", re.IGNORECASE)  # "public, max-age=600"
NEVER_FRESH = re.compile(r"(?:^|[,\s])no-(?:cache|store)(?:$|[,\s=])", re.IGNORECASE)  # "no-store"


def pause_before_retry(attempt: int, *, asked: float | None) -> float | None:
    """Seconds to wait after the attempt of this number (from 0); None where the server asks for too long a wait."""
    pause = max(FIRST_PAUSE * 2**attempt, asked or 0.0)
    return None if asked is not None and asked > LONGEST_PAUSE else min(pause, LONGEST_PAUSE)


def retry_after(value: str | None, *, now: dt.datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for, written as a number or as a date."""
    if value is None:
        return None
    value = value.strip()
    if value.isdecimal() and value.isascii():
        return float(value[:9])
    when = http_date(value)
    return None if when is None else max((when - now).total_seconds(), 0.0)


def http_date(value: str) -> dt.datetime | None:
    """A date as headers and feeds write it; None where it is none. Without a zone it is taken as UTC."""
    try:
        when = parsedate_to_datetime(value[:100])
        return when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def fresh_for(headers: Mapping[str, str], *, ttl: int = 0) -> int:
    """Seconds for which an answer is good, by its `Cache-Control` and by the feed's own `ttl`; at most a day."""
    control = headers.get("cache-control", "")[:1000]
    if NEVER_FRESH.search(control):
        return 0
    stated = MAX_AGE.search(control)
    return min(max(int(stated[1]) if stated else 0, ttl), LONGEST_FRESH)
