"""Articles that tell the same story, and why they are together."""

from __future__ import annotations

from dataclasses import dataclass

from digest.model.nearness import Neighbour, Stray


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTerm:
    """A word or name that holds a cluster together. `weight` is its share (0 to 1) of the articles' similarity."""

    term: str
    is_name: bool
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A word or name that a cluster is known by: it weighs much, and at least half of the articles have it.

    `term` is how most of them write it, `stem` what its forms have in common. `weight` is its share (0 to 1) of all
    that the articles' words weigh. `articles` are the ids of those that have it.
    """

    term: str
    stem: str
    is_name: bool
    weight: float
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Ids of the articles that tell one story, sorted. `similarity[i][j]` (0 to 1) is that of articles i and j.

    `terms` are what the articles share, `marks` what the story is known by, the weightiest first.
    `neighbours` are the clusters that came near, the nearest first; `strays` the articles that are nearer to another
    cluster; `linked` those that an editor's link names. `earlier` and `later` are each the id of an article of the
    cluster that this one follows, or that follows it; None where there is no such cluster.
    """

    article_ids: tuple[str, ...]
    similarity: tuple[tuple[float, ...], ...]
    terms: tuple[SharedTerm, ...] = ()
    marks: tuple[Mark, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    strays: tuple[Stray, ...] = ()
    linked: tuple[str, ...] = ()
    earlier: str | None = None
    later: str | None = None

    def fit(self, article_id: str) -> float | None:
        """How well an article fits: its mean similarity to the others, or None where it stands alone."""
        row = self.article_ids.index(article_id)
        others = [value for column, value in enumerate(self.similarity[row]) if column != row]
        return sum(others) / len(others) if others else None

    def weakest(self) -> tuple[str, float] | None:
        """The article that fits least, with its mean similarity to the others; None where there are less than three.

        Of equals, the one that sorts first. Of two articles neither is the weaker one.
        """
        if len(self.article_ids) < 3:
            return None
        fits = ((self.fit(key) or 0.0, key) for key in self.article_ids)
        fit, key = min(fits)
        return key, fit
