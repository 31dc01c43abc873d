"""Look at what lies around each group: what came near, what is nearer elsewhere, what came before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.across import across, homes, within
from digest.cluster.compared import Compared, Grouped
from digest.cluster.demands import Groups
from digest.cluster.graph import contracted, single
from digest.cluster.links import Decided
from digest.cluster.near import within as inside_groups
from digest.cluster.neighbours import neighbours, similar_groups
from digest.cluster.similarity import similarities
from digest.cluster.strays import strays
from digest.cluster.threads import Thread, threads
from digest.model import Neighbour, Stray

LOOK = 0.14  # the similarity of two articles from which their groups are looked at


class Surroundings(NamedTuple):
    """Each by the number of a group; a group around which there is nothing is missing."""

    neighbours: Mapping[int, tuple[Neighbour, ...]]
    strays: Mapping[int, tuple[Stray, ...]]
    threads: Mapping[int, Thread]


def surroundings(compared: Compared, groups: Sequence[Sequence[int]], decided: Decided) -> Surroundings:
    """Look around the groups that were joined, each as the places of its articles."""
    home = homes(groups)
    inner = within(_inside(compared, groups), home)
    outer = across(compared.pairs, home, least=LOOK)
    inside = np.bincount(home[inner.rows], weights=inner.sums, minlength=len(groups)) / 2
    sizes = Groups(sizes=np.array([len(rows) for rows in groups], dtype=np.float64), inside=inside)
    unsettled = single(compared.pairs, np.zeros(len(home), dtype=np.bool_))
    crowd = contracted(unsettled, home).with_crowds(compared.settings).crowd
    grouped = Grouped(groups, home, sizes, crowd, decided)
    similar = similar_groups(outer, grouped, compared.settings)
    return Surroundings(
        neighbours(similar, compared, grouped),
        strays(inner, outer, compared, grouped),
        threads(similar, compared, groups),
    )


def _inside(compared: Compared, groups: Sequence[Sequence[int]]) -> csr_matrix:
    """The similarities inside each group: the same whether a group was published before or is joined just now."""
    index, order = compared.index, compared.order
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    first, second = inside_groups(index, [order[list(rows)] for rows in groups if len(rows) > 1])
    values = similarities(index, first, second)
    some = values >= compared.settings.floor
    one, other, values = place[first[some]], place[second[some]], values[some]
    both = np.concatenate([one, other]), np.concatenate([other, one])
    return csr_matrix((np.concatenate([values, values]), both), shape=compared.pairs.shape)
