"""Leave out a key point that an earlier one tells: the other half of somebody's words, or mostly the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digest.compare.main_told import MainTold
from digest.compare.sentences import Line
from digest.language.quoting import QUOTED
from digest.model import Excerpt, KeyPoint

MOST, MUCH = 0.7, 0.4  # parts, by weight, of what a point mainly tells that another one tells


def without_halves(points: Iterable[KeyPoint], lines: Mapping[Excerpt, Line]) -> list[KeyPoint]:
    """The points without those that are the other half of somebody's words, which one article has in one sentence."""
    kept: list[KeyPoint] = []
    for point in points:
        if not any(_are_halves(point, earlier, lines) for earlier in kept):
            kept.append(point)
    return kept


def without_repeats(points: Iterable[KeyPoint], lines: Mapping[Excerpt, Line], main: MainTold) -> list[KeyPoint]:
    """The points without those whose first sentence mainly tells what that of an earlier point does."""
    kept: list[KeyPoint] = []
    for point in points:
        teller = lines.get(point.tellers[0])
        earlier = [lines[other.tellers[0]] for other in kept if other.tellers[0] in lines]
        if teller is None or not any(_tells_again(teller, other, main) for other in earlier):
            kept.append(point)
    return kept


def _tells_again(one: Line, other: Line, main: MainTold) -> bool:
    """Whether a sentence mainly tells what an earlier one tells, or each tells much of the other."""
    part = main.share_in(one, other)
    return part >= MOST or (part >= MUCH and main.share_in(other, one) >= MUCH)


def _are_halves(point: KeyPoint, earlier: KeyPoint, lines: Mapping[Excerpt, Line]) -> bool:
    same = set(point.sentences) & set(earlier.sentences)
    if not any(QUOTED.search(excerpt.text) for excerpt in same):
        return False
    first, second = ([lines[e] for e in p.sentences if e in lines and e not in same] for p in (point, earlier))
    return any(a.article == b.article for a in first for b in second)
