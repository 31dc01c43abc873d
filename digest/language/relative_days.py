"""Find a day that counts from the day of writing: "tomorrow", "today's", "last night"."""

from __future__ import annotations

import re
from functools import cache

from digest.language import subject


def relative_day(text: str, *, language: str = "en") -> str:
    """The first such day of a text, or nothing: a reader who does not know when it was written learns no day."""
    found = _days(language).search(text)
    return found.group().lower() if found else ""


@cache
def _days(language: str) -> re.Pattern[str]:
    data = subject(language, "dates")
    listed = (*data.get("days", {}), *data.get("parts_of_days", ()))
    return re.compile(rf"\b(?:{'|'.join(re.escape(str(day)) for day in listed) or '(?!)'})\b", re.IGNORECASE)
