"""What editors decide about pairs: these two articles tell one story, those two do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix, identity
from scipy.sparse.csgraph import connected_components

Pairs = Sequence[tuple[str, str]]


def together(pairs: Pairs, rows: Mapping[str, int]) -> csr_matrix:
    """A symmetric matrix, 1 where two articles are linked, by one pair or by a chain of them."""
    count = len(rows)
    _, labels = connected_components(_matrix(pairs, rows), directed=False)
    member = csr_matrix((np.ones(count), (np.arange(count), labels)), shape=(count, count))
    linked = np.flatnonzero(np.bincount(labels, minlength=count)[labels] > 1)
    chosen = csr_matrix((np.ones(len(linked)), (linked, linked)), shape=(count, count))
    part = chosen @ member
    return (part @ part.T).tocsr()


def apart(pairs: Pairs, rows: Mapping[str, int], *, joined: csr_matrix) -> csr_matrix:
    """A symmetric matrix, above 0 where two articles must not meet, nor those `joined` with them."""
    found = _matrix(pairs, rows)
    around = joined + identity(len(rows), format="csr")
    return (around @ found @ around).tocsr()


def contradictions(must_link: Pairs, cannot_link: Pairs) -> tuple[tuple[str, str], ...]:
    """The pairs that are to be apart although links hold them together, each pair and the whole sorted."""
    ids = sorted({key for pair in (*must_link, *cannot_link) for key in pair})
    rows = {key: row for row, key in enumerate(ids)}
    _, labels = connected_components(_matrix(must_link, rows), directed=False) if ids else (0, [])
    clash = {(min(a, b), max(a, b)) for a, b in cannot_link if a != b and labels[rows[a]] == labels[rows[b]]}
    return tuple(sorted(clash))


def _matrix(pairs: Pairs, rows: Mapping[str, int]) -> csr_matrix:
    known = [(rows[a], rows[b]) for a, b in pairs if a in rows and b in rows and a != b]
    first = [a for a, b in known] + [b for a, b in known]
    second = [b for a, b in known] + [a for a, b in known]
    return csr_matrix((np.ones(len(first)), (first, second)), shape=(len(rows), len(rows)))
