"""Join articles into groups, the most convincing pair of groups first, until no pair is convincing.

This is agglomerative clustering on a sparse graph. What two groups are asked for depends on how many articles bear
witness on both sides, and on how similar they are inside.
"""

from __future__ import annotations

import heapq
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.cluster.demands import Groups, asked
from digest.cluster.links import Decided
from digest.cluster.settings import Settings

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
NEVER = -1e9  # the similarity of two articles that must not meet: no mean with it is ever convincing
DIGITS = 9  # of scores, so that the order of adding up decides nothing


def join(pairs: csr_matrix, settings: Settings, decided: Decided) -> list[list[int]]:
    """Group the rows of a symmetric matrix of similarities; the groups and their rows are sorted.

    What is decided comes first: groups that are together grow from there, rows that are apart never meet, and no two
    groups are joined that are both settled.
    """
    blocked = decided.apart > 0
    graph = (pairs - pairs.multiply(blocked) + NEVER * blocked).tocsr()
    graph.sum_duplicates()
    forest = _Forest(graph, settings, decided.settled)
    for first, *others in decided.groups:
        for row in others:
            forest.merge(first, row)
    while forest.grow():
        pass
    return [sorted(rows) for rows in forest.rows if rows]


class _Near(NamedTuple):
    """The groups near a group: for each the sum of the similarities of all pairs across, and the largest of them."""

    groups: Rows
    sums: Matrix
    peaks: Matrix


def _both(one: _Near, other: _Near) -> _Near:
    """The groups near one or the other of two groups; those near both stand twice."""
    return _Near(
        np.concatenate([one.groups, other.groups]),
        np.concatenate([one.sums, other.sums]),
        np.concatenate([one.peaks, other.peaks]),
    )


class _Forest:
    """The groups while they grow. A group goes by its first row."""

    def __init__(self, graph: csr_matrix, settings: Settings, settled: NDArray[np.bool_]) -> None:
        count = graph.shape[0]
        self.settings = settings
        self.settled = settled.copy()  # of each group; a group with a settled row is settled
        self.home = np.arange(count)  # the group of each row
        self.rows = [[row] for row in range(count)]
        self.groups = Groups(sizes=np.ones(count), inside=np.zeros(count))
        self._near = []
        for row in range(count):
            part = slice(graph.indptr[row], graph.indptr[row + 1])
            self._near.append(_Near(graph.indices[part].astype(np.intp), graph.data[part], graph.data[part]))
        self._changes = [0] * count
        self._heap: list[tuple[float, int, int, int, int, int]] = []

    def grow(self: Self) -> bool:
        """Join pairs of groups until nothing convinces; whether anything was joined."""
        for group, rows in enumerate(self.rows):
            if rows:
                self._propose(group)
        grown = False
        while self._heap:
            negative, low, high, *changes, proposer = heapq.heappop(self._heap)
            if changes != [self._changes[low], self._changes[high]]:
                if self._changes[proposer] == changes[proposer == high]:  # only its partner has changed
                    self._propose(proposer)
            elif negative < 0 or self._is_clear(low, high, -negative):
                self.merge(low, high)
                self._propose(low)
                grown = True
        return grown

    def merge(self: Self, one: int, other: int) -> None:
        """Make one group of two. It goes by the lower number."""
        low, high = sorted((one, other))
        first, second = self._look(low), self._look(high)
        between = float(first.sums[first.groups == high].sum())
        self.groups.inside[low] += self.groups.inside[high] + between
        self.groups.sizes[low] += self.groups.sizes[high]
        self.settled[low] |= self.settled[high]
        self.home[self.rows[high]] = low
        self.rows[low].extend(self.rows[high])
        self.rows[high] = []
        self._near[low] = _both(first, second)
        self._near[high] = _Near(second.groups[:0], second.sums[:0], second.peaks[:0])
        self._changes[low] += 1
        self._changes[high] += 1

    def _look(self: Self, group: int) -> _Near:
        """The groups near a group as they are now, sorted."""
        near = self._near[group]
        now = self.home[near.groups]
        if not np.array_equal(now, near.groups) or (np.diff(now) <= 0).any():
            outside = now != group
            groups, place = np.unique(now[outside], return_inverse=True)
            peaks = np.full(len(groups), NEVER)
            np.maximum.at(peaks, place, near.peaks[outside])
            sums = np.zeros(len(groups))
            np.add.at(sums, place, near.sums[outside])
            near = _Near(groups.astype(np.intp), sums, peaks)
            self._near[group] = near
        return near

    def _scores(self: Self, group: int) -> tuple[Rows, Matrix]:
        """The groups near a group, and how much more similar each is than is asked (below zero: less)."""
        near = self._look(group)
        means = near.sums / (self.groups.sizes[group] * self.groups.sizes[near.groups])
        share = self.settings.nearest
        scores = share * near.peaks + (1 - share) * means - asked(self.groups, group, near.groups, self.settings)
        if self.settled[group]:
            scores[self.settled[near.groups]] = NEVER
        return near.groups, np.round(scores, DIGITS)

    def _propose(self: Self, group: int) -> None:
        """Put the most convincing partner of a group on the list, if there is one."""
        groups, scores = self._scores(group)
        if not len(groups):
            return
        best = int(scores.argmax())
        score, partner = float(scores[best]), int(groups[best])
        small, large = sorted((self.groups.sizes[group], self.groups.sizes[partner]))
        if score > 0 or (small == 1 and score > -self.settings.leeway * (1 - 1 / large)):
            low, high = sorted((group, partner))
            heapq.heappush(self._heap, (-score, low, high, self._changes[low], self._changes[high], group))

    def _is_clear(self: Self, one: int, other: int, score: float) -> bool:
        """Whether nothing else comes near to being as convincing, for either."""
        for group, partner in ((one, other), (other, one)):
            groups, scores = self._scores(group)
            if (scores[groups != partner] > score - self.settings.clearance).any():
                return False
        return True
