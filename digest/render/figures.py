"""The key figures of a story: one line for each quantity, and one for each wording where the articles differ."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from digest.model import Excerpt, Figure, FigureRow, Span, Story, Verdict
from digest.render.escape import visible_text
from digest.render.measuring import (
    changed_words,
    clause_or_words,
    few_words,
    is_shared,
    leans_on_headline,
    tells,
    told_of,
)
from digest.render.origins import AT_LEAST, printed_by, support
from digest.render.repeating import seems_again
from digest.render.wordings import MARKS, WORDINGS, Words, number_of, wordings

MOST = 8
"""How many quantities a page shows at most, but for those on which the articles differ."""
MOST_ALONE = 8
"""Up to which row a quantity is shown that one article alone has."""
LARGE = re.compile(r"\d{1,3}(?:,\d{3})+")
"""A number that hardly stands for two things in one story."""
LATE = 60
"""From which sentence on a figure that only one article has stands on its page alone."""
RARE = 3
"""With how many digits, up to the last one that is no zero, a number hardly stands for two things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One wording of a quantity, with what is told of it, who counted, up to when, and which outlets print it."""

    figure: tuple[Excerpt, ...]
    told: Excerpt | None
    source: str
    day: dt.date | None
    outlets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity in the articles' words: what they tell of it, over what time and by whose word, as far as they say so.

    `told` are a few words ("were killed"), or the clause that holds the figure, in which the time stands too.
    `in_clause` tells which. `support` says in how many articles it is ("2 of 3 articles"), "at least" where others may
    have it: `perhaps` are their numbers that would seem to be told twice. `lines`
    hold each wording for itself.
    """

    figure: tuple[Words, ...]
    told: tuple[Words, ...]
    period: tuple[Words, ...]
    sources: tuple[str, ...]
    support: str
    verdict: Verdict
    lines: tuple[FigureLine, ...]
    in_clause: bool = False
    perhaps: tuple[Excerpt, ...] = ()

    @property
    def front(self) -> tuple[Words, ...]:
        """What stands where there is room for little: the newest of updates, all where they differ, else the first."""
        if self.verdict is Verdict.UPDATED:
            return (Words(excerpts=self.lines[-1].figure),)
        return self.figure if self.verdict is Verdict.DIFFER else self.figure[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """The table of key figures: its rows, whether any has a period or a source, and how many rows are left out."""

    rows: tuple[Quantity, ...]
    more: int

    @property
    def tells(self) -> bool:
        """Whether any row needs more words than the figure itself."""
        return any(row.told for row in self.rows)

    @property
    def periods(self) -> bool:
        """Whether any article says over what time."""
        return any(row.period for row in self.rows)

    @property
    def sources(self) -> bool:
        """Whether any article says whose figure it is."""
        return any(row.sources for row in self.rows)

    @property
    def counts(self) -> bool:
        """Whether any says in how many articles it is."""
        return any(row.support for row in self.rows)

    def settled(self, verdict: str) -> tuple[Quantity, ...]:
        """The quantities with a verdict: "differ", "updated"."""
        return tuple(row for row in self.rows if row.verdict == verdict)


def key_figures(story: Story) -> KeyFigures:
    """The quantities that belong on the story's page, in the order of the comparison.

    Of many the first are shown, and all on which the articles differ; the others, and those that tell nothing by
    themselves, stand on the articles' own pages.
    """
    rows = [row for row in story.comparison.figures if any(figure.key for figure in row.figures)]
    told: list[FigureRow] = []
    telling: list[Quantity] = []
    for row in rows:
        if not _is_late(row) and not any(seems_again(row, other) for other in told) and tells(row, story):
            told.append(row)
            telling.append(_quantity(row, story, telling))
    quantities = _joined(telling)
    limits = {Verdict.AGREE: MOST, Verdict.ONLY: MOST_ALONE}
    shown = tuple(row for at, row in enumerate(quantities) if at < limits.get(row.verdict, at + 1))
    return KeyFigures(rows=shown, more=len(rows) - len(telling) + len(quantities) - len(shown))


def _is_late(row: FigureRow) -> bool:
    """Whether one article alone has a figure, far behind its beginning: a detail, such as how it was measured."""
    return row.verdict is Verdict.ONLY and all(figure.sentence >= LATE for figure in row.figures)


def _quantity(row: FigureRow, story: Story, before: Sequence[Quantity]) -> Quantity:
    found_in = _support(row, story)
    used = {
        excerpt.span
        for other in before
        if (other.verdict, other.support) != (row.verdict, found_in)  # else both stand in one row
        for told in other.told
        for excerpt in told.excerpts
    }
    few = wordings(row.figures, lambda figure: changed_words(figure, story))
    clauses = () if few else _clauses(row, story, used)
    if not few and not clauses:
        few = wordings(row.figures, lambda figure: few_words(figure, story))
    told = few or tuple(Words(excerpts=(clause,)) for clause in clauses)
    return Quantity(
        figure=wordings(row.figures, lambda f: f.excerpt, number_of),
        told=told,
        period=wordings(row.figures, lambda f: f.period) if few else (),
        sources=_sources(row, told),
        support=found_in,
        verdict=row.verdict,
        lines=tuple(_lines(row, story)),
        in_clause=not few,
        perhaps=tuple(f.excerpt for f in row.perhaps if _seems_told(f, row)),
    )


def _seems_told(figure: Figure, row: FigureRow) -> bool:
    """Whether a row that may be of this figure would seem to repeat it, where it is told before.

    Of what several articles have, only a rare number would.
    """
    rare = len(figure.value.normalize().as_tuple().digits) >= RARE
    return row.verdict is Verdict.ONLY or (rare and any(own.value == figure.value for own in row.figures))


def _sources(row: FigureRow, told: Sequence[Words]) -> tuple[str, ...]:
    """Who says so; where the numbers are not one, each source stands with its own: "15 people: the ministry"."""
    figures = [figure for figure in _telling(row, told) if figure.source]
    one = row.verdict not in (Verdict.DIFFER, Verdict.UPDATED)
    named = (
        figure.source.name if one else f"{visible_text(figure.excerpt.text)}: {figure.source.name}"
        for figure in figures
        if figure.source
    )
    return tuple(dict.fromkeys(named))


def _support(row: FigureRow, story: Story) -> str:
    """In how many articles a quantity is, and "at least" where others may have it, too; nothing in a story of one."""
    text = support((figure.excerpt for figure in row.figures), story)
    return f"{AT_LEAST}{text}" if text and row.perhaps else text


def _telling(row: FigureRow, told: Sequence[Words]) -> Sequence[Figure]:
    """The figures of the articles whose words are told: another article's source has not said these."""
    shown = {excerpt.span.article_id for words in told for excerpt in words.excerpts}
    return [figure for figure in row.figures if not shown or figure.excerpt.span.article_id in shown]


def _clauses(row: FigureRow, story: Story, used: Set[Span]) -> Sequence[Excerpt]:
    """The clause that is told: the newest of updates, one a value where the articles differ, else the shortest.

    What stands in a row before is not told again where another article has other words, nor a headline.
    """
    by_figure = {figure: clause for figure in row.figures if (clause := told_of(figure, story))}
    if row.verdict is Verdict.DIFFER:
        first = {figure.value: clause for figure, clause in reversed(by_figure.items())}
        return tuple(dict.fromkeys(reversed(first.values())))[:WORDINGS]
    told = list(by_figure.values())
    if not told and is_shared(row):
        told = [clause for figure in row.figures if (clause := told_of(figure, story, shared=True))]
    if row.verdict is Verdict.UPDATED:
        return told[-1:]
    if len(told) < 2:
        return told
    return [min(told, key=lambda c: (_is_used(c.span, used), _is_open(c, story), len(c.text)))]


def _is_open(clause: Excerpt, story: Story) -> bool:
    """Whether a clause is a headline, or only a headline says what it is about."""
    return _is_headline(clause, story) or leans_on_headline(clause, story)


def _is_used(span: Span, used: Iterable[Span]) -> bool:
    """Whether a row before tells a clause, or a part of it."""
    return any(other.covers(span) or span.covers(other) for other in used)


def _is_headline(excerpt: Excerpt, story: Story) -> bool:
    headline = story.article(excerpt.span.article_id).headline
    return headline is not None and headline.span.covers(excerpt.span)


def _joined(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The same rows; several figures of one clause, found in as many articles, stand in one row.

    Who says so is told where it is the same for all; the clause tells the rest. What one article alone has is not told
    again where the clause of a row with more support says it.
    """
    rows: list[Quantity] = []
    for quantity in quantities:
        if any(_holds(row, quantity) or _has_perhaps(row, quantity) for row in rows):
            continue
        alone = quantity.verdict in (Verdict.DIFFER, Verdict.UPDATED)
        place = None if alone else next((i for i, row in enumerate(rows) if _goes_with(row, quantity)), None)
        if place is None:
            rows.append(quantity)
            continue
        row = rows[place]
        longer = max(row.told, quantity.told, key=lambda told: len(told[0].excerpts[0].text))
        figure = tuple(sorted((*row.figure, *quantity.figure), key=_place))
        lines = (*row.lines, *quantity.lines)
        sources = row.sources if row.sources == quantity.sources else ()
        found_in = max(row.support, quantity.support, key=lambda text: text.startswith(AT_LEAST))
        rows[place] = replace(row, figure=figure, told=longer, lines=lines, sources=sources, support=found_in)
    return rows


def _place(words: Words) -> tuple[str, int]:
    span = words.excerpts[0].span
    return span.article_id, span.start


def _holds(row: Quantity, other: Quantity) -> bool:
    """Whether the clause of a row tells what only one article has, too, or the same large number in other words."""
    if other.verdict is not Verdict.ONLY or row.verdict is Verdict.ONLY or not other.told:
        return False
    figures = [words.excerpts[0] for words in other.figure]
    return any(told.excerpts[0].span.covers(figure.span) for told in row.told for figure in figures) or any(
        _tells_number(told.excerpts[0].text, figure.text) for told in row.told for figure in figures
    )


def _tells_number(text: str, figure: str) -> bool:
    """Whether a text has the large number of a figure: "some 3,600 boats" of "more than 3,600 ships"."""
    number = LARGE.search(figure)
    return number is not None and re.search(rf"(?<![\d.,]){re.escape(number[0])}(?![\d]|[.,]\d)", text) is not None


def _has_perhaps(row: Quantity, other: Quantity) -> bool:
    """Whether a row tells a number that may be another one's: it would seem to be told twice."""
    told = [e.span for words in (*row.figure, *row.told) for e in words.excerpts]
    settled = other.verdict in (Verdict.DIFFER, Verdict.UPDATED)
    return not settled and any(span.covers(e.span) for span in told for e in other.perhaps)


def _goes_with(row: Quantity, other: Quantity) -> bool:
    """Whether two quantities stand in one clause and in as many articles."""
    if not (row.told and row.in_clause and other.in_clause):
        return False
    if row.verdict != other.verdict or (row.verdict is not Verdict.ONLY and row.support != other.support):
        return False
    one, two = (quantity.told[0].excerpts[0].span for quantity in (row, other))
    return one.covers(two) or two.covers(one)


def _lines(row: FigureRow, story: Story) -> Iterable[FigureLine]:
    days = row.days or (None,) * len(row.figures)
    same: dict[tuple[str, str, dt.date | None], list[Figure]] = {}
    for figure, day in zip(row.figures, days, strict=True):
        source = figure.source.name if figure.source else ""
        same.setdefault((visible_text(figure.excerpt.text), source, day), []).append(figure)
    for (_, source, day), group in same.items():
        yield FigureLine(
            figure=tuple(figure.excerpt for figure in group)[:MARKS],
            told=next(filter(None, (clause_or_words(figure, story) for figure in group)), None),
            source=source,
            day=day,
            outlets=printed_by([figure.excerpt for figure in group], story),
        )
