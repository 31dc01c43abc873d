"""Add up how similar each article is to its own group and to the other groups that come near it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
CHUNK = 1024  # rows that are looked through at once, which bounds the memory


class Across(NamedTuple):
    """For an article (a row) and a group: the sum of its similarities to the group's articles, and the largest.

    `nearest` is the row in the group to which the similarity is largest; of equals, the first. A pair of row and group
    stands once, sorted; a pair that is missing is not similar at all.
    """

    rows: Rows
    groups: Rows
    sums: Matrix
    peaks: Matrix
    nearest: Rows


def homes(groups: Sequence[Sequence[int]]) -> Rows:
    """The number of the group of each row."""
    found = np.empty(sum(map(len, groups)), dtype=np.intp)
    for number, rows in enumerate(groups):
        found[list(rows)] = number
    return found


def within(pairs: csr_matrix, home: Rows) -> Across:
    """Each row and its own group."""
    return _joined([_added(rows, home[columns], values, columns)
                    for rows, columns, values in _entries(pairs, home) if len(rows)])  # fmt: skip


def across(pairs: csr_matrix, home: Rows, *, least: float) -> Across:
    """Each row and the other groups, where some article of the row's group and one of the other are similar enough.

    All pairs of two such groups are added up, also those that are less similar than `least`.
    """
    count = len(home)
    codes = [_once(home[rows] * count + home[columns]) for rows, columns in _pairs_from(pairs, home, least)]
    wanted = _once(np.concatenate([*codes, np.empty(0, dtype=np.intp)]))
    return _joined([_added(rows, home[columns], values, columns)
                    for rows, columns, values in _entries(pairs, home, wanted=wanted) if len(rows)])  # fmt: skip


def _chunks(pairs: csr_matrix) -> Iterator[tuple[Rows, Rows, Matrix]]:
    """The entries of a matrix: rows, columns, values; some rows at a time."""
    for start in range(0, pairs.shape[0], CHUNK):
        stop = min(start + CHUNK, pairs.shape[0])
        part = slice(pairs.indptr[start], pairs.indptr[stop])
        rows = np.repeat(np.arange(start, stop), np.diff(pairs.indptr[start : stop + 1]))
        yield rows, pairs.indices[part].astype(np.intp), pairs.data[part].astype(np.float64)


def _pairs_from(pairs: csr_matrix, home: Rows, least: float) -> Iterator[tuple[Rows, Rows]]:
    for rows, columns, values in _chunks(pairs):
        some = np.flatnonzero((values >= least) & (home[rows] != home[columns]))
        yield rows[some], columns[some]


def _entries(pairs: csr_matrix, home: Rows, *, wanted: Rows | None = None) -> Iterator[tuple[Rows, Rows, Matrix]]:
    """The entries of pairs inside groups, or, with `wanted`, between the groups with such a code."""
    for rows, columns, values in _chunks(pairs):
        mine, theirs = home[rows], home[columns]
        some = mine == theirs if wanted is None else _in(mine * len(home) + theirs, wanted)
        yield rows[some], columns[some], values[some]


def _once(codes: Rows) -> Rows:
    """Each code once, sorted. NumPy's `unique` hashes, which takes very long where all codes are multiples of one."""
    codes = np.sort(codes)
    found: Rows = codes[np.diff(codes, prepend=-1) != 0]
    return found


def _in(codes: Rows, wanted: Rows) -> NDArray[np.bool_]:
    """Which codes are among the sorted ones that are wanted."""
    after = np.searchsorted(wanted, codes, side="right")
    found: NDArray[np.bool_] = after > np.searchsorted(wanted, codes)
    return found


def _added(rows: Rows, groups: Rows, values: Matrix, nearest: Rows) -> Across:
    """Add up the values of each row and group."""
    order = np.lexsort((nearest, -values, groups, rows))
    rows, groups, values, nearest = rows[order], groups[order], values[order], nearest[order]
    first = np.flatnonzero(np.r_[True, (np.diff(rows) != 0) | (np.diff(groups) != 0)])
    return Across(rows[first], groups[first], np.add.reduceat(values, first), values[first], nearest[first])


def _joined(parts: list[Across]) -> Across:
    none = Across(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0), np.empty(0), np.empty(0, np.intp))
    return Across(*(np.concatenate(columns) for columns in zip(none, *parts, strict=True)))


def by_group(table: Across, home: Rows) -> tuple[Across, Rows]:
    """The same table with groups in place of rows, and for each line the row of its largest similarity."""
    groups = home[table.rows]
    order = np.lexsort((table.nearest, table.rows, -table.peaks, table.groups, groups))
    groups, others = groups[order], table.groups[order]
    if not len(order):
        return table, table.rows
    first = np.flatnonzero(np.r_[True, (np.diff(groups) != 0) | (np.diff(others) != 0)])
    sums = np.add.reduceat(table.sums[order], first)
    top = order[first]
    return Across(groups[first], others[first], sums, table.peaks[top], table.nearest[top]), table.rows[top]
