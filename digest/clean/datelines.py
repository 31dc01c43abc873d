"""Read the day of publication in a line that says it, or that says nothing else."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from digest.clean.phrases import any_of
from digest.clean.words import WORD
from digest.language import subject
from digest.language.days import days_in

LONGEST = 160  # characters
# Before a text: "PORT SAND, Ourt (4 March 2026) – "
BRACKETED = re.compile(r"[^\W\d_a-z]{3,}[^()\n]{0,50}\((?P<day>[^()\n]{6,30})\)\s*[-–—]")


class Dated(NamedTuple):
    """A day in a line, and whether a word such as "published" stands before it."""

    day: dt.date
    labelled: bool


class _Words(NamedTuple):
    published: re.Pattern[str]
    beside: frozenset[str]


def days_published(text: str) -> Iterator[Dated]:
    """The days that a line calls days of publication; or the day that it gives without any other words.

    "Published 4 March 2026 | Updated 5 March 2026" → 4 March 2026, labelled; "Wed 4 March 2026, 8 am" → 4 March 2026;
    "By Jane Doe, 4 March 2026", "4 March 2026 (updated)", "Updated 5 March 2026" → none
    """
    low = text.casefold()
    if len(text) > LONGEST or len(low) != len(text):
        return
    words = _words()
    days = list(days_in(text))
    edges = [0, *(edge for day in days for edge in (day.start, day.end)), len(text)]
    gaps = [low[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    alone = len(days) == 1 and all(_says_nothing(gap) for gap in gaps)
    for number, day in enumerate(days):
        label = _last(words.published, gaps[number])
        labelled = label is not None and _says_nothing(gaps[number][label.end() :])
        if labelled or alone:
            yield Dated(day.day, labelled)


def day_of_dateline(text: str) -> dt.date | None:
    """The day in brackets between a place and a dash before a text: "PORT SAND (4 March 2026) – The bridge is" """
    found = BRACKETED.match(text)
    dated = list(days_published(found["day"])) if found else []
    return dated[0].day if dated else None


def _says_nothing(text: str) -> bool:
    """Whether there is nothing but words that stand beside dates, and times."""
    return all(word[0].isdigit() or word in _words().beside for word in WORD.findall(text))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


@cache
def _words() -> _Words:
    data = subject("mul", "dates")
    return _Words(
        published=re.compile(rf"(?<!\w){any_of(data['published'])}"),
        beside=frozenset(map(str, data["beside"])),
    )
