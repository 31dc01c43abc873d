"""How similar two groups of articles must be to tell one story."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.cluster.settings import Settings

Matrix = NDArray[np.float64]


class Groups(NamedTuple):
    """Of each group the number of its articles, and the sum of the similarities of all pairs inside."""

    sizes: Matrix
    inside: Matrix


def asked(groups: Groups, group: int | NDArray[np.intp], others: NDArray[np.intp], settings: Settings) -> Matrix:
    """The similarity that a group and each of some others, or each of some groups and another, need to be one.

    Two events of one kind (two earthquakes, two votes on one bill) share all words but a few. What tells them apart is
    that the articles of each are more similar to one another than to the others, and the more articles say so, the
    surer it is. A single article bears little witness: it is asked for less.
    """
    smaller = np.minimum(groups.sizes[group], groups.sizes[others])
    one, other = _inner(groups, group, settings), _inner(groups, others, settings)
    excess = np.where(
        smaller > 1,
        settings.cohesion * (np.minimum(one, other) - settings.usual),
        settings.belonging * (np.maximum(one, other) - settings.usual),
    )
    doublings = np.minimum(np.log2(smaller), settings.most_doublings)
    demand: Matrix = settings.threshold + settings.doubling * doublings + excess
    return demand


def _inner(groups: Groups, which: int | NDArray[np.intp], settings: Settings) -> Matrix:
    """The mean similarity inside groups, as if each had one more pair, of the usual similarity."""
    sizes = groups.sizes[which]
    mean: Matrix = (groups.inside[which] + settings.usual) / (sizes * (sizes - 1) / 2 + 1)
    return mean
