"""How similar articles are: what their words share, changed by what is known of their time and by their length."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.index import Index
from digest.cluster.work import Map, serially

PAIRS = 1 << 12  # that are compared at once, which bounds the memory


def similarities(index: Index, first: Rows, second: Rows, *, each: Map = serially) -> Matrix:
    """How similar pairs of rows are, from 0 to 1. Exact: a pair's similarity depends on nothing but the two."""
    weights, around = index.weights, index.around

    def some(start: int) -> Matrix:
        one, other = first[start : start + PAIRS], second[start : start + PAIRS]
        return np.minimum(1, products(weights, one, other) * around.factor(one, other))

    return np.concatenate([np.empty(0), *each(some, range(0, len(first), PAIRS))])


def among(index: Index, rows: Rows) -> Matrix:
    """All similarities (0 to 1) among a few rows; 1 of each with itself."""
    first, second = np.triu_indices(len(rows), 1)
    found: Matrix = np.eye(len(rows))
    found[first, second] = found[second, first] = similarities(index, rows[first], rows[second])
    return found


def products(matrix: csr_matrix, first: Rows, second: Rows) -> Matrix:
    """The products of pairs of rows, without rounding."""
    one, other = matrix[first], matrix[second]
    exact = np.complex128 if np.iscomplexobj(one.data) else np.float64
    one.data, other.data = one.data.astype(exact), other.data.astype(exact)
    np.conjugate(other.data, out=other.data)
    one.has_canonical_format = other.has_canonical_format = True  # sorted and each column once, as in the index
    found: Matrix = np.asarray(one.multiply(other).sum(axis=1)).ravel().real
    return found
