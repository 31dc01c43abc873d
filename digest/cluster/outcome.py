"""Make clusters of groups of rows: the ids, how similar the articles are, and the terms that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from digest.cluster.circumstances import Rows
from digest.cluster.index import Index
from digest.cluster.reasons import reasons
from digest.cluster.similarity import similarities
from digest.model import Cluster

AT_ONCE = 1 << 14  # pairs of rows, more or less, which bounds the memory
ALONE = ((1.0,),)


def clusters(index: Index, groups: Sequence[Rows]) -> Iterator[Cluster]:
    """Make a cluster of each group, those of one article first. The rows of a group are sorted by id."""
    alone = [group for group in groups if len(group) == 1]
    for group, why in zip(alone, reasons(index, alone), strict=True):
        yield Cluster(article_ids=(index.ids[group[0]],), similarity=ALONE, marks=why.marks)
    several = [group for group in groups if len(group) > 1]
    for group, matrix, why in zip(several, _matrices(index, several), reasons(index, several), strict=True):
        ids = tuple(index.ids[row] for row in group.tolist())
        yield Cluster(article_ids=ids, similarity=matrix, terms=why.terms, marks=why.marks)


def _matrices(index: Index, groups: Sequence[Rows]) -> Iterator[tuple[tuple[float, ...], ...]]:
    """The similarities of all pairs in each group, to four digits."""
    some: list[Rows] = []
    for group in groups:
        some.append(group)
        if sum(len(rows) ** 2 for rows in some) >= 2 * AT_ONCE:
            yield from _of_some(index, some)
            some = []
    yield from _of_some(index, some)


def _of_some(index: Index, groups: Sequence[Rows]) -> Iterator[tuple[tuple[float, ...], ...]]:
    places = [np.triu_indices(len(group), 1) for group in groups]
    nothing = np.empty(0, dtype=np.intp)
    first = np.concatenate([nothing, *(rows[one] for rows, (one, _) in zip(groups, places, strict=True))])
    second = np.concatenate([nothing, *(rows[other] for rows, (_, other) in zip(groups, places, strict=True))])
    values = np.round(similarities(index, first, second), 4)
    start = 0
    for group, (one, other) in zip(groups, places, strict=True):
        matrix = np.eye(len(group))
        matrix[one, other] = matrix[other, one] = values[start : start + len(one)]
        start += len(one)
        yield tuple(map(tuple, matrix.tolist()))
