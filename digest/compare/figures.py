"""Put the same quantity of several articles into one row: "almost 30%" and "almost 30 per cent"."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from digest.compare.amounts import compatible
from digest.compare.counted import Counted, counted
from digest.compare.distinct import is_distinct, is_sum
from digest.compare.further import Held, Pool, further, pool_of
from digest.compare.kinds import Kinds, akin, enter
from digest.compare.measured import apart, one_number, one_quantity
from digest.compare.ranking import LEAD, importance
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
    headed = frozenset(headlines)
    rows: list[list[Counted]] = []
    kinds: Kinds = {}
    for pool in pools.values():
        for seen in _within(pool, shared, headed):
            place = _home(seen, {number: rows[number] for number in akin(seen, kinds)}, headed)
            if place is None:
                place = len(rows)
                rows.append([])
            rows[place].append(seen)
            enter(seen, place, kinds)
    telling = [row for row in rows if len(row) > 1 or row[0].figure.key]
    telling += _headed(rows, telling, headlines)
    whole = _with_further(telling, {order: pool_of(pool) for order, pool in pools.items()}, headed)
    return tuple(
        _row(row, perhaps, sources)
        for row, perhaps in sorted(whole, key=lambda found: importance(found[0], sources, headlines))
    )


def _with_further(
    rows: Sequence[list[Counted]], pools: Mapping[int, Pool], headed: Set[Figure]
) -> Iterable[tuple[list[Counted], tuple[Counted, ...]]]:
    """Each row with the same number of further articles, and where that may stand; a figure has one row only."""
    home = {seen.figure: (seen, row) for row in rows for seen in row}
    held: dict[Held, set[Figure]] = {}
    for seen, _ in home.values():
        held.setdefault(_held(seen), set()).add(seen.figure)
    gone: set[int] = set()
    found = []
    for row in rows:
        if id(row) in gone:
            continue
        more = further(row, pools, headed, held)
        perhaps = list(more.perhaps)
        for seen in more.same:
            _, other = home.get(seen.figure, (seen, None))
            if other is not None and (len(other) > 1 or id(other) in gone):
                perhaps.append(seen)
                continue
            if other is not None:
                gone.add(id(other))
            row.append(seen)
            home[seen.figure] = seen, row
            held.setdefault(_held(seen), set()).add(seen.figure)
        row.sort(key=lambda seen: seen.order)
        found.append((row, tuple(perhaps)))
    return [(row, perhaps) for row, perhaps in found if id(row) not in gone]


def _held(seen: Counted) -> Held:
    return seen.order, seen.figure.value, seen.figure.unit


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


def _within(pool: Iterable[Counted], shared: Set[Shared], headed: Set[Figure]) -> list[Counted]:
    """The key figures of one article, and those that are shared with another, each once.

    Of two that say the same the one that opens the article stands, or that which has more to it. What a sum
    is of, a headline seldom says.
    """
    kept: list[Counted] = []
    kinds: Kinds = {}
    for seen in pool:
        if not (seen.figure.key or (seen.figure.value, seen.figure.unit) in shared):
            continue
        twin = next((i for i in akin(seen, kinds) if one_number(kept[i], seen)), None)
        if twin is None:
            kept.append(seen)
            enter(seen, len(kept) - 1, kinds)
        elif _is_better(seen.figure, kept[twin].figure, headed):
            kept[twin] = seen
            enter(seen, twin, kinds)
    return kept


def _is_better(figure: Figure, kept: Figure, headed: Set[Figure]) -> bool:
    if kept in headed:
        return is_sum(figure) and figure.unit == kept.unit and figure.sentence < OPENS
    return kept.sentence >= LEAD and _fullness(figure) > _fullness(kept)


def _fullness(figure: Figure) -> int:
    return sum(part is not None for part in (figure.measure, figure.period, figure.source, figure.qualifier))


def _home(seen: Counted, rows: Mapping[int, Sequence[Counted]], headed: Set[Figure]) -> int | None:
    """The row that a figure belongs to: same value and a related context, or another value of the same measure."""
    open_rows = {place: row for place, row in rows.items() if row[-1].order != seen.order}  # articles come one by one
    for place, row in open_rows.items():
        if any(one_number(o, seen) for o in row) and all(_fits(o, seen) for o in row):
            return place
    for place, row in open_rows.items():
        if not (_weighs(seen, headed) and any(_weighs(o, headed) for o in row)):
            continue  # a number in passing contradicts nobody
        if any(one_quantity(o, seen) for o in row) and not any(apart(o, seen) for o in row):
            return place
    return None


def _weighs(seen: Counted, headed: Set[Figure]) -> bool:
    """Whether a figure is a key one, or tells in a headline what happened to people."""
    return seen.figure.key or (seen.outcome is not None and seen.figure in headed)


def _fits(one: Counted, other: Counted) -> bool:
    """Whether two figures may stand in one row, though they were not brought together by each other."""
    return compatible(one.figure, other.figure) or one_quantity(one, other)


def _headlines(articles: Sequence[Article], by_id: Mapping[str, Findings]) -> tuple[Figure, ...]:
    """The figures that stand in the articles' headlines."""
    headed = ((headline.span, by_id.get(article.id)) for article in articles if (headline := article.headline))
    return tuple(f for span, found in headed if found for f in found.figures if span.covers(f.excerpt.span))
