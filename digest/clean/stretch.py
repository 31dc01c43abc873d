"""Find the stretch of lines that reads like one article, whatever stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.clean.comments import opens_comments
from digest.clean.page import Mark, Page
from digest.clean.shape import Shape, is_cut, shape
from digest.clean.words import word_count
from digest.model import LineReason

# How much a line speaks for the article (in words of prose) or against it. Found by trying on scraped pages.
AGAINST = {
    LineReason.CAPTION: 0.0,
    LineReason.CREDIT: 0.0,
    LineReason.ADVERT: -1.0,
    LineReason.VIDEO_LENGTH: -1.0,
    LineReason.VIDEO_TITLE: -1.0,
    LineReason.BYLINE: -12.0,
    LineReason.DATELINE: -12.0,
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
END_SIGNS = frozenset(
    {
        LineReason.SHARE,
        LineReason.RELATED,
        LineReason.FOOTER,
        LineReason.NEWSLETTER,
        LineReason.PROMOTION,
        LineReason.LEGAL,
        LineReason.CONSENT,
    }
)
LONE = 0.5  # what prose with no prose beside it counts: teasers stand so, below their titles
LONGEST_GENTLE = 12  # lines
GENTLE = 0.5  # what a title or label counts within an article that has shown no sign of its end
MUCH_PROSE = 60.0  # words that stand above a heading of comments that is one, and not a button
OF_READERS = 0.3  # what the prose below a heading of readers' comments counts
COMMENTS = -60.0  # and that heading itself
RUN = 2  # so many lines in a row without prose, and each weighs double: menus run on, subheads do not


class Stretch(NamedTuple):
    """Lines `start` to `end` (not included), and what they are worth."""

    start: int
    end: int
    worth: float


def worths(page: Page, *, gentle_from: int | None = None) -> list[float]:
    """What each line is worth: above 0 for prose, below for furniture, titles and labels.

    Where the article begins at `gentle_from`, titles and labels speak less against it from there on, until the first
    sign that it is over: they are its subheadings and lists.
    """
    found: list[float] = []
    alone = [worth(line.text, mark) for line, mark in zip(page.lines, page.marks, strict=True)]
    run = 0
    prose = 0.0
    weight = 1.0
    gentle = False
    for i, (line, mark) in enumerate(zip(page.lines, page.marks, strict=True)):
        value = alone[i]
        if value > 1 and not any(near > 1 for near in (*alone[max(0, i - 1) : i], *alone[i + 1 : i + 2])):
            value *= LONE
        gentle = (gentle or i == gentle_from) and mark not in END_SIGNS
        if mark is LineReason.FOOTER and opens_comments(line.text, language=page.language):
            value = COMMENTS
            weight = OF_READERS if prose > MUCH_PROSE else weight
        elif value > 0:
            value *= weight
            prose += value
        run = run + 1 if value < 0 else 0 if value > 1 else run
        if value < 0 and gentle and mark is None and run <= LONGEST_GENTLE:
            value *= GENTLE
        elif value < 0 and run > RUN:
            value *= 2
        found.append(value)
    return found


def worth(text: str, mark: Mark | None) -> float:
    """What one line is worth, by itself."""
    if isinstance(mark, LineReason):
        return AGAINST.get(mark, AGAINST_OTHERWISE)
    kind = shape(text)
    if kind is Shape.PROSE and is_cut(text):
        return OF_SHAPE[Shape.TITLE]
    if kind is Shape.PROSE:
        return float(min(word_count(text), LONGEST_COUNTED))
    if kind is Shape.PASSAGE:
        return min(word_count(text), LONGEST_COUNTED) * 0.5
    return OF_SHAPE[kind]


def best_stretch(values: Sequence[float], *, first: int = 0) -> Stretch:
    """The run of lines, from `first` on, that adds up to the most; an empty one where no line is worth anything."""
    best = Stretch(first, first, 0.0)
    total, start = 0.0, first
    for i, value in enumerate(values[first:], start=first):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best.worth:
            best = Stretch(start, i + 1, total)
    return best
