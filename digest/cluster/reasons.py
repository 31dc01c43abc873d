"""Say why articles are together, by the terms that they share; and which terms a story is known by."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from digest.cluster.circumstances import Matrix, Rows
from digest.cluster.index import Index
from digest.cluster.spelling import Spelling
from digest.cluster.written import Written, spellings_of, written
from digest.model import Mark, SharedTerm

MOST = 20
MARKS = 15  # terms that a story is known by, at most; numbers are none
AT_ONCE = 4096  # rows whose terms are sorted at once, which bounds the memory
ROUNDED = 1e-4  # what rounding may change


Weighty = list[tuple[float, int]]
"""Shares of a sum, and the places of the terms that have them."""


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
    chosen: list[tuple[Weighty, Weighty]] = []
    for group, begin, end in zip(groups, found.ends[:-1].tolist(), found.ends[1:].tolist(), strict=True):
        here = np.arange(begin, end)
        shared, common = here[articles[begin:end] > 1], here[2 * articles[begin:end] >= len(group)]
        terms = _weightiest(index, found, shared, found.value[shared], MOST)
        # Numbers are left out afterwards, for a look at each term would take longer than the sum of them all.
        weighty = _weightiest(index, found, common, found.whole[common], 2 * MARKS)
        chosen.append((terms, [one for one in weighty if not index.terms[found.term[one[1]]][0].isdigit()][:MARKS]))
    spelled = spellings_of(index, found, [place for both in chosen for some in both for _, place in some])
    for terms, marks in chosen:
        yield Reasons(
            tuple(
                SharedTerm(term=spelled[place].form, is_name=spelled[place].is_name, weight=weight)
                for weight, place in terms
            ),
            tuple(_mark(index, found, place, spelled[place], weight) for weight, place in marks),
        )


def _mark(index: Index, found: Written, place: int, spelling: Spelling, weight: float) -> Mark:
    rows = found.row[slice(*found.bounds[place].tolist())].tolist()
    return Mark(
        term=spelling.form,
        stem=index.terms[found.term[place]],
        is_name=spelling.is_name,
        weight=weight,
        articles=tuple(index.ids[row] for row in rows),
    )


def _weightiest(index: Index, found: Written, places: Rows, value: Matrix, most: int) -> Weighty:
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
