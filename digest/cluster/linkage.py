"""Join articles into groups by average linkage: two groups join while their articles are similar enough on average."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from digest.cluster.settings import Settings

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
LARGEST = 3000  # articles that are compared each with each: 3000 x 3000 numbers are 72 MB
NEVER = 1e9  # the distance of two articles that must not meet: no mean with it comes near the threshold


def components(pairs: csr_matrix, rows: Rows, level: float) -> Iterator[Rows]:
    """Yield the rows that hang together by pairs of at least `level`; they are grouped one component at a time.

    Average linkage joins two groups only if some pair between them reaches the threshold, so nothing is lost. A
    component too large for its matrix is first cut along stronger pairs.
    """
    part = pairs[rows][:, rows]
    strong = part.multiply(part >= level)
    count, labels = connected_components(strong, directed=False)
    order = np.argsort(labels, kind="stable")
    for piece in np.split(order, np.searchsorted(labels[order], np.arange(1, count))):
        if len(piece) > LARGEST and level < 1:
            yield from components(pairs, rows[piece], level + 0.05)
        else:
            yield rows[piece]


def join(similarity: Matrix, settings: Settings, *, together: Matrix, apart: Matrix) -> Iterator[list[int]]:
    """Yield groups of the rows of a similarity matrix, each sorted.

    `together` is above zero for pairs that must be in one group (with all pairs that follow from them), `apart` for
    pairs that must not. The tree of average linkage is read from its leaves up: a branch is a group if both its
    halves are, and if they are alike enough to be one.
    """
    count = len(similarity)
    distance = np.where(together > 0, 0.0, 2 - similarity)  # 1 to 2, so that what must be together joins first
    distance[apart > 0] = NEVER
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average") if count > 1 else np.empty((0, 4))
    members = [[row] for row in range(count)]
    inside = [0.0] * count  # the sum of the similarities of all pairs inside
    whole = [True] * count
    for left, right, mean_distance, _ in tree:
        halves = int(left), int(right)
        a, b = (members[half] for half in halves)
        between = float(similarity[np.ix_(a, b)].sum())
        asked = _asked([(len(members[half]), inside[half]) for half in halves], settings)
        one = all(whole[half] for half in halves) and (mean_distance < 1 or 2 - mean_distance >= asked)
        if not one:
            yield from (sorted(members[half]) for half in halves if whole[half])
        members.append(a + b)
        inside.append(inside[halves[0]] + inside[halves[1]] + between)
        whole.append(one)
    if whole[-1]:
        yield sorted(members[-1])


def _asked(groups: Sequence[tuple[int, float]], settings: Settings) -> float:
    """The mean similarity that two groups need to be one, given the size of each and the sum of what is inside it.

    Two events of one kind (two earthquakes, two votes on one bill) share all words but a few; what tells them apart is
    that the articles of each are more similar to one another than to the others. Copies of one text would ask too
    much of other articles, so there is a limit, and it is higher where more articles bear witness.
    """
    inner = [total / (size * (size - 1) / 2) for size, total in groups if size > 1]
    small, large = sorted(size for size, _ in groups)
    if small > 1:
        limit = settings.tight * (1 + settings.witness * math.log2(small / 2))
        return max(settings.threshold, settings.cohesion * min(*inner, limit))
    if large > 2:
        return max(settings.threshold, settings.belonging * min(inner[0], 1.2 * settings.tight))
    return settings.threshold
