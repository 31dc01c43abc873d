"""List the times of day that a sentence names."""

from __future__ import annotations

import re

CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b|\b(\d{1,2}):(\d\d)\b", re.IGNORECASE)  # "1 a.m.", "13:30"


def times_of_day(text: str) -> frozenset[str]:
    """The times of day in a sentence: "1 p.m." and "1:00pm" are one."""
    found = (clock.groups("") for clock in CLOCK.finditer(text))
    return frozenset(
        f"{early or late} {past or minutes or '00'} {half.lower()}" for early, past, half, late, minutes in found
    )
