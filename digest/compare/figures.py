"""Put the same quantity of several articles into one row: "almost 30%" and "almost 30 per cent"."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from digest.compare.amounts import compatible
from digest.compare.converted import is_measured
from digest.compare.counted import Counted, counted
from digest.compare.distinct import is_distinct, is_sum
from digest.compare.further import Pool, further, pool_of
from digest.compare.kinds import Kinds
from digest.compare.measured import apart, one_number, one_quantity
from digest.compare.ranking import LEAD, importance
from digest.compare.rivals import rivals
from digest.compare.verdicts import verdict_on
from digest.model import Article, Figure, FigureRow, Findings, Sources, Verdict

Shared = tuple[Decimal, str]  # a value and its unit
OPENS = 6  # sentences, captions and standfirst among them, in which an article tells what its headline says


def compare_figures(
    articles: Sequence[Article], findings: Sequence[Findings], sources: Sources
) -> tuple[FigureRow, ...]:
    """List the key figures of a story, the most important first.

    Of the figures of a row each is of another article, in the order of the articles; where they were updated, in the
    order of the days.
    """
    by_id = {found.article_id: found for found in findings}
    headlines = _headlines(articles, by_id)
    shared = _shared(findings, headlines)
    pools = {order: tuple(counted(a, order, by_id[a.id])) for order, a in enumerate(articles) if a.id in by_id}
    rows: list[list[Counted]] = []
    kinds = Kinds()
    for pool in pools.values():
        for seen in _within(pool, shared):
            place = _home(seen, {number: rows[number] for number in kinds.akin(seen)})
            if place is None:
                place = len(rows)
                rows.append([])
            rows[place].append(seen)
            kinds.enter(seen, place)
    telling = [row for row in rows if len(row) > 1 or (row[0].figure.key and not _is_again(row[0], rows))]
    telling += _headed(rows, telling, headlines)
    whole = _with_rivals(_with_further(telling, {order: pool_of(pool) for order, pool in pools.items()}))
    return tuple(
        _row(row, perhaps, sources)
        for row, perhaps in sorted(whole, key=lambda found: importance(found[0], sources, headlines))
    )


def _with_further(
    rows: Sequence[list[Counted]], pools: Mapping[int, Pool]
) -> list[tuple[list[Counted], tuple[Counted, ...]]]:
    """Each row with the same number of further articles, and where that may stand; a figure has one row only."""
    home = {seen: row for row in rows for seen in row}
    standing: dict[int, list[Counted]] = {}
    for seen in home:
        standing.setdefault(seen.order, []).append(seen)
    gone: set[int] = set()
    found = []
    for row in rows:
        if id(row) in gone:
            continue
        more = further(row, pools, standing)
        perhaps = list(more.perhaps)
        for seen in more.same:
            other = home.get(seen)
            if other is None:
                standing.setdefault(seen.order, []).append(seen)
            elif len(other) > 1 or id(other) in gone:
                perhaps.append(seen)
                continue
            else:
                gone.add(id(other))
            row.append(seen)
            home[seen] = row
        row.sort(key=lambda seen: seen.order)
        found.append((row, tuple(perhaps)))
    return [(row, perhaps) for row, perhaps in found if id(row) not in gone]


def _with_rivals(
    found: Sequence[tuple[list[Counted], tuple[Counted, ...]]],
) -> Iterable[tuple[list[Counted], tuple[Counted, ...]]]:
    """Each row with the other tolls that may be of its event among what it may stand for."""
    others = rivals([row for row, _ in found])
    return [(row, (*perhaps, *more)) for (row, perhaps), more in zip(found, others, strict=True)]


def _row(row: Sequence[Counted], perhaps: Sequence[Counted], sources: Sources) -> FigureRow:
    verdict = verdict_on(row, sources)
    told = sorted(row, key=lambda seen: seen.day or dt.date.max) if verdict is Verdict.UPDATED else row
    figures = tuple(seen.figure if seen.figure.key else replace(seen.figure, key=True) for seen in told)
    return FigureRow(
        figures=figures,
        verdict=verdict,
        days=tuple(s.day for s in told),
        perhaps=tuple(seen.figure for seen in perhaps),
    )


def _is_again(seen: Counted, rows: Iterable[Sequence[Counted]]) -> bool:
    """Whether an article that alone has a distinct number gave it before: "19 steps" are its "19 separate actions"."""
    if seen.outcome or not (is_distinct(seen.figure) and _is_count(seen.figure)):
        return False
    others = (other for row in rows for other in row if other.order == seen.order)
    start = seen.figure.excerpt.span.start
    return any(
        other.figure.value == seen.figure.value
        and other.figure.excerpt.span.start < start
        and other.figure.key
        and _is_count(other.figure)
        for other in others
    )


def _is_count(figure: Figure) -> bool:
    """Whether a figure counts things: no sum, share or measure."""
    return figure.unit[:1].islower() and not is_measured(figure.unit)


def _headed(
    rows: Iterable[list[Counted]], telling: Iterable[Sequence[Counted]], headlines: Sequence[Figure]
) -> Iterable[list[Counted]]:
    """For each number of a headline that nothing tells of, the first sentence that opens an article and does."""
    told = {seen.figure.value for row in telling for seen in row}
    wanted = {figure.value for figure in headlines} - told
    for row in rows:
        if row[0].figure.value in wanted and row[0].figure.sentence < OPENS:
            wanted.discard(row[0].figure.value)
            yield row


def _shared(findings: Sequence[Findings], headlines: Sequence[Figure]) -> frozenset[Shared]:
    """The numbers of one unit that are told though an article puts them in passing.

    Those that another article has as key figures, those that are in a headline, sums among them, and the distinct ones
    of several.
    """
    headed = {figure.value for figure in headlines}
    counting = [[figure for figure in found.figures if figure.unit] for found in findings]
    key = {(figure.value, figure.unit) for figures in counting for figure in figures if figure.key}
    articles = Counter(
        number
        for figures in counting
        for number in {(figure.value, figure.unit) for figure in figures if is_distinct(figure) or is_sum(figure)}
    )
    distinct = {(figure.value, figure.unit) for figures in counting for figure in figures if is_distinct(figure)}
    return frozenset(
        key
        | {number for number, times in articles.items() if number[0] in headed or (times > 1 and number in distinct)}
    )


def _within(pool: Iterable[Counted], shared: Set[Shared]) -> list[Counted]:
    """The key figures of one article, and those that are shared with another, each once.

    Of two that say the same the one that opens the article stands, or that which has more to it. What a sum
    is of, a headline seldom says.
    """
    kept: list[Counted] = []
    kinds = Kinds()
    for seen in pool:
        if not (seen.figure.key or (seen.figure.value, seen.figure.unit) in shared):
            continue
        twin = next((i for i in kinds.akin(seen) if one_number(kept[i], seen)), None)
        if twin is None:
            kept.append(seen)
            kinds.enter(seen, len(kept) - 1)
        elif _is_better(seen, kept[twin]):
            kept[twin] = seen
            kinds.enter(seen, twin)
    return kept


def _is_better(seen: Counted, other: Counted) -> bool:
    figure, kept = seen.figure, other.figure
    if other.headed:
        return is_sum(figure) and figure.unit == kept.unit and figure.sentence < OPENS
    return kept.sentence >= LEAD and _fullness(figure) > _fullness(kept)


def _fullness(figure: Figure) -> int:
    return sum(part is not None for part in (figure.measure, figure.period, figure.source, figure.qualifier))


def _home(seen: Counted, rows: Mapping[int, Sequence[Counted]]) -> int | None:
    """The row that a figure belongs to: same value and a related context, or another value of the same measure."""
    open_rows = {place: row for place, row in rows.items() if row[-1].order != seen.order}  # articles come one by one
    for place, row in open_rows.items():
        if _any_of(row, one_number, seen) and all(_fits(o, seen) for o in row):
            return place
    if not _weighs(seen):
        return None  # a number in passing contradicts nobody
    for place, row in open_rows.items():
        if any(map(_weighs, row)) and _any_of(row, one_quantity, seen) and not _any_of(row, apart, seen):
            return place
    return None


def _any_of(row: Sequence[Counted], is_so: Callable[[Counted, Counted], bool], seen: Counted) -> bool:
    """Whether one of a row's figures and another are something to each other, most often the only one."""
    for own in row:  # noqa: SIM110  # a generator takes twice the time
        if is_so(own, seen):
            return True
    return False


def _weighs(seen: Counted) -> bool:
    """Whether a figure is a key one, or tells in a headline what happened to people."""
    return seen.figure.key or (seen.headed and seen.outcome is not None)


def _fits(one: Counted, other: Counted) -> bool:
    """Whether two figures may stand in one row, though they were not brought together by each other."""
    return compatible(one.figure, other.figure) or one_quantity(one, other)


def _headlines(articles: Sequence[Article], by_id: Mapping[str, Findings]) -> tuple[Figure, ...]:
    """The figures that stand in the articles' headlines."""
    headed = ((headline.span, by_id.get(article.id)) for article in articles if (headline := article.headline))
    return tuple(f for span, found in headed if found for f in found.figures if span.covers(f.excerpt.span))
