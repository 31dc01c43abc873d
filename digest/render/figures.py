"""The key figures of a story: one line for each article's own words, lines of one quantity together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from digest.model import Excerpt, Figure, FigureRow, Story, Verdict
from digest.render.escape import visible_text
from digest.render.wording import printed_by


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One wording of a quantity. Each tuple holds excerpts with the same words, or nothing where nothing is said."""

    figure: tuple[Excerpt, ...]
    measure: tuple[Excerpt, ...]
    period: tuple[Excerpt, ...]
    source: str | None
    outlets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity as the articles write it: how many of them have it, and whether they differ."""

    lines: tuple[FigureLine, ...]
    articles: int
    verdict: Verdict


def quantities(story: Story) -> tuple[Quantity, ...]:
    """The quantities that belong on the story's page, in the order of the comparison."""
    return tuple(_quantity(row, story) for row in story.comparison.figures if any(figure.key for figure in row.figures))


def _quantity(row: FigureRow, story: Story) -> Quantity:
    articles = {figure.excerpt.span.article_id for figure in row.figures}
    return Quantity(lines=tuple(_lines(row.figures, story)), articles=len(articles), verdict=row.verdict)


def _lines(figures: Iterable[Figure], story: Story) -> Iterable[FigureLine]:
    same: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        key = (
            visible_text(figure.excerpt.text),
            _words(figure.measure),
            _words(figure.period),
            figure.source.name if figure.source else "",
        )
        same.setdefault(key, []).append(figure)
    for group in same.values():
        yield FigureLine(
            figure=tuple(figure.excerpt for figure in group),
            measure=tuple(figure.measure for figure in group if figure.measure),
            period=tuple(figure.period for figure in group if figure.period),
            source=group[0].source.name if group[0].source else None,
            outlets=printed_by([figure.excerpt for figure in group], story),
        )


def _words(excerpt: Excerpt | None) -> str:
    return visible_text(excerpt.text) if excerpt else ""
