"""Say why articles are together: the terms that they share, by their part in the similarity."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.index import Index
from digest.cluster.spelling import Spelling, common_spelling
from digest.model import SharedTerm

MOST = 20
AT_ONCE = 4096  # rows whose terms are sorted at once, which bounds the memory
ROUNDED = 1e-4  # what rounding may change


def shared_terms(index: Index, groups: Sequence[Rows]) -> Iterator[tuple[SharedTerm, ...]]:
    """For each group of rows its terms with their share of the similarity of all pairs, the weightiest first."""
    some: list[Rows] = []
    for group in groups:
        some.append(group)
        if sum(map(len, some)) >= AT_ONCE:
            yield from _of_some(index, some)
            some = []
    if some:
        yield from _of_some(index, some)


class _Written(NamedTuple):
    """Terms as groups have them. Those of group i stand from `ends[i]` to `ends[i + 1]`.

    `value` is, over all pairs of the group's articles, the sum of the products of a term's weights. `bounds` say from
    where to where the articles that have it stand in `row`, and in `place` where it is among the index's weights.
    """

    ends: Rows
    term: Rows
    value: Matrix
    bounds: Rows
    row: Rows
    place: Rows


def _of_some(index: Index, groups: Sequence[Rows]) -> Iterator[tuple[SharedTerm, ...]]:
    written = _written(index, groups)
    for begin, end in zip(written.ends[:-1].tolist(), written.ends[1:].tolist(), strict=True):
        value = written.value[begin:end]
        whole = math.fsum(value.tolist())
        if whole <= 0:
            yield ()
            continue
        least = np.partition(value, -MOST)[-MOST] - ROUNDED * whole if len(value) > MOST else 0.0
        top = [
            (-round(float(value[place]) / whole, 4), index.terms[written.term[begin + place]], begin + place)
            for place in np.flatnonzero(value >= least).tolist()
        ]
        yield tuple(
            SharedTerm(term=spelling.form, is_name=spelling.is_name, weight=-negative)
            for negative, _, place in sorted(top)[:MOST]
            if negative < 0 and (spelling := _spelling(index, written, place))
        )


def _written(index: Index, groups: Sequence[Rows]) -> _Written:
    weights = index.weights
    rows = np.concatenate(groups)
    group = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    sizes = np.diff(weights.indptr)[rows]
    place = np.repeat(weights.indptr[rows] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
    key = np.repeat(group, sizes) * len(index.terms) + weights.indices[place]
    order = np.argsort(key, kind="stable")
    key, place, row = key[order], place[order], np.repeat(rows, sizes)[order]
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    shared = np.diff(starts, append=len(key)) > 1
    value = weights.data[place].astype(np.complex128)
    squares = value.real**2 + value.imag**2
    if len(starts):
        value, squares = np.add.reduceat(value, starts), np.add.reduceat(squares, starts)
    owner, term = np.divmod(key[starts[shared]], max(1, len(index.terms)))
    return _Written(
        ends=np.searchsorted(owner, np.arange(len(groups) + 1)),
        term=term,
        value=(value.real**2 + value.imag**2 - squares)[shared],
        bounds=np.stack([starts, np.append(starts[1:], len(key))[: len(starts)]], axis=1)[shared],
        row=row,
        place=place,
    )


def _spelling(index: Index, written: _Written, place: int) -> Spelling:
    part = slice(*written.bounds[place].tolist())
    return common_spelling(index.spellings(written.row[part], written.place[part]))
