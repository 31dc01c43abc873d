"""Join articles into groups, the most convincing pair of groups first, until no pair is convincing.

This is agglomerative clustering on a sparse graph. What two groups are asked for depends on how many articles bear
witness on both sides, and on how similar they are inside.
"""

from __future__ import annotations

import heapq
from dataclasses import replace
from typing import Self

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.graph import NEVER, Graph, Near, Rows, contracted, gathered, single
from digest.cluster.links import Decided
from digest.cluster.rounds import in_rounds, partners
from digest.cluster.settings import Settings


def join(pairs: csr_matrix, settings: Settings, decided: Decided) -> list[list[int]]:
    """Group the rows of a symmetric matrix of similarities; the groups and their rows are sorted.

    What is decided comes first: groups that are together grow from there, rows that are apart never meet, and no two
    groups are joined that are both settled.
    """
    if decided.apart.nnz:
        blocked = decided.apart > 0
        pairs = (pairs - pairs.multiply(blocked) + NEVER * blocked).tocsr()
    graph = single(pairs, decided.settled)
    home = np.arange(len(graph.settled))
    if decided.groups:
        first = home.copy()
        for rows in decided.groups:
            first[rows] = rows[0]
        _, home = np.unique(first, return_inverse=True)
        graph = contracted(graph, home)
    found = grown(graph, settings)[home]
    order = np.argsort(found, kind="stable")
    return sorted(part.tolist() for part in np.split(order, np.flatnonzero(np.diff(found[order])) + 1) if len(part))


def grown(graph: Graph, settings: Settings) -> Rows:
    """Join groups until nothing convinces. Returns the group in which each is then, by any number."""
    # First what is sure, so that the crowd around an article is other stories and not its own.
    graph, sure = in_rounds(graph, replace(settings, threshold=settings.threshold + settings.sure))
    graph, later = in_rounds(graph.with_crowds(settings), settings)
    forest = Forest(graph, settings)
    while forest.grow():
        pass
    return forest.home[later[sure]]


class Forest:
    """The groups while they grow. A group goes by the lowest number of those that it grew from."""

    def __init__(self, graph: Graph, settings: Settings) -> None:
        count = len(graph.settled)
        self.graph = graph
        self.settings = settings
        self.home = np.arange(count)  # of each group at the start, the group in which it is now
        self.parts = [[group] for group in range(count)]
        groups, sums, peaks = graph.near
        self._near = [
            Near(groups[begin:end].astype(np.intp), sums[begin:end], peaks[begin:end])
            for begin, end in zip(graph.starts[:-1].tolist(), graph.starts[1:].tolist(), strict=True)
        ]
        self._changes = [0] * count
        self._heap: list[tuple[float, int, int, int, int, int]] = []

    def grow(self: Self) -> bool:
        """Join pairs of groups until nothing convinces; whether anything was joined."""
        self._propose_all()
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

    def merge(self: Self, low: int, high: int) -> None:
        """Make one group of two."""
        first, second = self._look(low), self._look(high)
        sizes, crowd = self.graph.groups.sizes, self.graph.crowd
        crowd[low] = (sizes[low] * crowd[low] + sizes[high] * crowd[high]) / (sizes[low] + sizes[high])
        self.graph.groups.inside[low] += self.graph.groups.inside[high] + float(first.sums[first.groups == high].sum())
        sizes[low] += sizes[high]
        self.graph.settled[low] |= self.graph.settled[high]
        self.home[self.parts[high]] = low
        self.parts[low] += self.parts[high]
        self.parts[high] = []
        groups, sums, peaks = (np.concatenate(both) for both in zip(first, second, strict=True))
        outside = (groups != low) & (groups != high)
        self._near[low] = gathered(Near(groups[outside], sums[outside], peaks[outside]))
        self._near[high] = Near(groups[:0], sums[:0], peaks[:0])
        self._changes[low] += 1
        self._changes[high] += 1

    def _look(self: Self, group: int) -> Near:
        """The groups near a group as they are now."""
        near = self._near[group]
        now = self.home[near.groups]
        if (now != near.groups).any():
            near = self._near[group] = gathered(Near(now, near.sums, near.peaks))
        return near

    def _propose_all(self: Self) -> None:
        """Put the most convincing partner of every group on the list."""
        every = [self._look(group) for group in range(len(self.parts))]
        starts = np.cumsum([0, *(len(near.groups) for near in every)])
        near = Near(*(np.concatenate(values) for values in zip(*every, strict=True))) if every else self.graph.near
        some, others, scores = partners(self.graph._replace(starts=starts, near=near), self.settings)
        for group, partner, score in zip(some.tolist(), others.tolist(), scores.tolist(), strict=True):
            self._list(group, partner, score)

    def _propose(self: Self, group: int) -> None:
        """Put the most convincing partner of a group on the list, if there is one."""
        near = self._look(group)
        if len(near.groups):
            scores = self.graph.scores(group, near, self.settings)
            best = int(scores.argmax())
            self._list(group, int(near.groups[best]), float(scores[best]))

    def _list(self: Self, group: int, partner: int, score: float) -> None:
        """Put a pair on the list if it may convince."""
        small, large = sorted((self.graph.groups.sizes[group], self.graph.groups.sizes[partner]))
        if score > 0 or (small == 1 and score > -self.settings.leeway * (1 - 1 / large)):
            low, high = sorted((group, partner))
            heapq.heappush(self._heap, (-score, low, high, self._changes[low], self._changes[high], group))

    def _is_clear(self: Self, one: int, other: int, score: float) -> bool:
        """Whether nothing else comes near to being as convincing, for either."""
        for group, partner in ((one, other), (other, one)):
            near = self._look(group)
            scores = self.graph.scores(group, near, self.settings)
            if (scores[near.groups != partner] > score - self.settings.clearance).any():
                return False
        return True
