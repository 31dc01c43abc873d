"""Say why articles are together, by the terms that they share; and which terms a story is known by."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.index import Index
from digest.cluster.written import Written, spelling_of, written
from digest.model import Mark, SharedTerm

MOST = 20
MARKS = 15  # terms that a story is known by, at most
AT_ONCE = 4096  # rows whose terms are sorted at once, which bounds the memory
ROUNDED = 1e-4  # what rounding may change


class Reasons(NamedTuple):
    """The terms that a group's articles share with their part in the similarity, and those that mark it."""

    terms: tuple[SharedTerm, ...]
    marks: tuple[Mark, ...]


def reasons(index: Index, groups: Sequence[Rows]) -> Iterator[Reasons]:
    """For each group of rows its terms with their share of the similarity of all pairs, the weightiest first.

    An article alone shares nothing, and is marked by its own weightiest terms.
    """
    some: list[Rows] = []
    for group in groups:
        some.append(group)
        if sum(map(len, some)) >= AT_ONCE:
            yield from _of_some(index, some)
            some = []
    if some:
        yield from _of_some(index, some)


def _of_some(index: Index, groups: Sequence[Rows]) -> Iterator[Reasons]:
    found = written(index, groups)
    articles = found.articles
    for group, begin, end in zip(groups, found.ends[:-1].tolist(), found.ends[1:].tolist(), strict=True):
        here = np.arange(begin, end)
        shared, common = here[articles[begin:end] > 1], here[2 * articles[begin:end] >= len(group)]
        yield Reasons(_shared(index, found, shared), _marks(index, found, common))


def _shared(index: Index, found: Written, places: Rows) -> tuple[SharedTerm, ...]:
    return tuple(
        SharedTerm(term=spelling.form, is_name=spelling.is_name, weight=weight)
        for weight, place in _weightiest(index, found, places, found.value[places], MOST)
        if (spelling := spelling_of(index, found, place))
    )


def _marks(index: Index, found: Written, places: Rows) -> tuple[Mark, ...]:
    """The weightiest terms that at least half of the articles have; numbers are none."""
    marks = []
    # Numbers are left out afterwards, for a look at each term would take longer than the sum of them all.
    for weight, place in _weightiest(index, found, places, found.whole[places], 2 * MARKS):
        stem = index.terms[found.term[place]]
        if stem[0].isdigit():
            continue
        spelling = spelling_of(index, found, place)
        rows = found.row[slice(*found.bounds[place].tolist())].tolist()
        articles = tuple(index.ids[row] for row in rows)
        marks.append(Mark(term=spelling.form, stem=stem, is_name=spelling.is_name, weight=weight, articles=articles))
    return tuple(marks[:MARKS])


def _weightiest(index: Index, found: Written, places: Rows, value: Matrix, most: int) -> list[tuple[float, int]]:
    """The places of the terms with the largest share of a sum, with that share; of equals in the order of letters."""
    whole = math.fsum(value.tolist())
    if whole <= 0:
        return []
    least = np.partition(value, -most)[-most] - ROUNDED * whole if len(value) > most else 0.0
    top = [
        (-round(float(value[number]) / whole, 4), index.terms[found.term[places[number]]], int(places[number]))
        for number in np.flatnonzero(value >= least).tolist()
    ]
    return [(-negative, place) for negative, _, place in sorted(top)[:most] if negative < 0]
