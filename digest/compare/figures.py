"""Put the same quantity of several articles into one row: "almost 30%" and "almost 30 per cent"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from digest.compare.amounts import compatible
from digest.compare.counted import Counted, counted
from digest.compare.kinds import Kinds, akin, enter
from digest.compare.measured import apart, one_number, one_quantity
from digest.compare.ranking import LEAD, importance
from digest.compare.verdicts import verdict_on
from digest.model import Article, Figure, FigureRow, Findings, Sources, Verdict


def compare_figures(
    articles: Sequence[Article], findings: Sequence[Findings], sources: Sources
) -> tuple[FigureRow, ...]:
    """List the key figures of a story, the most important first.

    Of the figures of a row each is of another article, in the order of the articles; where they were updated, in the
    order of the days.
    """
    by_id = {found.article_id: found for found in findings}
    rows: list[list[Counted]] = []
    kinds: Kinds = {}
    for order, article in enumerate(articles):
        found = by_id.get(article.id)
        for seen in _within(article, order, found) if found else []:
            place = _home(seen, {number: rows[number] for number in akin(seen, kinds)})
            if place is None:
                place = len(rows)
                rows.append([])
            rows[place].append(seen)
            enter(seen, place, kinds)
    headlines = _headlines(articles, by_id)
    return tuple(_row(row, sources) for row in sorted(rows, key=lambda row: importance(row, sources, headlines)))


def _row(row: Sequence[Counted], sources: Sources) -> FigureRow:
    verdict = verdict_on(row, sources)
    told = sorted(row, key=lambda seen: seen.day or dt.date.max) if verdict is Verdict.UPDATED else row
    return FigureRow(figures=tuple(s.figure for s in told), verdict=verdict, days=tuple(s.day for s in told))


def _within(article: Article, order: int, found: Findings) -> list[Counted]:
    """The key figures of one article, each once: of two that say the same the one that opens it, or has more to it."""
    kept: list[Counted] = []
    kinds: Kinds = {}
    for seen in counted(article, order, found):
        twin = next((i for i in akin(seen, kinds) if one_number(kept[i], seen)), None)
        if twin is None:
            kept.append(seen)
            enter(seen, len(kept) - 1, kinds)
        elif kept[twin].figure.sentence >= LEAD and _fullness(seen.figure) > _fullness(kept[twin].figure):
            kept[twin] = seen
            enter(seen, twin, kinds)
    return kept


def _fullness(figure: Figure) -> int:
    return sum(part is not None for part in (figure.measure, figure.period, figure.source, figure.qualifier))


def _home(seen: Counted, rows: Mapping[int, Sequence[Counted]]) -> int | None:
    """The row that a figure belongs to: same value and a related context, or another value of the same measure."""
    open_rows = {place: row for place, row in rows.items() if row[-1].order != seen.order}  # articles come one by one
    for place, row in open_rows.items():
        if any(one_number(o, seen) for o in row) and all(_fits(o, seen) for o in row):
            return place
    for place, row in open_rows.items():
        if any(one_quantity(o, seen) for o in row) and not any(apart(o, seen) for o in row):
            return place
    return None


def _fits(one: Counted, other: Counted) -> bool:
    """Whether two figures may stand in one row, though they were not brought together by each other."""
    return compatible(one.figure, other.figure) or one_quantity(one, other)


def _headlines(articles: Sequence[Article], by_id: Mapping[str, Findings]) -> tuple[Figure, ...]:
    """The figures that stand in the articles' headlines."""
    headed = ((headline.span, by_id.get(article.id)) for article in articles if (headline := article.headline))
    return tuple(f for span, found in headed if found for f in found.figures if span.covers(f.excerpt.span))
