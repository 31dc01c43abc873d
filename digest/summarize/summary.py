"""Choose the sentences that tell a story: central, early, supported by several articles, and never the same twice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.language.background import rarity
from digest.model import Article, Findings, Summary, SummarySentence
from digest.summarize.candidates import Candidate, candidates
from digest.summarize.headline import choose_headline

SAME = 0.5  # cosine from which two sentences say the same
ALSO = 0.35  # cosine from which a sentence of another article supports one


def summarize(articles: Sequence[Article], *, findings: Sequence[Findings] = (), limit: int | None = None) -> Summary:
    """Summarize a story in whole sentences of its articles, each word for word; `limit` is their number."""
    pool = candidates(articles)
    chosen = _choose(pool, limit or default_limit(len(articles)), len(articles)) if pool else ()
    return Summary(headline=choose_headline(articles), sentences=chosen)


def default_limit(articles: int) -> int:
    """How many sentences a story of so many articles gets: 3 to 7."""
    return min(7, 3 + articles.bit_length()) if articles > 1 else 3


def _choose(pool: tuple[Candidate, ...], limit: int, articles: int) -> tuple[SummarySentence, ...]:
    matrix = _matrix(pool)
    similar = np.asarray((matrix @ matrix.T).todense())
    centroid = np.asarray(matrix.sum(axis=0)).ravel()
    centroid /= np.linalg.norm(centroid) or 1.0
    score = matrix @ centroid + 0.3 * np.array([1 / (1 + c.place) for c in pool])
    score = score - np.array([0.3 if c.leans else 0.0 for c in pool])
    order = sorted(range(len(pool)), key=lambda i: (-round(float(score[i]), 9), pool[i].place, pool[i].article))
    picked: list[int] = []
    for i in order:
        if len(picked) == limit:
            break
        if pool[i].usable and all(similar[i, j] < SAME for j in picked):
            picked.append(i)
    picked.sort(key=lambda i: (pool[i].place, pool[i].article))
    return tuple(SummarySentence(excerpt=pool[i].excerpt, also=_also(i, pool, similar)) for i in picked)


def _also(i: int, pool: tuple[Candidate, ...], similar: np.ndarray) -> tuple:  # type: ignore[type-arg]
    best: dict[int, int] = {}
    for j, other in enumerate(pool):
        if other.article == pool[i].article or similar[i, j] < ALSO:
            continue
        if other.article not in best or similar[i, j] > similar[i, best[other.article]]:
            best[other.article] = j
    return tuple(pool[j].excerpt for _, j in sorted(best.items()))


def _matrix(pool: tuple[Candidate, ...]) -> csr_matrix:
    index: dict[str, int] = {}
    rows, columns, values = [], [], []
    for row, candidate in enumerate(pool):
        weights: dict[int, float] = {}
        for term in candidate.stems:
            column = index.setdefault(term, len(index))
            weights[column] = rarity(term)
        norm = sum(w * w for w in weights.values()) ** 0.5 or 1.0
        for column, weight in weights.items():
            rows.append(row)
            columns.append(column)
            values.append(weight / norm)
    return csr_matrix((values, (rows, columns)), shape=(len(pool), max(1, len(index))))
