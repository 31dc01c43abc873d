"""The key figures of a story: one line for each article's own words, lines of one quantity together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from digest.model import Excerpt, Figure, FigureRow, Story, Verdict
from digest.render.escape import visible_text
from digest.render.origins import printed_by, support


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
    """A quantity as the articles write it: in how many of them it is ("2 of 3 articles"), and whether they differ."""

    lines: tuple[FigureLine, ...]
    support: str
    verdict: Verdict


def quantities(story: Story) -> tuple[Quantity, ...]:
    """The quantities that belong on the story's page, in the order of the comparison."""
    return tuple(_quantity(row, story) for row in story.comparison.figures if any(figure.key for figure in row.figures))


def _quantity(row: FigureRow, story: Story) -> Quantity:
    found_in = support((figure.excerpt for figure in row.figures), story)
    return Quantity(lines=tuple(_lines(row.figures, story)), support=found_in, verdict=row.verdict)


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
