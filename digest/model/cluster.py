"""Articles that tell the same story, and why they are together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTerm:
    """A word or name that holds a cluster together. `weight` is its share (0 to 1) of the articles' similarity."""

    term: str
    is_name: bool
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Ids of the articles that tell one story, sorted. `similarity[i][j]` (0 to 1) is that of articles i and j."""

    article_ids: tuple[str, ...]
    similarity: tuple[tuple[float, ...], ...]
    terms: tuple[SharedTerm, ...] = ()

    def fit(self, article_id: str) -> float | None:
        """How well an article fits: its mean similarity to the others, or None where it stands alone."""
        row = self.article_ids.index(article_id)
        others = [value for column, value in enumerate(self.similarity[row]) if column != row]
        return sum(others) / len(others) if others else None
