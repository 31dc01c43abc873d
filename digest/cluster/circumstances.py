"""What changes the similarity of two articles besides their words: their dates, lengths and calendars."""

from __future__ import annotations

from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from digest.cluster.calendar import KINDS
from digest.cluster.settings import LONGEST, SHORTEST, Settings

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]


class Circumstances(NamedTuple):
    """What is known of articles besides their words, by row.

    `dates` are days as numbers, NaN where they are not known; `lengths` are in words. `calendars` say how often each
    month, weekday and year is named, and `named` has for each of the three kinds the sum of the squares.
    """

    dates: Matrix
    lengths: Matrix
    calendars: NDArray[np.uint8]
    named: Matrix
    settings: Settings

    def factor(self: Self, first: Rows, second: Rows) -> Matrix:
        """By what the similarity of pairs of rows is to be multiplied."""
        return self.by_date(first, second) * self.by_length(first, second) * self.by_calendar(first, second)

    def by_date(self: Self, first: Rows, second: Rows) -> Matrix:
        """The part of the factor that dates have."""
        use = self.settings
        late = np.maximum(0, np.abs(self.dates[first] - self.dates[second]) - use.same_news)
        left: Matrix = np.nan_to_num(np.maximum(use.oldest, 0.5 ** (late / use.half_life)), nan=1.0)
        return left

    def by_length(self: Self, first: Rows, second: Rows) -> Matrix:
        """The part of the factor that the shorter one's length has."""
        shorter = np.clip(np.minimum(self.lengths[first], self.lengths[second]), SHORTEST, LONGEST)
        found: Matrix = (shorter / self.settings.usual_length) ** self.settings.length
        return found

    def by_calendar(self: Self, first: Rows, second: Rows) -> Matrix:
        """The part of the factor that months, weekdays and years have."""
        use = self.settings
        factor: Matrix = np.ones(len(first))
        for kind, columns in enumerate(KINDS.values()):
            named = self.named[:, kind]
            lengths = named[first] * named[second]  # squared
            both = np.flatnonzero(lengths)
            one, other = (self.calendars[rows[both], columns].astype(np.float32) for rows in (first, second))
            alike = np.einsum("ij,ij->i", one, other) / np.sqrt(lengths[both])  # whole numbers below 2 ** 24 are exact
            factor[both] *= 1 + use.calendar * (alike - use.calendar_even)
        return factor


def named(calendars: NDArray[np.uint8]) -> Matrix:
    """For each row and kind the sum of the squares of the counts."""
    squares = calendars.astype(np.float64) ** 2
    return np.stack([squares[:, columns].sum(axis=1) for columns in KINDS.values()], axis=1)
