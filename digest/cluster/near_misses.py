"""List what an editor might merge, split or move, the most convincing first.

`docs/method/near-misses.md` says how often such a suggestion is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from digest.cluster.seam import Seam, seam
from digest.cluster.settings import STANDARD, Settings
from digest.model import Cause, Cluster, LeftOut, NearMiss, Neighbour, Step

ALMOST = 0.05  # by how much two clusters may fall short of what is asked and still be named
LOOSELY = 0.04  # by how much two parts of a cluster may be more similar than is asked and still be named
TOLD_APART = 1.0  # below this factor the months, weekdays and years that two articles name tell them apart
ORDER = tuple(Cause)  # as they stand there: from what is most often right to what is least often


def near_misses(clusters: Sequence[Cluster], *, settings: Settings = STANDARD) -> tuple[NearMiss, ...]:
    """Look through all clusters. What an editor's link decided is not questioned."""
    home = {key: number for number, cluster in enumerate(clusters) for key in cluster.article_ids}
    moves = tuple(_moves(clusters))
    found = [
        *moves,
        *_merges(clusters, home, {frozenset(home[key] for key in (*m.articles, m.target or "")) for m in moves}),
    ]
    moved = {key for miss in moves for key in miss.articles}
    for cluster in clusters:
        found += [miss for miss in _splits(cluster, settings) if not moved.intersection(miss.articles)]
    return tuple(sorted(found, key=lambda m: (ORDER.index(m.cause), round(m.measure - m.similarity, 4), m.articles)))


def _merges(clusters: Sequence[Cluster], home: Mapping[str, int], moved: Set[frozenset[int]]) -> Iterator[NearMiss]:
    """Two clusters between which an article moves are near by that article, and not to be merged."""
    for number, cluster in enumerate(clusters):
        for near in cluster.neighbours:
            other = home[near.nearest[1]]
            cause = _why_merge(near, len(cluster.article_ids))
            if cause and number < other and frozenset((number, other)) not in moved:
                yield NearMiss(
                    step=Step.MERGE,
                    cause=cause,
                    articles=near.nearest,
                    similarity=near.similarity,
                    measure=near.asked,
                )


def _why_merge(near: Neighbour, size: int) -> Cause | None:
    """Two groups of several articles that fall short tell two events of one kind more often than one event."""
    if near.reason is LeftOut.APART:
        return None
    if near.reason is LeftOut.PUBLISHED:
        return Cause.ALIKE
    single = min(size, near.size) == 1
    told_apart = near.calendar < TOLD_APART
    return Cause.ALMOST if single and near.mutual and near.short <= ALMOST and not told_apart else None


def _moves(clusters: Sequence[Cluster]) -> Iterator[NearMiss]:
    for cluster in clusters:
        for stray in cluster.strays:
            if stray.article_id not in cluster.linked:
                yield NearMiss(
                    step=Step.MOVE,
                    cause=Cause.NEARER,
                    articles=(stray.article_id,),
                    target=stray.nearest,
                    similarity=stray.other,
                    measure=stray.own,
                )


def _splits(cluster: Cluster, settings: Settings) -> Iterator[NearMiss]:
    found = seam(cluster, settings)
    if found and not set(cluster.linked).intersection(found.articles):
        cause = _why_split(found, len(cluster.article_ids), settings)
        if cause:
            yield NearMiss(
                step=Step.SPLIT,
                cause=cause,
                articles=found.articles,
                similarity=found.similarity,
                measure=found.asked,
            )


def _why_split(found: Seam, size: int, settings: Settings) -> Cause | None:
    excess = found.similarity - found.asked
    if len(found.articles) > 1:
        return Cause.PARTS if excess <= LOOSELY else None
    return Cause.LOOSE if excess < -settings.leeway * (1 - 1 / (size - 1)) else None
