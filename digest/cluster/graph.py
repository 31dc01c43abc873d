"""Groups of articles and how near they are to one another, as arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.cluster.crowd import asked_in_crowds, crowds
from digest.cluster.demands import Groups, asked
from digest.cluster.settings import Settings

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
NEVER = -1e9  # the similarity of two articles that must not meet: no mean with it is ever convincing
DIGITS = 9  # of scores, so that the order of adding up decides nothing
AT_ONCE = 1 << 18  # neighbours that are looked at at once, more or less, which bounds the memory


class Near(NamedTuple):
    """The groups near some group: for each the sum of the similarities of all pairs across, and the largest of them."""

    groups: Rows
    sums: Matrix
    peaks: Matrix


class Graph(NamedTuple):
    """All groups, those near each one, which are settled, and how crowded it is around each.

    The groups near group i stand from `starts[i]` to `starts[i + 1]`, sorted.
    """

    groups: Groups
    starts: Rows
    near: Near
    settled: NDArray[np.bool_]
    crowd: Matrix

    def scores(self, group: int | Rows, near: Near, settings: Settings) -> Matrix:
        """How much more similar each near group is than is asked (below zero: less). Two settled ones never convince.

        `group` is the one that they all are near, or for each the one that it is near.
        """
        scores = settings.nearest * near.peaks + (1 - settings.nearest) * self._means(group, near)
        scores -= asked(self.groups, group, near.groups, settings)
        scores -= asked_in_crowds(self.crowd, group, near.groups, settings)
        scores[self.settled[group] & self.settled[near.groups]] = NEVER
        return np.round(scores, DIGITS)

    def with_crowds(self, settings: Settings) -> Graph:
        """The same groups, with how crowded it is around each of them now.

        Settled groups are no crowd to one another, so that those around a new one need not all be compared.
        """
        place = np.repeat(np.arange(len(self.settled)), np.diff(self.starts))
        means = self._means(place, self.near)
        means[self.settled[place] & self.settled[self.near.groups]] = 0
        return self._replace(crowd=crowds(means, place, len(self.settled), settings))

    def _means(self, group: int | Rows, near: Near) -> Matrix:
        sizes = self.groups.sizes
        means: Matrix = near.sums / (sizes[group] * sizes[near.groups])
        return means

    def around(self, groups: Rows) -> tuple[Rows, Near]:
        """What is near some groups, one after the other; also the places of the groups, each as often."""
        sizes = np.diff(self.starts)[groups]
        shift = self.starts[groups] - (np.cumsum(sizes) - sizes)
        place = np.repeat(shift, sizes) + np.arange(sizes.sum())
        return np.repeat(np.arange(len(groups)), sizes), Near(*(values[place] for values in self.near))


def single(pairs: csr_matrix, settled: NDArray[np.bool_]) -> Graph:
    """A group of each row of a symmetric matrix of similarities."""
    count = pairs.shape[0]
    pairs.sum_duplicates()
    near = Near(pairs.indices, pairs.data, pairs.data)
    groups = Groups(sizes=np.ones(count), inside=np.zeros(count))
    return Graph(groups, pairs.indptr.astype(np.intp), near, settled.copy(), crowd=np.zeros(count))


def contracted(graph: Graph, unit: Rows) -> Graph:
    """Make one group of all groups of each unit. Units count from 0."""
    count = int(unit.max(initial=-1)) + 1
    inside = _sums(unit, graph.groups.inside, count)
    sizes = np.zeros(count, dtype=np.intp)
    found = []
    for members in blocks(np.diff(graph.starts), unit):
        place, near = graph.around(members)
        mine, theirs = unit[members][place], unit[near.groups]
        within = mine == theirs
        # Each pair stands there twice.
        inside += _sums(mine[within], near.sums[within], count) / 2
        across = ~within
        near = gathered(Near(mine[across] * count + theirs[across], near.sums[across], near.peaks[across]))
        mine, theirs = np.divmod(near.groups, count)
        sizes += np.bincount(mine, minlength=count)
        found.append(Near(theirs.astype(graph.near.groups.dtype), near.sums, near.peaks))
    articles = _sums(unit, graph.groups.sizes, count)
    return Graph(
        Groups(sizes=articles, inside=inside),
        np.cumsum([0, *sizes]),
        Near(*(np.concatenate(parts) for parts in zip(*found, strict=True))) if found else graph.near,
        _sums(unit, graph.settled.astype(np.float64), count) > 0,
        _sums(unit, graph.crowd * graph.groups.sizes, count) / articles,
    )


def blocks(sizes: Rows, unit: Rows) -> Iterator[Rows]:
    """The groups in the order of their units, some whole units at a time; `sizes` says how many are near each."""
    order = np.argsort(unit, kind="stable")
    block = (np.cumsum(sizes[order]) - sizes[order]) // AT_ONCE
    bounds = np.flatnonzero(np.diff(unit[order], append=-1)) + 1  # where a unit ends
    ends = bounds[np.flatnonzero(np.diff(block[bounds - 1], append=-1))]
    yield from np.split(order, ends[:-1]) if len(order) else ()


def _sums(place: Rows, values: Matrix, count: int) -> Matrix:
    return np.asarray(np.bincount(place, weights=values, minlength=count), dtype=np.float64)


def gathered(near: Near) -> Near:
    """Each group once, sorted."""
    if not len(near.groups):
        return near
    order = np.argsort(near.groups, kind="stable")
    groups = near.groups[order]
    new = np.empty(len(groups), dtype=np.bool_)
    new[0] = True
    np.not_equal(groups[1:], groups[:-1], out=new[1:])
    starts = new.nonzero()[0]
    return Near(
        groups[starts], np.add.reduceat(near.sums[order], starts), np.maximum.reduceat(near.peaks[order], starts)
    )
