"""Find the sentences whose content only one of the articles has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from digest.compare.sentences import Line
from digest.model import Agreement, Sole

MOST = 6


def compare_only(
    lines: Sequence[Line], similar: NDArray[np.float64], agreements: Sequence[Agreement]
) -> tuple[Sole, ...]:
    """List sentences with a person, figure or organization that no other article names, the weightiest first."""
    aligned = {excerpt for agreement in agreements for excerpt in agreement.sentences}
    holders: dict[object, set[int]] = {}
    for line in lines:
        for thing in (*line.people, *line.figures, *line.organizations):
            holders.setdefault(thing, set()).add(line.article)
    told: Counter[object] = Counter()
    scored = []
    for line in lines:
        if line.excerpt in aligned or len(line.stems) < 5:
            continue
        weight = sum(
            value
            for things, value in ((line.people, 1.5), (line.figures, 1.5), (line.organizations, 1.0))
            for thing in things
            if len(holders[thing]) == 1
        )
        if weight:
            scored.append((weight + 1 / (2 + line.place), line))
    scored.sort(key=lambda s: (-round(s[0], 9), s[1].place, s[1].article))
    found: list[Sole] = []
    for weight, line in scored:
        mine = [t for t in (*line.people, *line.figures, *line.organizations) if len(holders[t]) == 1]
        if all(told[t] for t in mine):
            continue
        told.update(mine)
        found.append(Sole(excerpt=line.excerpt, weight=round(weight, 4)))
        if len(found) == MOST:
            break
    return tuple(found)
