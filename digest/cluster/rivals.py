"""Tell whether two groups have nothing else that is as convincing, for either of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from digest.cluster.compared import Compared, Grouped


class Rivals:
    """The groups around a group, looked up when they are asked for."""

    def __init__(self, compared: Compared, grouped: Grouped) -> None:
        self._compared, self._grouped = compared, grouped
        self._known: dict[int, tuple[NDArray[np.intp], NDArray[np.float64]]] = {}

    def is_clear(self, one: int, other: int, *, short: float) -> bool:
        """Whether no third group comes within the settings' clearance; `short` is what the two are short of."""
        least = -short - self._compared.settings.clearance
        for group, partner in ((one, other), (other, one)):
            groups, scores = self._scores(group)
            if (scores[groups != partner] > least).any():
                return False
        return True

    def _scores(self, group: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """All groups that are similar at all, and how much more similar each is than is asked."""
        if group not in self._known:
            grouped, settings = self._grouped, self._compared.settings
            part = self._compared.pairs[list(grouped.rows[group])].tocoo()
            homes = grouped.home[part.col]
            outside = homes != group
            groups, place = np.unique(homes[outside], return_inverse=True)
            peaks = np.zeros(len(groups))
            np.maximum.at(peaks, place, part.data[outside])
            sums = np.bincount(place, weights=part.data[outside], minlength=len(groups))
            means = sums / (grouped.sizes.sizes[group] * grouped.sizes.sizes[groups])
            found = settings.nearest * peaks + (1 - settings.nearest) * means
            self._known[group] = groups, found - grouped.asked(group, groups, settings)
        return self._known[group]
