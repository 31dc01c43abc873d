"""Find the articles that are similar enough to matter, without comparing all with all.

The marks of an article are its weightiest rare terms. Looking up which others have some of them in common costs little;
only those with enough in common are compared in full. Whether two have depends on nothing but the two of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.index import SEGMENT, Index
from digest.cluster.settings import Settings
from digest.cluster.similarity import PAIRS, products, similarities
from digest.cluster.work import Map, serially

Keys = NDArray[np.int64]  # a number for each pair of rows
Rank = Callable[[Rows], Rows]  # the order of some rows by their ids
AT_ONCE = 512  # rows that are looked up at once, which bounds the memory


def near(index: Index, order: Rows, *, fresh: Rows, together: Sequence[Rows] = (), each: Map = serially) -> csr_matrix:
    """The similarities of pairs of articles that matter, symmetric; those below the floor are 0.

    `order` puts the rows of the index in the order of the matrix. Those pairs matter that have one of the `fresh` rows,
    and those inside the groups of rows that are `together`.
    """
    count = len(index)
    rank = np.empty(count, dtype=np.intp)
    rank[order] = np.arange(count)
    first, second = neighbours(index, fresh, rank.__getitem__, each=each)
    inside = within(index, together)
    keys = np.concatenate([_keys(first, second, count), _keys(*inside, count)])
    keys.sort()
    first, second = np.divmod(keys[np.diff(keys, prepend=-1) != 0], max(1, count))
    values = similarities(index, first, second, each=each)
    some = values >= index.settings.floor
    values = values[some]
    one, other = (rank[rows[some]].astype(np.int32) for rows in (first, second))
    both = np.concatenate([one, other]), np.concatenate([other, one])
    return csr_matrix((np.concatenate([values, values]), both), shape=(count, count))


def neighbours(index: Index, rows: Rows, rank: Rank, *, each: Map = serially) -> tuple[Rows, Rows]:
    """The pairs of some rows with any others that have enough in common; a pair of two of them may stand there twice.

    Where a row has very many, those with the largest products of marks count, and of equal ones those of lowest rank.
    """
    segments, marks = index.segments(), index.marks

    def some(start: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        mine = rows[start : start + AT_ONCE]
        article, other, product = _looked_up(marks[mine], segments, index.settings.kinship)
        article, other, product = (values[mine[article] != other] for values in (article, other, product))
        kept = _nearest(np.bincount(article, minlength=len(mine)), product, other, rank, index.settings)
        return mine[article[kept]].astype(np.int32), other[kept].astype(np.int32)

    found = [*each(some, range(0, len(rows), AT_ONCE)), (np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32))]
    first, second = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return first, second


def within(index: Index, groups: Sequence[Rows]) -> tuple[Rows, Rows]:
    """The pairs inside groups of rows that have enough in common."""
    nothing = np.empty(0, dtype=np.intp)
    places = [np.triu_indices(len(rows), 1) for rows in groups]
    first = np.concatenate([nothing, *(rows[one] for rows, (one, _) in zip(groups, places, strict=True))])
    second = np.concatenate([nothing, *(rows[other] for rows, (_, other) in zip(groups, places, strict=True))])
    some = kindred(index, first, second)
    return first[some], second[some]


def kindred(index: Index, first: Rows, second: Rows) -> NDArray[np.bool_]:
    """Whether pairs of rows have enough in common to be compared in full."""
    marks = index.marks
    parts = [slice(start, start + PAIRS) for start in range(0, len(first), PAIRS)]
    found = [products(marks, first[part], second[part]) >= index.settings.kinship for part in parts]
    return np.concatenate([np.empty(0, dtype=np.bool_), *found])


def _keys(first: Rows, second: Rows, count: int) -> Keys:
    return np.minimum(first, second).astype(np.int64) * count + np.maximum(first, second)


def _looked_up(marks: csr_matrix, segments: Sequence[csr_matrix], least: float) -> tuple[Rows, Rows, Matrix]:
    """What has enough marks in common with some articles: the place of the article, the other row, the product."""
    found = []
    for number, segment in enumerate(segments):
        product = marks @ segment
        place = np.flatnonzero(product.data >= least)
        article = np.searchsorted(product.indptr, place, side="right") - 1
        found.append((article, product.indices[place].astype(np.intp) + number * SEGMENT, product.data[place]))
    article, other, product = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.argsort(article, kind="stable")
    return article[order], other[order], product[order]


def _nearest(sizes: Rows, product: Matrix, other: Rows, rank: Rank, settings: Settings) -> NDArray[np.bool_]:
    """Which pairs count: as many as `sizes` says of each article, one article after the other."""
    ends = np.cumsum(sizes)
    kept = np.ones(len(product), dtype=np.bool_)
    for article in np.flatnonzero(sizes > settings.neighbours).tolist():
        part = slice(ends[article] - sizes[article], ends[article])
        least = np.partition(product[part], -settings.neighbours)[-settings.neighbours]
        kept[part] = product[part] >= min(least, settings.kin)
        if kept[part].sum() > settings.most_neighbours:
            kept[part] = False
            kept[part.start + np.lexsort((rank(other[part]), -product[part]))[: settings.most_neighbours]] = True
    return kept
