"""Counted hits, and the shares that they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Hit(NamedTuple):
    """One thing to be counted: in which row, in which of its columns, and what a person is told if it is a miss."""

    row: str
    column: str  # right, wrong (found, but it is not so) or missed (it is so, but was not found)
    told: str = ""


class Tally(NamedTuple):
    """How often a row's things were right, wrong and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is so."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Of what is so, the share that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def share(self) -> float:
        """Of all, the share that is right."""
        total = sum(self)
        return self.right / total if total else 0.0


def tally(hits: Iterable[Hit]) -> dict[str, Tally]:
    """Count the hits of each row."""
    counts = Counter((hit.row, hit.column) for hit in hits)
    rows = dict.fromkeys(row for row, _ in counts)
    return {row: Tally(*(counts[row, column] for column in ("right", "wrong", "missed"))) for row in rows}
