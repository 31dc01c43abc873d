"""Join articles into clusters by average linkage: two groups join while their articles' mean similarity is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

Matrix = NDArray[np.float64]


def groups(
    pairs: csr_matrix, block: Callable[[NDArray[np.intp]], Matrix], *, threshold: float
) -> Iterator[Sequence[int]]:
    """Yield groups of rows. `pairs` holds the similarities that reach the threshold; `block` gives all, for few rows.

    Average linkage joins two groups only if some pair between them reaches the threshold, so whole components of
    `pairs` can be taken one by one, and no matrix of everything against everything is ever made.
    """
    count, labels = connected_components(pairs, directed=False)
    order = np.argsort(labels, kind="stable")
    for rows in np.split(order, np.searchsorted(labels[order], np.arange(1, count))):
        if len(rows) == 1:
            yield [int(rows[0])]
            continue
        distance = 1 - block(rows)
        np.fill_diagonal(distance, 0)
        tree = linkage(squareform(distance, checks=False), method="average")
        marks = fcluster(tree, 1 - threshold, criterion="distance")
        for mark in range(1, int(marks.max()) + 1):
            yield [int(row) for row in rows[marks == mark]]
