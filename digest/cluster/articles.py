"""Group the articles that tell the same story."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.cluster.linkage import groups
from digest.cluster.similarity import Weights, vectors
from digest.model import Article, Cluster, SharedTerm

STANDARD = Weights()


def cluster_articles(
    articles: Sequence[Article],
    *,
    must_link: Sequence[tuple[str, str]] = (),
    cannot_link: Sequence[tuple[str, str]] = (),
    weights: Weights = STANDARD,
) -> tuple[Cluster, ...]:
    """Put every article into one cluster; the clusters are sorted by their first article's id."""
    ordered = sorted(articles, key=lambda article: article.id)
    if not ordered:
        return ()
    matrix, terms = vectors(ordered, weights)
    pairs = (matrix @ matrix.T).tocsr()
    pairs.data[pairs.data < weights.threshold] = 0
    pairs.eliminate_zeros()

    def block(rows: NDArray[np.intp]) -> NDArray[np.float64]:
        return np.clip((matrix[rows] @ matrix[rows].T).toarray(), 0, 1)

    found = [_cluster(ordered, matrix, terms, rows) for rows in groups(pairs, block, threshold=weights.threshold)]
    return tuple(sorted(found, key=lambda cluster: cluster.article_ids))


def _cluster(ordered: Sequence[Article], matrix: csr_matrix, terms: Sequence[str], rows: Sequence[int]) -> Cluster:
    part = matrix[list(rows)]
    similarity = np.clip((part @ part.T).toarray(), 0, 1)
    total = np.asarray(part.sum(axis=0)).ravel() ** 2 - np.asarray(part.multiply(part).sum(axis=0)).ravel()
    top = sorted(np.flatnonzero(total > 0), key=lambda c: (-total[c], terms[c]))[:12]
    whole = float(total.sum()) or 1.0
    return Cluster(
        article_ids=tuple(ordered[row].id for row in rows),
        similarity=tuple(tuple(round(float(v), 4) for v in line) for line in similarity),
        terms=tuple(
            SharedTerm(
                term=terms[c].lstrip("@"), is_name=terms[c].startswith("@"), weight=round(float(total[c]) / whole, 4)
            )
            for c in top
        ),
    )
