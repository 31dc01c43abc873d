"""How similar articles are: what their words share, changed by what is known of their time and by their length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, triu, vstack

from digest.cluster.calendar import KINDS
from digest.cluster.settings import LONGEST, SHORTEST, Settings
from digest.cluster.terms import Terms
from digest.model import Article

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
CHUNK = 512  # rows that are compared with all others at once, which bounds the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What changes the similarity of articles besides their words, by row.

    `dates` are days as numbers, NaN where they are not known; `calendars` one matrix each for months, weekdays and
    years, with rows of length 1, and which articles name any; `lengths` are in words, between the shortest and longest.
    """

    dates: Matrix
    calendars: tuple[tuple[Matrix, NDArray[np.bool_]], ...]
    lengths: Matrix
    settings: Settings

    def factor(self: Self, first: Rows, second: Rows) -> Matrix:
        """By what the similarity of pairs of rows is to be multiplied."""
        return self.by_date_and_length(first, second) * self.by_calendar(first, second)

    def by_date_and_length(self: Self, first: Rows, second: Rows) -> Matrix:
        """The part of the factor that dates and lengths have."""
        use = self.settings
        late = np.maximum(0, np.abs(self.dates[first] - self.dates[second]) - use.same_news)
        left: Matrix = np.nan_to_num(np.maximum(use.oldest, 0.5 ** (late / use.half_life)), nan=1.0)
        shorter = np.minimum(self.lengths[first], self.lengths[second])
        return left * (shorter / use.usual_length) ** use.length

    def by_calendar(self: Self, first: Rows, second: Rows) -> Matrix:
        """The part of the factor that months, weekdays and years have."""
        use = self.settings
        factor: Matrix = np.ones(len(first))
        for calendar, known in self.calendars:
            both = np.flatnonzero(known[first] & known[second])
            alike = np.einsum("ij,ij->i", calendar[first[both]], calendar[second[both]])
            factor[both] *= 1 + use.calendar * (alike - use.calendar_even)
        return factor

    @property
    def most_by_calendar(self: Self) -> float:
        """A limit that the calendars' part of the factor never passes."""
        return float((1 + self.settings.calendar * (1 - self.settings.calendar_even)) ** len(self.calendars))

    @property
    def most(self: Self) -> float:
        """A limit that the factor never passes."""
        return float(self.most_by_calendar * (LONGEST / self.settings.usual_length) ** self.settings.length)


def circumstances(articles: Sequence[Article], terms: Sequence[Terms], settings: Settings) -> Circumstances:
    """Gather what is known of the articles besides their words."""
    days = [article.published.value.toordinal() if article.published else np.nan for article in articles]
    return Circumstances(
        dates=np.array(days, dtype=np.float64),
        calendars=tuple(_calendar([found.calendar[kind] for found in terms]) for kind in KINDS),
        lengths=np.clip(np.array([found.length for found in terms], dtype=np.float64), SHORTEST, LONGEST),
        settings=settings,
    )


def _calendar(counts: Sequence[Mapping[int, int]]) -> tuple[Matrix, NDArray[np.bool_]]:
    units = {unit: column for column, unit in enumerate(sorted({unit for row in counts for unit in row}))}
    found = np.zeros((len(counts), len(units)))
    for row, count in enumerate(counts):
        for unit, times in count.items():
            found[row, units[unit]] = times
    length = np.sqrt((found * found).sum(axis=1))
    known = length > 0
    found[known] /= length[known, None]
    return found, known


def among(matrix: csr_matrix, around: Circumstances, rows: Rows) -> Matrix:
    """All similarities (0 to 1) among a few rows; 1 of each with itself."""
    part = matrix[rows]
    used, place = np.unique(part.indices, return_inverse=True)
    part = csr_matrix((part.data, place, part.indptr), shape=(len(rows), len(used)))  # a few columns of very many
    first, second = np.triu_indices(len(rows), 1)
    found = (part @ part.T).toarray()
    found[first, second] *= around.factor(rows[first], rows[second])
    found = np.clip(np.triu(found, 1), 0, 1)
    even: Matrix = found + found.T + np.eye(len(rows))
    return even


def near(matrix: csr_matrix, around: Circumstances, settings: Settings) -> csr_matrix:
    """The similarities of all pairs of rows from the floor on, symmetric, and 0 of a row with itself.

    Only the nearest neighbours of a row are kept, and those that have it among theirs.
    """
    parts = []
    for start in range(0, matrix.shape[0], CHUNK):
        found = triu(_from(matrix[start : start + CHUNK] @ matrix.T, settings.floor / around.most), k=start + 1)
        rows, columns = found.row.astype(np.intp) + start, found.col.astype(np.intp)
        value = found.data * around.by_date_and_length(rows, columns)
        some = value >= settings.floor / around.most_by_calendar
        rows, columns, value = rows[some], columns[some], value[some]
        value = np.minimum(1, value * around.by_calendar(rows, columns))
        some = value >= settings.floor
        parts.append(csr_matrix((value[some], (rows[some] - start, columns[some])), shape=found.shape))
    upper = vstack(parts, format="csr")
    return _nearest((upper + upper.T).tocsr(), settings.neighbours)


def _from(found: csr_matrix, least: float) -> coo_matrix:
    """Only the values that are at least so large."""
    found.data[found.data < least] = 0
    found.eliminate_zeros()
    return found.tocoo()


def _nearest(pairs: csr_matrix, most: int) -> csr_matrix:
    """Keep the strongest pairs of each row, and those that are among the strongest of the other row."""
    crowded = np.flatnonzero(np.diff(pairs.indptr) > most)
    if not len(crowded):
        return pairs
    least = np.zeros(pairs.shape[0])
    for row in crowded:
        least[row] = np.partition(pairs.data[pairs.indptr[row] : pairs.indptr[row + 1]], -most)[-most]
    found = pairs.tocoo()
    kept = (found.data >= least[found.row]) | (found.data >= least[found.col])
    return csr_matrix((found.data[kept], (found.row[kept], found.col[kept])), shape=pairs.shape)
