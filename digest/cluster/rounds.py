"""Join all groups that are each other's most convincing partner, many pairs at once, as long as there are any."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from digest.cluster.graph import Graph, Matrix, Rows, blocks, contracted
from digest.cluster.settings import Settings

# Rounds; 20,000 articles needed 13, and where very many are equally near, few join in each.
MOST = 24


class Partners(NamedTuple):
    """Groups that have any near them, the most convincing of those, and how convincing it is."""

    groups: Rows
    partners: Rows
    scores: Matrix


def in_rounds(graph: Graph, settings: Settings) -> tuple[Graph, Rows]:
    """Join groups in rounds. Also returns the group in which each group is after that.

    With average linkage, two groups that convince each other most join before either finds another, whatever joins
    elsewhere, so that all such pairs can join at once (Murtagh, 1983). Here that holds but for rare cases, in which
    what two groups are asked for falls while they grow.
    """
    home = np.arange(len(graph.settled))
    for _ in range(MOST):
        group, other, score = partners(graph, settings)
        best = np.full(len(graph.settled), -1)
        best[group] = other
        mutual = (score > 0) & (best[other] == group) & (group < other)
        if not mutual.any():
            break
        unit = np.arange(len(best))
        unit[other[mutual]] = group[mutual]
        _, unit = np.unique(unit, return_inverse=True)
        graph, home = contracted(graph, unit), unit[home]
    return graph, home


def partners(graph: Graph, settings: Settings) -> Partners:
    """The most convincing partner of each group; of equal ones the first."""
    sizes = np.diff(graph.starts)
    some = np.flatnonzero(sizes)
    found = [_partners(graph, some[part], settings) for part in blocks(sizes[some], np.arange(len(some)))]
    if not found:
        return Partners(some, some, np.empty(0))
    return Partners(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def _partners(graph: Graph, groups: Rows, settings: Settings) -> Partners:
    place, near = graph.around(groups)
    scores = graph.scores(groups[place], near, settings)
    starts = np.searchsorted(place, np.arange(len(groups)))
    best = np.maximum.reduceat(scores, starts)
    places = np.flatnonzero(scores == best[place])
    first = places[np.searchsorted(places, starts)]
    return Partners(groups, near.groups[first].astype(np.intp), best)
