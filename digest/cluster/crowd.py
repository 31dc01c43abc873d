"""How crowded it is around a group of articles: where much comes near, being near says less.

The nearest of many is near by chance more easily than the nearest of few. Around a strike at a small plant there is
nothing else; around a president's speech stand all his other speeches, which share its words though not its event.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.cluster.settings import Settings

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]


def crowds(means: Matrix, place: Rows, count: int, settings: Settings) -> Matrix:
    """How crowded it is around each of `count` groups: ln(1 + the sum of the similarities of the groups near it).

    `means` are the similarities of groups that are near each other, and `place` says near which group each one is. The
    nearest few may well be parts of the same story, and are no crowd.
    """
    order = np.lexsort((-means, place))
    place, means = place[order], np.maximum(means[order], 0)
    starts = np.searchsorted(place, np.arange(count))
    others = np.arange(len(place)) - starts[place] >= settings.companions
    near = np.bincount(place[others], weights=means[others], minlength=count)
    found: Matrix = np.minimum(np.log1p(near), settings.most_crowd)
    return found


def asked_in_crowds(crowd: Matrix, group: int | Rows, others: Rows, settings: Settings) -> Matrix:
    """How much more similar than elsewhere a group and each of some others must be, for what stands around them."""
    found: Matrix = settings.crowding * (crowd[group] + crowd[others]) / 2
    return found
