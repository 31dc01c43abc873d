"""Find the figures that moved: another value for what an earlier article, or the same one before, has counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from digest.model import Change, ChangeKind, Figure, Story
from digest.store.history.past import Past, SaidFigure
from digest.store.history.said import LONGEST

SameValue = Callable[[Figure, Figure], bool]
"""Whether two figures are one number, rounded or not."""
MEASURES_ALIKE = 0.5  # share of the words of the shorter of two measures from which they are one


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A build's day, and its measure of what is one number."""

    today: dt.date
    same: SameValue

    def unmoved(self, one: Figure, other: Figure) -> bool:
        """Whether two figures are one. "Over 2,000" and 2,140 are; "at least 40" and "at least 43" are not."""
        alike = one.qualifier is not None and one.qualifier == other.qualifier
        return self.same(one, other) and (one.value == other.value or not alike)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What came in since the last build: articles that are new here, and those that their outlets revised."""

    new: frozenset[str]
    revised: frozenset[str]

    def brought(self, figure: Figure, said: Container[tuple[str, str]]) -> bool:
        """Whether a figure came in with it; `said` are the articles' values that were known before."""
        article = _article(figure)
        return article in self.new or (article in self.revised and (article, str(figure.value)) not in said)


def moved_figures(past: Past, story: Story, arrived: Arrived, occasion: Occasion) -> Iterator[Change]:
    """Each figure of a new or revised article that differs from what the page said of the same thing.

    Only what came in by changed articles counts: a figure that digest finds by itself in an old text did not move.
    """
    corrected = list(_corrected(past, story, arrived.revised, occasion.today))
    yield from corrected
    told = {(change.article, change.words) for change in corrected}
    said = {(entry.article, entry.value) for entry in past.figures}
    known = past.articles
    for row in story.comparison.figures:
        if not any(figure.key for figure in row.figures):
            continue
        fresh = [figure for figure in row.figures if arrived.brought(figure, said)]
        old = [figure for figure in row.figures if figure not in fresh and _article(figure) in known]
        if old and not any((_article(figure), figure.excerpt.text) in told for figure in fresh):
            yield from _in_row(fresh, old, story, occasion)


def _in_row(fresh: Iterable[Figure], old: Sequence[Figure], story: Story, occasion: Occasion) -> Iterator[Change]:
    """The values that no article had before; several articles with one new value are told once."""
    last = max(old, key=lambda figure: (_day(story, figure) or dt.date.min, story.number(_article(figure))))
    done: list[Figure] = []
    for figure in sorted(fresh, key=lambda f: (_day(story, f) or dt.date.max, story.number(_article(f)))):
        if any(occasion.unmoved(figure, other) for other in (*old, *done)):
            continue
        done.append(figure)
        before, now = _day(story, last), _day(story, figure)
        if before and now and now < before:
            continue  # an older report that was found later moves nothing
        moved = bool(before and now and now > before)
        yield Change(
            day=occasion.today,
            kind=ChangeKind.MOVED if moved else ChangeKind.DIFFERS,
            article=_article(figure),
            words=figure.excerpt.text[:LONGEST],
            before=last.excerpt.text[:LONGEST],
            other=_article(last),
        )
        last = figure if moved else last


def _corrected(past: Past, story: Story, revised: Collection[str], today: dt.date) -> Iterator[Change]:
    """What an outlet corrected in its own article: one measure, another value, and the old words stand no more."""
    texts = {article.id: " ".join(article.text.split()) for article in story.articles if article.id in revised}
    rows = (row.figures for row in story.comparison.figures if any(figure.key for figure in row.figures))
    for figure in (figure for row in rows for figure in row if _article(figure) in texts):
        article = _article(figure)
        before = [entry for entry in past.figures if entry.article == article]
        if any(entry.value == str(figure.value) and _one_unit(entry, figure) for entry in before):
            continue
        gone = [e for e in before if " ".join(e.words.split()) not in texts[article] and _one_thing(e, figure)]
        if len(gone) == 1:
            yield Change(
                day=today,
                kind=ChangeKind.MOVED,
                article=article,
                words=figure.excerpt.text[:LONGEST],
                before=gone[0].words,
                other=article,
            )


def _one_unit(entry: SaidFigure, figure: Figure) -> bool:
    return entry.unit.casefold() == figure.unit.casefold()


def _one_thing(entry: SaidFigure, figure: Figure) -> bool:
    measures = [set(text.casefold().split()) for text in (entry.measure, figure.measure.text if figure.measure else "")]
    if not all(measures):
        return _one_unit(entry, figure) and not any(measures)
    shared = len(measures[0] & measures[1])
    return _one_unit(entry, figure) and shared >= MEASURES_ALIKE * min(map(len, measures))


def _article(figure: Figure) -> str:
    return figure.excerpt.span.article_id


def _day(story: Story, figure: Figure) -> dt.date | None:
    published = story.article(_article(figure)).published
    return published.value if published else None
