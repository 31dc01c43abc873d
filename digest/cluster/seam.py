"""Find the seam of a cluster: the two parts into which it would fall most easily."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.cluster.demands import Groups, asked
from digest.cluster.settings import Settings
from digest.model import Cluster

LARGEST = 500  # articles of a cluster that is looked through


class Seam(NamedTuple):
    """The smaller of two parts, how similar it is to the other, and what they would be asked to be one."""

    articles: tuple[str, ...]
    similarity: float
    asked: float


def seam(cluster: Cluster, settings: Settings) -> Seam | None:
    """Group the articles anew until two parts are left (average linkage); None for a cluster of one or very many."""
    size = len(cluster.article_ids)
    if not 2 <= size <= LARGEST:
        return None
    similarity = np.array(cluster.similarity)
    one, other = _parts(similarity)
    across = similarity[np.ix_(one, other)]
    inside = [np.triu(similarity[np.ix_(part, part)], 1).sum() for part in (one, other)]
    sizes = np.array([len(one), len(other)], dtype=np.float64)
    needed = asked(Groups(sizes=sizes, inside=np.array(inside)), 0, np.array([1]), settings)
    found = settings.nearest * across.max() + (1 - settings.nearest) * across.mean()
    return Seam(
        articles=tuple(cluster.article_ids[row] for row in one),
        similarity=round(float(found), 4),
        asked=round(float(needed[0]), 4),
    )


def _parts(similarity: NDArray[np.float64]) -> tuple[list[int], list[int]]:
    """The rows of the smaller part and of the larger; of equals, the one without the first row is taken for smaller."""
    from scipy.cluster.hierarchy import linkage  # noqa: PLC0415 - slow to load, and seldom wanted
    from scipy.spatial.distance import squareform  # noqa: PLC0415

    distance = 1 - similarity
    np.fill_diagonal(distance, 0)
    steps = linkage(squareform(distance, checks=False), method="average")
    size = len(similarity)
    members = {row: [row] for row in range(size)}
    for number, step in enumerate(steps[:-1]):
        members[size + number] = members[int(step[0])] + members[int(step[1])]
    parts = sorted((sorted(members[int(part)]) for part in steps[-1][:2]), key=lambda part: (len(part), -part[0]))
    return parts[0], parts[1]
