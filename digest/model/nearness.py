"""What came near a cluster and was left out, with the figures that decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeftOut(StrEnum):
    """Why two clusters that are near each other were not joined."""

    BELOW = "less similar than is asked"
    APART = "kept apart by the editor"
    PUBLISHED = "both were published already"
    CONTESTED = "something else came as near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another cluster that came near.

    `nearest` are the ids of the two most similar articles, this cluster's first, and `peak` (0 to 1) is their
    similarity, in which the months, weekdays and years that they name have the factor `calendar` (1 where that says
    nothing). `similarity` is that of the two clusters, `asked` what they would need to be one, and `size` the number
    of the other's articles. `mutual` says that nothing else is nearer to either.
    """

    nearest: tuple[str, str]
    peak: float
    similarity: float
    asked: float
    size: int
    reason: LeftOut
    calendar: float = 1.0
    mutual: bool = True

    @property
    def short(self) -> float:
        """By how much the similarity falls short of what is asked; below zero where it does not."""
        return round(self.asked - self.similarity, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """An article that is more similar to another cluster than to the rest of its own.

    `nearest` is the id of the most similar article there; `own` and `other` are the two similarities (0 to 1).
    """

    article_id: str
    nearest: str
    own: float
    other: float


class Step(StrEnum):
    """What an editor might do about a near miss."""

    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"


class Cause(StrEnum):
    """What makes a near miss of it."""

    PARTS = "its articles fall into two tight groups"
    ALIKE = "both were published; today they would be one story"
    LOOSE = "today it would not join this story"
    NEARER = "it is nearer to another story"
    ALMOST = "nearly similar enough, and nothing else is nearer"


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Two clusters that an editor might merge, or articles that might be split off or moved.

    `articles` are ids: in a merge one of each cluster, else those that would leave. `target` is the id of an article of
    the cluster where a moved article would go. `similarity` is that across the seam, and `measure` what it is held
    against: what is asked, or in a move the article's similarity to its own cluster.
    """

    step: Step
    cause: Cause
    articles: tuple[str, ...]
    target: str | None = None
    similarity: float
    measure: float
