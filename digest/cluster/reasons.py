"""Say why articles are together: the terms that they share, by their part in the similarity."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.spelling import spellings
from digest.model import Article, SharedTerm

MOST = 20


def shared_terms(part: csr_matrix, columns: Sequence[str], articles: Sequence[Article]) -> tuple[SharedTerm, ...]:
    """The terms of a cluster's rows with their share of the similarity of all pairs, the weightiest first."""
    used, place = np.unique(part.indices, return_inverse=True)
    shared = np.bincount(place, minlength=len(used)) > 1
    sums = np.bincount(place, weights=part.data, minlength=len(used))
    squares = np.bincount(place, weights=part.data**2, minlength=len(used))
    parts: defaultdict[str, float] = defaultdict(float)
    for column in np.flatnonzero(shared):  # the sum, over all pairs of articles, of the product of its two weights
        parts[columns[int(used[column])]] += float(sums[column] ** 2 - squares[column])
    whole = math.fsum(parts.values())
    if whole <= 0:
        return ()
    top = sorted(((round(value / whole, 4), term) for term, value in parts.items()), key=lambda p: (-p[0], p[1]))
    top = [(weight, term) for weight, term in top[:MOST] if weight > 0]
    written = spellings(articles, {term for _, term in top})
    return tuple(
        SharedTerm(term=written[term].form, is_name=written[term].is_name, weight=weight) for weight, term in top
    )
