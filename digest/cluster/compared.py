"""What the grouping hands on to those who look at its outcome: the articles, what was compared, and the groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.cluster.demands import Groups
from digest.cluster.links import Decided
from digest.cluster.similarity import Circumstances
from digest.model import Article


class Compared(NamedTuple):
    """The articles by row, their terms (`columns` names those of `matrix`), and the similarities of near pairs."""

    articles: Sequence[Article]
    matrix: csr_matrix
    columns: Sequence[str]
    around: Circumstances
    pairs: csr_matrix


class Grouped(NamedTuple):
    """The rows of each group, the number of the group of each row, and what was decided before."""

    articles: Sequence[Article]
    rows: Sequence[Sequence[int]]
    home: NDArray[np.intp]
    sizes: Groups
    decided: Decided
    around: Circumstances
