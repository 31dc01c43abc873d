"""Take the similarity of two articles apart: what brings them together, and what tells them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from digest.cluster.building import build_index
from digest.cluster.calendar import KINDS
from digest.cluster.circumstances import Circumstances, Matrix, Rows
from digest.cluster.demands import Groups, asked
from digest.cluster.index import Index
from digest.cluster.reasons import reasons
from digest.cluster.settings import STANDARD, Settings
from digest.cluster.similarity import among
from digest.model import Article, SharedTerm

STARTS = {"months": 1, "weekdays": 0, "years": 1900}  # what the first column of each kind stands for
MOST = 8  # terms that are named of what only one of the two has
DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """By what something multiplies the similarity of the words: above 1 it brings nearer, below 1 it parts.

    `name` is "months", "weekdays", "years", "dates" or "lengths"; `told` is what each article says of it: the numbers
    of the months, of the weekdays from Monday on (0), the years; the day of publication as a number; the words.
    """

    name: str
    value: float
    told: tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The similarity (0 to 1) of two articles and its parts.

    `words` and `opening` are the cosines of the whole articles and of their openings, and `base` their weighted mean.
    `shared` are the terms that both have, by their part in it; `only` those that only the one or the other has, by
    their part in that article. `asked` is what two articles that stand alone need to be one story.
    """

    similarity: float
    words: float
    opening: float
    base: float
    factors: tuple[Factor, ...]
    shared: tuple[SharedTerm, ...]
    only: tuple[tuple[SharedTerm, ...], tuple[SharedTerm, ...]]
    asked: float


def compare_pair(one: Article, other: Article, *, settings: Settings = STANDARD) -> Pair:
    """Compare two articles as they are compared where stories are made, and keep the parts."""
    index = build_index([one, other], settings)
    rows = np.array([index.ids.index(one.id), index.ids.index(other.id)])
    share = 1 / (1 + settings.opening_weight)
    words, opening = _products(index, rows)
    single = Groups(sizes=np.ones(2), inside=np.zeros(2))
    return Pair(
        similarity=round(float(among(index, rows)[0, 1]), DIGITS),
        words=round(words / share, DIGITS),
        opening=round(opening / (1 - share), DIGITS) if share < 1 else 0.0,
        base=round(words + opening, DIGITS),
        factors=tuple(_factors(index.around, rows)),
        shared=next(reasons(index, [np.sort(rows)])).terms,
        only=(_only(index, rows[0], rows[1]), _only(index, rows[1], rows[0])),
        asked=round(float(asked(single, 0, np.array([1]), settings)[0]), DIGITS),
    )


def _products(index: Index, rows: Rows) -> tuple[float, float]:
    """What the whole articles have in common, and what their openings have: each a share of 1."""
    one, other = (index.weights[[row]] for row in rows)
    _, here, there = np.intersect1d(one.indices, other.indices, assume_unique=True, return_indices=True)
    first, second = one.data[here].astype(np.complex128), other.data[there].astype(np.complex128)
    return float((first.real * second.real).sum()), float((first.imag * second.imag).sum())


def _factors(around: Circumstances, rows: Rows) -> Iterator[Factor]:
    """What each kind of thing that is known multiplies."""
    first, second = rows[:1], rows[1:]
    for number, (kind, columns) in enumerate(KINDS.items()):
        alone = around.named.copy()
        alone[:, np.arange(len(KINDS)) != number] = 0  # as if the other kinds were not named
        value = around._replace(named=alone).by_calendar(first, second)[0]
        yield _factor(kind, value, [np.flatnonzero(around.calendars[row, columns]) + STARTS[kind] for row in rows])
    days = [around.dates[[row]][~np.isnan(around.dates[[row]])] for row in rows]
    yield _factor("dates", around.by_date(first, second)[0], days)
    yield _factor("lengths", around.by_length(first, second)[0], [around.lengths[[row]] for row in rows])


def _factor(name: str, value: float, told: Sequence[Rows | Matrix]) -> Factor:
    one, other = (tuple(int(number) for number in numbers) for numbers in told)
    return Factor(name=name, value=round(float(value), DIGITS), told=(one, other))


def _only(index: Index, row: int, other: int) -> tuple[SharedTerm, ...]:
    """The weightiest terms of an article that the other does not have."""
    weights = index.weights
    places = np.arange(weights.indptr[row], weights.indptr[row + 1])
    places = places[~np.isin(weights.indices[places], weights[[other]].indices)]
    data = weights.data[places].astype(np.complex128)
    parts = np.round(data.real**2 + data.imag**2, DIGITS)
    terms = [index.terms[column] for column in weights.indices[places].tolist()]
    top = sorted(range(len(places)), key=lambda n: (-parts[n], terms[n]))[:MOST]
    written = index.spellings(np.full(len(top), row), places[top])
    return tuple(
        SharedTerm(term=shown.form if shown.is_name else shown.form.lower(), is_name=shown.is_name, weight=weight)
        for shown, weight in zip(written, parts[top].tolist(), strict=True)
        if weight
    )
