"""Find which groups came near one another and were left out, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.cluster.across import Across, by_group
from digest.cluster.compared import Compared, Grouped
from digest.cluster.rivals import Rivals
from digest.cluster.settings import Settings
from digest.model import LeftOut, Neighbour

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
SHORT = 0.1  # groups that fall short of what is asked by more than this did not come near
MOST = 5  # neighbours that are named of a group
DIGITS = 4


class Similar(NamedTuple):
    """Pairs of groups, each pair from both sides: how similar they are, and which of their articles are most.

    `first` and `nearest` are the rows of the most similar articles of `ones` and of `others`.
    """

    ones: Rows
    others: Rows
    similarities: Matrix
    peaks: Matrix
    first: Rows
    nearest: Rows


def similar_groups(outer: Across, grouped: Grouped, settings: Settings) -> Similar:
    """The similarity of groups as it counts where they are joined; `outer` is that of articles to other groups."""
    sizes, share = grouped.sizes.sizes, settings.nearest
    table, first = by_group(outer, grouped.home)
    means = table.sums / (sizes[table.rows] * sizes[table.groups])
    found = share * table.peaks + (1 - share) * means
    return Similar(table.rows, table.groups, found, table.peaks, first, table.nearest)


def neighbours(similar: Similar, compared: Compared, grouped: Grouped) -> Mapping[int, tuple[Neighbour, ...]]:
    """By the number of a group: those that came near it, the nearest first."""
    order, settings = compared.order, compared.settings
    look = _Look(grouped, Rivals(compared, grouped), settings)
    needed = grouped.asked(similar.ones, similar.others, settings)
    short = np.round(needed - similar.similarities, DIGITS)
    calendar = compared.index.around.by_calendar(order[similar.first], order[similar.nearest])
    lines = first_of_each(similar.ones, short, np.flatnonzero(short <= SHORT), most=MOST)
    nearest = {int(similar.ones[line]): int(similar.others[line]) for line in reversed(lines)}
    found: defaultdict[int, list[Neighbour]] = defaultdict(list)
    for line in lines:
        one, other = int(similar.ones[line]), int(similar.others[line])
        found[one].append(
            Neighbour(
                nearest=(compared.id(similar.first[line]), compared.id(similar.nearest[line])),
                peak=round(float(similar.peaks[line]), DIGITS),
                similarity=round(float(similar.similarities[line]), DIGITS),
                asked=round(float(needed[line]), DIGITS),
                size=len(grouped.rows[other]),
                reason=look.reason(one, other, short=float(short[line])),
                calendar=round(float(calendar[line]), DIGITS),
                mutual=nearest[one] == other and nearest.get(other) == one,
            )
        )
    return {group: tuple(near) for group, near in found.items()}


class _Look(NamedTuple):
    """What is needed to tell why groups were not joined."""

    grouped: Grouped
    rivals: Rivals
    settings: Settings

    def reason(self, one: int, other: int, *, short: float) -> LeftOut:
        """Why two groups stay two. Whether they are published says nothing where they would stay two anyway."""
        mine, theirs, decided = self.grouped.rows[one], self.grouped.rows[other], self.grouped.decided
        if decided.apart.nnz and decided.apart[mine][:, theirs].nnz:
            return LeftOut.APART
        published = decided.settled[mine].any() and decided.settled[theirs].any()
        if short < 0 and published:
            return LeftOut.PUBLISHED
        small, large = sorted((len(mine), len(theirs)))
        if small > 1 or short >= self.settings.leeway * (1 - 1 / large):
            return LeftOut.BELOW
        clear = published and self.rivals.is_clear(one, other, short=short)
        return LeftOut.PUBLISHED if clear else LeftOut.CONTESTED


def first_of_each(groups: Rows, order: Matrix, lines: Rows, *, most: int) -> list[int]:
    """Of some lines of a table, those that come first in each group, sorted by group and order."""
    lines = lines[np.lexsort((lines, order[lines], groups[lines]))]
    starts = np.flatnonzero(np.r_[True, np.diff(groups[lines]) != 0]) if len(lines) else lines
    rank = np.arange(len(lines)) - np.repeat(starts, np.diff(np.r_[starts, len(lines)]))
    found: list[int] = lines[rank < most].tolist()
    return found
