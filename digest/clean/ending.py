"""Know that an article is over although prose goes on below: there is a break, and after it other words are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from digest.clean.page import Page
from digest.clean.shape import RUNNING
from digest.clean.words import WIDE
from digest.model import LineReason

# What stands in a break between an article and the website's own prose, and hardly ever within an article.
SIGNS = (LineReason.FOOTER, LineReason.LEGAL, LineReason.CONSENT)
WEAK_SIGNS = (LineReason.NEWSLETTER, LineReason.SHARE)  # within an article they stand in smaller breaks …
SHORT_BREAK = 3  # … of fewer lines than that
LONG_BREAK = 6  # lines without prose: a break without any of these signs
STEM = 6  # letters of a word by which it is known again: "minister", "ministers"
SHORTEST = 5  # letters: shorter words every text has
FEWEST_ABOVE = 30  # words of prose: a standfirst, and a paragraph above the share buttons, are no article
FEWEST = 4  # such words that are compared
SIGNED, UNSIGNED = 0.25, 0.1  # the share of words in common, of the part with fewer, below which both are two texts


def end_of(page: Page, first: int, end: int) -> int:
    """The end of the article that begins at a line, at `end` at the latest.

    An article on a harbour strike / "3 Comments" / "These pills are no medicine." → the last is not its own
    """
    prose = [i for i in range(first, end) if page.marks[i] is None and page.looks[i].shape in RUNNING]
    words = 0
    for number, (before, after) in enumerate(pairwise(prose), start=1):
        words += page.looks[before].words
        if words < FEWEST_ABOVE or number < 2:
            continue
        marks = page.marks[before + 1 : after]
        signed = any(mark in SIGNS or (mark in WEAK_SIGNS and len(marks) >= SHORT_BREAK) for mark in marks)
        if not signed and after - before <= LONG_BREAK:
            continue
        if any(WIDE.search(page.looks[i].plain) for i in prose):
            return end  # in such a script no words can be told apart
        if likeness(page, prose[:number], prose[number:]) < (SIGNED if signed else UNSIGNED):
            return before + 1
    return end


def likeness(page: Page, some: Iterable[int], others: Iterable[int]) -> float:
    """How many of the longer words of the lines with fewer the other lines have, too, from 0 to 1."""
    known, found = frozenset(_stems(page, some)), frozenset(_stems(page, others))
    return len(found & known) / max(FEWEST, min(len(found), len(known)))


def _stems(page: Page, lines: Iterable[int]) -> Iterator[str]:
    return (token[:STEM] for i in lines for token in page.looks[i].tokens if len(token) >= SHORTEST)
