"""Leave out a key point that is the other half of somebody's words, which one article has in a single sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digest.compare.sentences import Line
from digest.language.quoting import QUOTED
from digest.model import Excerpt, KeyPoint


def without_halves(points: Iterable[KeyPoint], lines: Mapping[Excerpt, Line]) -> list[KeyPoint]:
    """The points without those that are the other half of somebody's words, which one article has in one sentence."""
    kept: list[KeyPoint] = []
    for point in points:
        if not any(_are_halves(point, earlier, lines) for earlier in kept):
            kept.append(point)
    return kept


def _are_halves(point: KeyPoint, earlier: KeyPoint, lines: Mapping[Excerpt, Line]) -> bool:
    same = set(point.sentences) & set(earlier.sentences)
    if not any(QUOTED.search(excerpt.text) for excerpt in same):
        return False
    first, second = ([lines[e] for e in p.sentences if e in lines and e not in same] for p in (point, earlier))
    return any(a.article == b.article for a in first for b in second)
