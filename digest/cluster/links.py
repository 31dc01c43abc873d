"""What editors decide about pairs: these two articles tell one story, those two do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix, identity
from scipy.sparse.csgraph import connected_components

Pairs = Sequence[tuple[str, str]]


def together_and_apart(must_link: Pairs, cannot_link: Pairs, rows: Mapping[str, int]) -> tuple[csr_matrix, csr_matrix]:
    """Two symmetric matrices over the articles, by row: above 0 where two must be together, and where they must not.

    Links lead on: what is linked to a linked article is linked, and kept apart from what that one is kept apart from,
    also where the article between is not here (then it has no row).
    """
    absent = sorted({key for pair in (*must_link, *cannot_link) for key in pair} - set(rows))
    every = {**rows, **{key: len(rows) + number for number, key in enumerate(absent)}}
    here = slice(0, len(rows))
    joined = _chains(_matrix(must_link, every))
    around = joined + identity(len(every), format="csr")
    parted = (around @ _matrix(cannot_link, every) @ around).tocsr()
    return joined[here, here], parted[here, here]


def _chains(links: csr_matrix) -> csr_matrix:
    """1 where two rows are linked by a chain of links, and for each linked row with itself."""
    count = links.shape[0]
    _, labels = connected_components(links, directed=False)
    linked = np.flatnonzero(np.bincount(labels, minlength=count)[labels] > 1)
    member = csr_matrix((np.ones(len(linked)), (linked, labels[linked])), shape=(count, count))
    return (member @ member.T).tocsr()


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
