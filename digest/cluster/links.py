"""Bring in order what is decided before articles are compared: what is together, apart, or settled in a story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

Pairs = Sequence[tuple[str, str]]


class Decided(NamedTuple):
    """What is decided, by row of the articles.

    `groups` are the rows that are together, each group of two or more sorted; `settled` are the rows in a published
    story, and those together with such a row; `apart` is a symmetric matrix, above 0 where two rows must not meet.
    """

    groups: list[list[int]]
    settled: NDArray[np.bool_]
    apart: csr_matrix


def decide(must_link: Pairs, cannot_link: Pairs, settled: Mapping[str, str], rows: Mapping[str, int]) -> Decided:
    """Bring the links and the settled articles in order; `rows` are the articles' rows by id.

    Links lead on: what is linked to a linked article is linked, and kept apart from what that one is kept apart from,
    also where the article between is not here. A story's name in `settled` stands in links for all that is settled
    in it.
    """
    homes = [(article, story) for article, story in sorted(settled.items()) if article in rows]
    names = _numbered((*must_link, *cannot_link, *homes), first=rows)
    _, labels = connected_components(_matrix((*must_link, *homes), names), directed=False)
    members = csr_matrix((np.ones(len(names)), (np.arange(len(names)), labels)), shape=(len(names), max(labels) + 1))
    parted = members.T @ _matrix(cannot_link, names) @ members  # by group, not by article: there may be many of those
    here = members[: len(rows)]
    of_a_story = np.isin(labels[: len(rows)], [labels[names[story]] for _, story in homes])
    return Decided(_groups(labels[: len(rows)]), of_a_story, (here @ parted @ here.T).tocsr())


def contradictions(must_link: Pairs, cannot_link: Pairs) -> tuple[tuple[str, str], ...]:
    """The pairs that are to be apart although links hold them together, each pair and the whole sorted."""
    names = _numbered((*must_link, *cannot_link), first={})
    _, labels = connected_components(_matrix(must_link, names), directed=False) if names else (0, [])
    clash = {(min(a, b), max(a, b)) for a, b in cannot_link if a != b and labels[names[a]] == labels[names[b]]}
    return tuple(sorted(clash))


def _numbered(pairs: Iterable[tuple[str, str]], *, first: Mapping[str, int]) -> Mapping[str, int]:
    """A number for each name: those that have one keep it, the others follow."""
    others = sorted({key for pair in pairs for key in pair} - set(first))
    return {**first, **{key: len(first) + number for number, key in enumerate(others)}}


def _groups(labels: NDArray[np.intp]) -> list[list[int]]:
    order = np.argsort(labels, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    return sorted(part.tolist() for part in parts if len(part) > 1)


def _matrix(pairs: Pairs, rows: Mapping[str, int]) -> csr_matrix:
    known = [(rows[a], rows[b]) for a, b in pairs if a != b]
    first = [a for a, b in known] + [b for a, b in known]
    second = [b for a, b in known] + [a for a, b in known]
    return csr_matrix((np.ones(len(first)), (first, second)), shape=(len(rows), len(rows)))
