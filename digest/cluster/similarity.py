"""How similar articles are: the cosine of their vectors, less where they were published far apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, vstack

from digest.cluster.settings import Settings
from digest.model import Article

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
CHUNK = 512  # rows that are compared with all others at once, which bounds the memory


def days(articles: Sequence[Article]) -> Matrix:
    """The day on which each article was published, as a number; NaN where it is not known."""
    return np.array([a.published.value.toordinal() if a.published else np.nan for a in articles], dtype=np.float64)


def decay(first: Matrix, second: Matrix, settings: Settings) -> Matrix:
    """What is left of the similarity for dates that far apart, as a factor; 1 where a date is not known."""
    late = np.maximum(0, np.abs(first - second) - settings.same_news)
    left: Matrix = np.nan_to_num(np.maximum(settings.oldest, 0.5 ** (late / settings.half_life)), nan=1.0)
    return left


def among(matrix: csr_matrix, dates: Matrix, rows: Rows, settings: Settings) -> Matrix:
    """All similarities (0 to 1) among a few rows; 1 of each with itself."""
    part = matrix[rows]
    found = np.clip((part @ part.T).toarray(), 0, 1)
    found *= decay(dates[rows][:, None], dates[rows][None, :], settings)
    np.fill_diagonal(found, 1)
    even: Matrix = (found + found.T) / 2
    return even


def near(matrix: csr_matrix, dates: Matrix, settings: Settings) -> csr_matrix:
    """The pairs of rows whose similarity reaches the threshold, without ever holding all the others."""
    parts = []
    for start in range(0, matrix.shape[0], CHUNK):
        found = coo_matrix(matrix[start : start + CHUNK] @ matrix.T)
        value = found.data * decay(dates[found.row + start], dates[found.col], settings)
        kept = value >= settings.threshold
        parts.append(csr_matrix((value[kept], (found.row[kept], found.col[kept])), shape=found.shape))
    return vstack(parts, format="csr")
