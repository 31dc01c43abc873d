"""Find the stories that follow one another: the same rare names, some days later, and not the same event.

A wrong link misleads more than a missing one helps, so much is asked: known days, a bounded gap, names that are rare
and stand in most articles of both, and that each is the other's best.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median_low
from typing import NamedTuple

import numpy as np

from digest.cluster.compared import Compared
from digest.cluster.neighbours import DIGITS, Similar

LEAST = 0.2  # the similarity of two groups of which one may follow the other
LONGEST = 30  # days from one story to the next
NAMES = 2  # rare names that both must share
RARE = 5.5  # nats: a name that stands in fewer than one of 245 articles
MOST_ARTICLES = 12  # of a story that are looked at for names


class Thread(NamedTuple):
    """The group that a group follows, and the one that follows it."""

    earlier: int | None = None
    later: int | None = None


def threads(similar: Similar, compared: Compared, groups: Sequence[Sequence[int]]) -> dict[int, Thread]:
    """Link groups of articles that follow one another, by their numbers.

    A group has one earlier and one later group at most, each the most similar of those that fit, and only where that
    holds from both ends. Days only grow along the links, so there is no circle.
    """
    names = _Names(groups, compared)
    days: dict[int, int | None] = {}
    fitting: list[tuple[float, int, int]] = []
    for line in np.flatnonzero((similar.ones < similar.others) & (similar.similarities >= LEAST)):
        pair = int(similar.ones[line]), int(similar.others[line])
        for number in pair:
            if number not in days:
                days[number] = story_day(compared.index.around.dates[compared.order[list(groups[number])]].tolist())
        known = [(day, number) for number in pair if (day := days[number]) is not None]
        if len(known) < 2 or not 0 < abs(known[0][0] - known[1][0]) <= LONGEST:
            continue
        (_, earlier), (_, later) = sorted(known)
        if len(names.shared(earlier, later)) >= NAMES:
            fitting.append((round(float(similar.similarities[line]), DIGITS), earlier, later))
    return _mutual(fitting)


def story_day(days: Sequence[float]) -> int | None:
    """The middle of the known days of publication; NaN is an unknown one. None where less than half are known."""
    known = [int(day) for day in days if not math.isnan(day)]
    return median_low(known) if 2 * len(known) >= len(days) and known else None


def _mutual(fitting: Sequence[tuple[float, int, int]]) -> dict[int, Thread]:
    """Keep the pairs that are the best of both; of equals, the one that sorts first."""
    ordered = sorted(fitting, key=lambda pair: (-pair[0], pair[1], pair[2]))
    following: dict[int, int] = {}
    followed: dict[int, int] = {}
    for _, earlier, later in ordered:
        following.setdefault(earlier, later)
        followed.setdefault(later, earlier)
    linked = [(one, other) for one, other in sorted(following.items()) if followed[other] == one]
    found: dict[int, Thread] = {}
    for one, other in linked:
        found[one] = found.get(one, Thread())._replace(later=other)
        found[other] = found.get(other, Thread())._replace(earlier=one)
    return found


class _Names:
    """The rare names that stand in most articles of a group, looked up when they are asked for."""

    def __init__(self, groups: Sequence[Sequence[int]], compared: Compared) -> None:
        self._groups, self._compared = groups, compared
        self._known: dict[int, frozenset[int]] = {}

    def shared(self, one: int, other: int) -> frozenset[int]:
        """The terms of the rare names that two groups have in common."""
        return self._names(one) & self._names(other)

    def _names(self, group: int) -> frozenset[int]:
        """The terms that more than half of a group's articles have, that are rare, and that most write as names."""
        if group not in self._known:
            index = self._compared.index
            rows = self._compared.order[list(self._groups[group][:MOST_ARTICLES])]
            weights = index.weights
            places = [np.arange(weights.indptr[row], weights.indptr[row + 1]) for row in rows]
            owner = np.repeat(rows, [len(part) for part in places])
            place = np.concatenate(places)
            named, rarity = index.names(owner, place)
            terms, which = np.unique(weights.indices[place], return_inverse=True)
            counts = np.bincount(which, minlength=len(terms))
            names = np.bincount(which, weights=named, minlength=len(terms))
            rare = np.zeros(len(terms))
            rare[which] = rarity
            found = terms[(2 * counts > len(rows)) & (2 * names > counts) & (rare >= RARE)]
            self._known[group] = frozenset(found.tolist())
        return self._known[group]
