"""What is new in the last days of a project, what its stories tell more often than before, and what less often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Subject
from digest.render.periods import Periods, Unit

DAYS = {Unit.DAY: 7, Unit.WEEK: 7, Unit.MONTH: 30, Unit.QUARTER: 90, Unit.YEAR: 365}
"""How many days are compared with as many before them."""
STEP = 3
"""How many stories more or fewer make a difference that is told."""
FEWEST = 2
"""How many stories something new has to be in."""
TIMES = 2
"""How many times as large the share of the stories has to be that something is in."""
MOST = 8
"""How many are told of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How many stories something is in, lately and before."""

    subject: Subject
    now: int
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """The last days beside as many before them: how many stories there are, and what is in more or fewer of them.

    `new` is what no earlier article has. What more stories have only because there are more stories is not told.
    """

    days: int
    last: dt.date
    stories: int
    before: int
    new: tuple[Turn, ...]
    more: tuple[Turn, ...]
    fewer: tuple[Turn, ...]


def lately(
    subjects: Sequence[Subject], dates: Mapping[str, dt.date], whole: Mapping[str, Sequence[str]], shown: Periods | None
) -> Lately | None:
    """Compare the last days with those before; None where not as many days are known.

    `dates` are the articles' days, `whole` the articles of each story.
    """
    if shown is None:
        return None
    known = [date for date in dates.values() if shown.place(date) is not None]
    last, days = max(known), DAYS[shown.unit]
    if (last - min(known)).days + 1 < 2 * days:
        return None

    def window(date: dt.date | None) -> int | None:
        """0 for the last days, 1 for those before, more for earlier ones; None for a day that is not known."""
        return None if date is None or date > last else (last - date).days // days

    windows = {article: window(date) for article, date in dates.items()}
    now, before, _ = _counts(whole.values(), windows)
    turns: dict[str, list[Turn]] = {"new": [], "more": [], "fewer": []}
    for subject in subjects:
        lately, earlier, first = _counts((one.articles for one in subject.stories), windows)
        turn = Turn(subject=subject, now=lately, before=earlier)
        if first == 0 and lately >= FEWEST:
            turns["new"].append(turn)
        elif lately >= earlier + STEP and lately * before >= TIMES * earlier * now:
            turns["more"].append(turn)
        elif earlier >= lately + STEP and TIMES * lately * before <= earlier * now:
            turns["fewer"].append(turn)
    told = {
        name: tuple(sorted(found, key=lambda t: (-abs(t.now - t.before), -max(t.now, t.before)))[:MOST])
        for name, found in turns.items()
    }
    return Lately(days=days, last=last, stories=now, before=before, **told)


def _counts(stories: Iterable[Sequence[str]], windows: Mapping[str, int | None]) -> tuple[int, int, int | None]:
    """In how many stories the last days have an article, in how many those before, and in which days the first is."""
    now = before = 0
    oldest: int | None = None
    for articles in stories:
        found = {number for article in articles if (number := windows.get(article)) is not None}
        now += 0 in found
        before += 1 in found
        if found:
            oldest = max(found) if oldest is None else max(oldest, *found)
    return now, before, oldest
