"""Find the articles that are more similar to another group than to the rest of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from digest.cluster.across import Across
from digest.cluster.compared import Compared, Grouped
from digest.cluster.neighbours import DIGITS, first_of_each
from digest.cluster.settings import Settings
from digest.model import Stray

Matrix = NDArray[np.float64]
NEARER = 0.05  # by how much an article must be nearer to another group to be named


def strays(inner: Across, outer: Across, compared: Compared, grouped: Grouped) -> Mapping[int, tuple[Stray, ...]]:
    """By the number of a group: its articles that are nearer to another group; of several others the nearest counts.

    `inner` and `outer` are the articles' similarities to their own group and to the others. What an editor keeps apart
    is not named.
    """
    home, sizes, settings = grouped.home, grouped.sizes.sizes, compared.settings
    own = np.zeros(len(home))
    own[inner.rows] = _similarity(inner.sums / (sizes[inner.groups] - 1), inner.peaks, settings)
    other = _similarity(outer.sums / sizes[outer.groups], outer.peaks, settings)
    nearer = (other > own[outer.rows] + NEARER) & (sizes[home[outer.rows]] > 1)
    found: defaultdict[int, list[Stray]] = defaultdict(list)
    for line in first_of_each(outer.rows, np.round(-other, DIGITS), np.flatnonzero(nearer), most=1):
        row = int(outer.rows[line])
        if (home[grouped.decided.apart[[row]].indices] == outer.groups[line]).any():
            continue
        found[int(home[row])].append(
            Stray(
                article_id=compared.id(row),
                nearest=compared.id(outer.nearest[line]),
                own=round(float(own[row]), DIGITS),
                other=round(float(other[line]), DIGITS),
            )
        )
    return {group: tuple(astray) for group, astray in found.items()}


def _similarity(means: Matrix, peaks: Matrix, settings: Settings) -> Matrix:
    found: Matrix = settings.nearest * peaks + (1 - settings.nearest) * means
    return found
