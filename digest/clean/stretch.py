"""Find the stretch of lines that reads like one article, whatever stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from digest.clean.page import Mark, Page
from digest.model import LineReason

# How much a line speaks against the article, in words of prose. Found by trying on scraped pages.
AGAINST: Mapping[Mark, float] = {
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
OF_LINK = -6.0  # a line such as "Read more: Talks resume" between two paragraphs …
LINK_WORDS = 4  # … which is no heading
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
RUN = 2  # so many lines in a row without prose, and each weighs double: menus run on, subheads do not


class Stretch(NamedTuple):
    """Lines `start` to `end` (not included), and what they are worth."""

    start: int
    end: int
    worth: float


def alone(page: Page) -> list[float]:
    """What each line is worth by itself: above 0 for prose, below for furniture, titles and labels."""
    values = [
        look.worth if mark is None else AGAINST.get(mark, AGAINST_OTHERWISE)
        for look, mark in zip(page.looks, page.marks, strict=True)
    ]
    last = len(values) - 1
    lone = [
        i
        for i, value in enumerate(values)
        if value > 1 and (i == 0 or values[i - 1] <= 1) and (i == last or values[i + 1] <= 1)
    ]
    related = LineReason.RELATED
    linked = [
        i
        for i, mark in enumerate(page.marks)
        if mark is related
        and 0 < i < last
        and page.looks[i].words >= LINK_WORDS
        and values[i - 1] > 1
        and values[i + 1] > 1
    ]
    for i in lone:
        values[i] *= LONE
    for i in linked:
        values[i] = OF_LINK
    return values


def worths(page: Page, values: Sequence[float], *, article_from: int | None = None) -> list[float]:
    """What each line is worth where it stands, given what it is worth by itself.

    Where the article begins at a line of prose, `article_from`, only the lines from there on are looked at, and titles
    and labels speak less against it until the first sign that it is over: they are its subheadings and lists.
    """
    found: list[float] = []
    run = 0
    gentle = article_from is not None
    first = article_from or 0
    for own, mark in zip(values[first:], page.marks[first:], strict=True):
        value = own
        gentle = gentle and mark not in END_SIGNS
        if value > 0:
            run = 0 if value > 1 else run
        elif value < 0:
            run += 1
            if gentle and mark is None and run <= LONGEST_GENTLE:
                value *= GENTLE
            elif run > RUN:
                value *= 2
        found.append(value)
    return found


def best_stretch(values: Sequence[float], *, first: int = 0) -> Stretch:
    """The run of lines that adds up to the most, of lines that begin with number `first`; an empty one of none."""
    start, end, most = first, first, 0.0
    total, begun = 0.0, first
    for i, value in enumerate(values, start=first):
        if total <= 0:
            total, begun = 0.0, i
        total += value
        if total > most:
            start, end, most = begun, i + 1, total
    return Stretch(start, end, most)
