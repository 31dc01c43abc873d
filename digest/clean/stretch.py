"""Find the stretch of lines that reads like one article, whatever stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.clean.comments import opens_comments
from digest.clean.page import Mark, Page
from digest.clean.shape import Shape, shape
from digest.clean.words import word_count
from digest.model import LineReason

# How much a line speaks for the article (in words of prose) or against it. Found by trying on scraped pages.
AGAINST = {
    LineReason.CAPTION: 0.0,
    LineReason.CREDIT: 0.0,
    LineReason.ADVERT: -1.0,
    LineReason.VIDEO_LENGTH: -1.0,
    LineReason.SHARE: -12.0,
    LineReason.RELATED: -20.0,
    LineReason.NEWSLETTER: -20.0,
    LineReason.PROMOTION: -12.0,
    LineReason.LEGAL: -20.0,
    LineReason.CONSENT: -20.0,
    LineReason.FOOTER: -20.0,
}
AGAINST_OTHERWISE = -6.0
LONGEST_COUNTED = 40  # words: beyond them a paragraph says no more about where the article is
OF_SHAPE = {Shape.REMARK: 1.0, Shape.TITLE: -10.0, Shape.LABEL: -6.0}
OF_READERS = 0.3  # what the prose below a heading of readers' comments counts
COMMENTS = -60.0  # and that heading itself
RUN = 2  # so many lines in a row without prose, and each weighs double: menus run on, subheads do not


class Stretch(NamedTuple):
    """Lines `start` to `end` (not included), and what they are worth."""

    start: int
    end: int
    worth: float


def worths(page: Page) -> list[float]:
    """What each line is worth: above 0 for prose, below for furniture, titles and labels."""
    found: list[float] = []
    run = 0
    weight = 1.0
    for line, mark in zip(page.lines, page.marks, strict=True):
        value = worth(line.text, mark)
        if mark is LineReason.FOOTER and opens_comments(line.text, language=page.language):
            weight = OF_READERS
            value = COMMENTS
        elif value > 0:
            value *= weight
        run = run + 1 if value < 0 else 0 if value > 1 else run
        found.append(value * 2 if run > RUN and value < 0 else value)
    return found


def worth(text: str, mark: Mark | None) -> float:
    """What one line is worth, by itself."""
    if isinstance(mark, LineReason):
        return AGAINST.get(mark, AGAINST_OTHERWISE)
    kind = shape(text)
    if kind is Shape.PROSE:
        return float(min(word_count(text), LONGEST_COUNTED))
    if kind is Shape.PASSAGE:
        return min(word_count(text), LONGEST_COUNTED) * 0.5
    return OF_SHAPE[kind]


def best_stretch(values: Sequence[float]) -> Stretch:
    """The run of lines that adds up to the most, in one pass; an empty one where no line is worth anything."""
    best = Stretch(0, 0, 0.0)
    total, start = 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best.worth:
            best = Stretch(start, i + 1, total)
    return best
