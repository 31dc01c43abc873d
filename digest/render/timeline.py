"""What happened when: the dated sentences of a story in the order of their days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from digest.model import Excerpt, Story, TimelineEntry
from digest.render.wording import MONTHS, day, period

MONTH = re.compile("|".join(month[:3] for month in MONTHS))
QUARTERS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """A line of the timeline: when, the words of the article that say so, and the sentence."""

    when: str
    written: Excerpt
    sentence: Excerpt
    also: tuple[Excerpt, ...]
    ahead: bool


def timeline(story: Story) -> tuple[TimelineLine, ...]:
    """The lines of a story's timeline, the first day first."""
    return tuple(
        TimelineLine(
            when=in_words(entry),
            written=entry.written,
            sentence=entry.sentence,
            also=entry.also,
            ahead=entry.ahead,
        )
        for entry in story.comparison.timeline
    )


def in_words(entry: TimelineEntry) -> str:
    """A date in words, as precise as it is known: "19 April 2022", "first quarter of 2022", "2014"."""
    first, last = entry.earliest, entry.latest
    ends_month = (last + dt.timedelta(days=1)).day == 1 if last < dt.date.max else True
    whole_months = first.day == 1 and ends_month and first.year == last.year
    months = last.month - first.month + 1
    if whole_months and months == 12:
        return str(first.year)
    if whole_months and months == 3 and first.month % 3 == 1:
        return f"{QUARTERS[first.month // 3]} quarter of {first.year}"
    if whole_months and months == 1:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if whole_months:
        written = entry.written.text
        stated = str(first.year) in written and not MONTH.search(written)  # "late 2001"
        return written if stated else f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {first.year}"
    if entry.precision == "week" and (last - first).days == 6:
        return f"week from {day(first)}"
    return period(first, last) if first != last else day(first)
