"""Take the similarity of two articles apart: what brings them together, and what tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.calendar import KINDS
from digest.cluster.demands import Groups, asked
from digest.cluster.reasons import shared_terms
from digest.cluster.settings import STANDARD, Settings
from digest.cluster.similarity import among, circumstances
from digest.cluster.spelling import spellings
from digest.cluster.terms import Terms, article_terms
from digest.cluster.vectors import vectors, weigh
from digest.model import Article, SharedTerm

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
    both = (one, other)
    terms = [article_terms(article, settings) for article in both]
    matrix, columns = vectors(weigh(found, a.language, settings) for found, a in zip(terms, both, strict=True))
    share = 1 / (1 + settings.opening_weight)
    half = len(columns) // 2
    words, opening = (float((part[[0]] @ part[[1]].T).sum()) for part in (matrix[:, :half], matrix[:, half:]))
    single = Groups(sizes=np.ones(2), inside=np.zeros(2))
    return Pair(
        similarity=round(float(among(matrix, circumstances(both, terms, settings), np.arange(2))[0, 1]), DIGITS),
        words=round(words / share, DIGITS),
        opening=round(opening / (1 - share), DIGITS) if share < 1 else 0.0,
        base=round(words + opening, DIGITS),
        factors=tuple(_factors(both, terms, settings)),
        shared=shared_terms(matrix, columns, both),
        only=(_only(matrix, columns, both, 0), _only(matrix, columns, both, 1)),
        asked=round(float(asked(single, 0, np.array([1]), settings)[0]), DIGITS),
    )


def _factors(articles: Sequence[Article], terms: Sequence[Terms], settings: Settings) -> list[Factor]:
    """Each factor is what the whole one loses when the articles are taken to say nothing of it."""
    whole = _factor(articles, terms, settings)
    found = []
    for kind in KINDS:
        silent = [replace(t, calendar={**t.calendar, kind: {}}) for t in terms]
        told = tuple(tuple(sorted(t.calendar[kind])) for t in terms)
        found.append(Factor(name=kind, value=whole / _factor(articles, silent, settings), told=(told[0], told[1])))
    undated = [replace(article, published=None) for article in articles]
    days = [(article.published.value.toordinal(),) if article.published else () for article in articles]
    found.append(Factor(name="dates", value=whole / _factor(undated, terms, settings), told=(days[0], days[1])))
    even = _factor(articles, terms, replace(settings, length=0.0))
    found.append(Factor(name="lengths", value=whole / even, told=((terms[0].length,), (terms[1].length,))))
    return [replace(factor, value=round(factor.value, DIGITS)) for factor in found]


def _factor(articles: Sequence[Article], terms: Sequence[Terms], settings: Settings) -> float:
    return float(circumstances(articles, terms, settings).factor(np.array([0]), np.array([1]))[0])


def _only(matrix: csr_matrix, columns: Sequence[str], both: Sequence[Article], row: int) -> tuple[SharedTerm, ...]:
    """The weightiest terms that the other article does not have."""
    parts: defaultdict[str, float] = defaultdict(float)
    others = {columns[column] for column in matrix[[1 - row]].indices}
    line = matrix[[row]]
    for column, value in zip(line.indices, line.data, strict=True):
        if columns[column] not in others:
            parts[columns[column]] += float(value) ** 2
    top = sorted(((round(part, DIGITS), term) for term, part in parts.items()), key=lambda p: (-p[0], p[1]))[:MOST]
    written = spellings([both[row]], {term for _, term in top})
    return tuple(
        SharedTerm(term=written[term].form, is_name=written[term].is_name, weight=part) for part, term in top if part
    )
