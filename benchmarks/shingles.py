"""How much of an article's text was found, and how much else: the measure of the Article Extraction Benchmark.

Texts are compared as runs of four words. Every page weighs the same: its shares of runs found, wrongly found and missed
add up to one. Precision and recall are means over pages, and F1 is that of the two means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

WORD = re.compile(r"\w+")
RUN = 4  # words
BAD = 0.5  # a page with a lower F1 is not the page's article


class Page(NamedTuple):
    """How many runs of words of one page are found, wrongly found and missed, as shares of all three."""

    found: float
    wrong: float
    missed: float

    @property
    def f1(self) -> float:
        """The page's own F1; of an empty page that was found empty, 1."""
        shares = 2 * self.found + self.wrong + self.missed
        return 2 * self.found / shares if shares else 1.0


class Score(NamedTuple):
    """The means over all pages, and how many pages are bad."""

    precision: float
    recall: float
    f1: float
    bad: int


def compare(gold: str, found: str) -> Page:
    """Compare a text that was found with the article's own."""
    wanted, got = _runs(gold), _runs(found)
    right = (wanted & got).total()
    wrong, missed = got.total() - right, wanted.total() - right
    total = right + wrong + missed
    return Page(right / total, wrong / total, missed / total) if total else Page(0.0, 0.0, 0.0)


def score(pages: Sequence[Page]) -> Score:
    """Sum up the pages. A page where nothing was found counts for recall, not for precision."""
    precision = _mean([p.found / (p.found + p.wrong) for p in pages if p.found + p.wrong])
    recall = _mean([p.found / (p.found + p.missed) for p in pages if p.found + p.missed])
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0, sum(p.f1 < BAD for p in pages))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    last = max(1, len(words) - RUN + 1) if words else 0
    return Counter(tuple(words[i : i + RUN]) for i in range(last))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
