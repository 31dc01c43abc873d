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
DAYS = 31
"""Up to so many days each has a row; beyond, each month."""
MONTHS_SHOWN = 36
"""Up to so many months each has a row; beyond, each year."""
YEARS_SHOWN = 40
"""How many years are shown at most, the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A day (or a month, or a year) and how many articles there are of it: in all, and of each outlet."""

    when: str
    total: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Some articles by outlet and day, month or year, as `unit` says; `undated` counts those without a date.

    The last of the `outlets` is "others" where there are more than have a column.
    """

    unit: str
    outlets: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
    undated: int


def coverage(articles: Sequence[Article]) -> Coverage | None:
    """Articles by outlet and day, month or year, or None where not even two days are known."""
    dated = [(article.published.value, article) for article in articles if article.published]
    days = sorted({date for date, _ in dated})
    if len(days) < 2:
        return None
    ranked = Counter(outlet(article) for _, article in dated).most_common()
    names = [name for name, _ in sorted(ranked, key=lambda item: (-item[1], item[0]))]
    shown = names if len(names) <= COLUMNS else names[: COLUMNS - 1]
    columns = [*shown, *(["others"] if len(names) > len(shown) else [])]
    unit = _unit(days[0], days[-1])
    found: dict[str, list[Article]] = {when: [] for when in _periods(unit, days[0], days[-1])}
    for date, article in dated:
        found.get(_period(unit, date), []).append(article)
    return Coverage(
        unit=unit,
        outlets=tuple(columns),
        rows=tuple(_row(when, articles, columns) for when, articles in found.items()),
        undated=len(articles) - len(dated),
    )


def _unit(first: dt.date, last: dt.date) -> str:
    """What a row stands for: a day, or of a long time a month, or a year."""
    if (last - first).days < DAYS:
        return "day"
    return "month" if _month(last) - _month(first) < MONTHS_SHOWN else "year"


def _periods(unit: str, first: dt.date, last: dt.date) -> Iterable[str]:
    """The days, months or years from the first to the last, also those without an article."""
    if unit == "day":
        return (day(first + dt.timedelta(days=number)) for number in range((last - first).days + 1))
    if unit == "month":
        return (f"{MONTHS[month % 12]} {month // 12}" for month in range(_month(first), _month(last) + 1))
    return (str(year) for year in range(max(first.year, last.year - YEARS_SHOWN + 1), last.year + 1))


def _period(unit: str, date: dt.date) -> str:
    """The day, month or year of a date."""
    return {"day": day(date), "month": f"{MONTHS[date.month - 1]} {date.year}"}.get(unit, str(date.year))


def _month(date: dt.date) -> int:
    return date.year * 12 + date.month - 1


def _row(when: str, articles: Sequence[Article], columns: Sequence[str]) -> CoverageRow:
    counts = Counter(outlet(article) if outlet(article) in columns else "others" for article in articles)
    return CoverageRow(when=when, total=len(articles), numbers=tuple(counts[name] for name in columns))
