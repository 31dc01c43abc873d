"""Add up the terms of groups of articles: what each adds to their similarity, and which of the articles have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.index import Index
from digest.cluster.spelling import Spelling, common_spelling


class Written(NamedTuple):
    """Terms as groups have them. Those of group i stand from `ends[i]` to `ends[i + 1]`.

    `whole` is how much a term weighs in the group: the square of the sum of its weights in the articles. `value` is the
    part of it that pairs of articles add, twice what they have in common. `bounds` say from where to where the articles
    that have the term stand in `row`, and in `place` where it is among the index's weights.
    """

    ends: Rows
    term: Rows
    value: Matrix
    whole: Matrix
    bounds: Rows
    row: Rows
    place: Rows

    @property
    def articles(self) -> Rows:
        """How many of the group's articles have each term."""
        number: Rows = self.bounds[:, 1] - self.bounds[:, 0]
        return number


def written(index: Index, groups: Sequence[Rows]) -> Written:
    """The terms of some groups of rows."""
    weights = index.weights
    rows = np.concatenate(groups)
    group = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    sizes = np.diff(weights.indptr)[rows]
    place = np.repeat(weights.indptr[rows] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
    key = np.repeat(group, sizes) * len(index.terms) + weights.indices[place]
    order = np.argsort(key, kind="stable")
    key, place, row = key[order], place[order], np.repeat(rows, sizes)[order]
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    weight = weights.data[place].astype(np.complex128)
    squares = weight.real**2 + weight.imag**2
    if len(starts):
        weight, squares = np.add.reduceat(weight, starts), np.add.reduceat(squares, starts)
    whole = weight.real**2 + weight.imag**2
    owner, term = np.divmod(key[starts], max(1, len(index.terms)))
    return Written(
        ends=np.searchsorted(owner, np.arange(len(groups) + 1)),
        term=term,
        value=whole - squares,
        whole=whole,
        bounds=np.stack([starts, np.append(starts[1:], len(key))[: len(starts)]], axis=1),
        row=row,
        place=place,
    )


def spellings_of(index: Index, found: Written, places: Sequence[int]) -> Mapping[int, Spelling]:
    """How most of the articles that have a term write it, for some terms: asked at once, for that takes less time."""
    if not places:
        return {}
    bounds = found.bounds[np.array(places)]
    sizes = bounds[:, 1] - bounds[:, 0]
    ends = np.cumsum(sizes)
    where = np.repeat(bounds[:, 0] - (ends - sizes), sizes) + np.arange(ends[-1])
    written_so = index.spellings(found.row[where], found.place[where])
    cuts = [0, *ends.tolist()]
    return {
        place: common_spelling(written_so[start:end])
        for place, start, end in zip(places, cuts[:-1], cuts[1:], strict=True)
    }
