"""When outlets wrote about a story or a person: how many articles a day, where two days or more are known."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.model import Article
from digest.render.wording import MONTHS, day, outlet

COLUMNS = 6
"""How many outlets have a column of their own, those with the most articles."""
EVERY_DAY = 14
"""Up to so many days, those without an article have a row, too."""
DAYS = 31
"""Up to so many rows each is a day; beyond, a month."""
MONTHS_SHOWN = 36
"""How many months are shown at most, the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A day (or a month) and how many articles there are of it: in all, and of each outlet."""

    when: str
    total: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Some articles by day and outlet; `undated` counts those without a date.

    The last of the `outlets` is "others" where there are more than have a column.
    """

    outlets: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    undated: int


def coverage(articles: Sequence[Article]) -> Coverage | None:
    """Articles by day and outlet, or None where not even two days are known."""
    dated = [(article.published.value, article) for article in articles if article.published]
    days = sorted({date for date, _ in dated})
    if len(days) < 2:
        return None
    ranked = Counter(outlet(article) for _, article in dated).most_common()
    names = [name for name, _ in sorted(ranked, key=lambda item: (-item[1], item[0]))]
    shown = names if len(names) <= COLUMNS else names[: COLUMNS - 1]
    columns = [*shown, *(["others"] if len(names) > len(shown) else [])]
    return Coverage(
        outlets=tuple(columns),
        rows=tuple(_row(when, articles, columns) for when, articles in _periods(days, dated)),
        undated=len(articles) - len(dated),
    )


def _periods(days: Sequence[dt.date], dated: Sequence[tuple[dt.date, Article]]) -> Iterable[tuple[str, list[Article]]]:
    """The days from the first to the last; of a long time those with articles, of a very long time months."""
    if len(days) > DAYS:
        months = sorted({(date.year, date.month) for date in days})[-MONTHS_SHOWN:]
        for year, month in months:
            found = [article for date, article in dated if (date.year, date.month) == (year, month)]
            yield f"{MONTHS[month - 1]} {year}", found
        return
    if (days[-1] - days[0]).days < EVERY_DAY:
        days = [days[0] + dt.timedelta(days=number) for number in range((days[-1] - days[0]).days + 1)]
    for date in days:
        yield day(date), [article for when, article in dated if when == date]


def _row(when: str, articles: Sequence[Article], columns: Sequence[str]) -> CoverageRow:
    counts = Counter(outlet(article) if outlet(article) in columns else "others" for article in articles)
    return CoverageRow(when=when, total=len(articles), numbers=tuple(counts[name] for name in columns))
