"""Turn articles into vectors: each term weighs more the rarer it is in the language and the more often it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from digest.cluster.background import background
from digest.cluster.settings import LONG, SHORT, Settings
from digest.cluster.terms import Terms

Weights = Mapping[str, float]
Row = tuple[NDArray[np.intp], NDArray[np.float64]]  # the columns of a row, and what stands in them


def vectors(weighed: Iterable[tuple[Weights, Weights]]) -> tuple[csr_matrix, tuple[str, ...]]:
    """All articles as rows of length 1, and the terms that the columns stand for, from `weigh`'s pairs.

    The product of two rows is the mean of two cosines: of the whole articles, and of their openings. A term has a
    column for each; the columns are sorted, so that a product adds up in the same order whatever else is compared.
    """
    known: dict[str, int] = {}
    wholes, openings = [], []
    for whole, opening in weighed:
        wholes.append(_row(whole, known))
        openings.append(_row(opening, known))
    order = sorted(known)
    place = np.empty(len(order), dtype=np.intp)
    place[[known[term] for term in order]] = np.arange(len(order))
    return hstack([_matrix(rows, place) for rows in (wholes, openings)], format="csr"), (*order, *order)


def _row(weights: Weights, known: dict[str, int]) -> Row:
    columns = np.array([known.setdefault(term, len(known)) for term in weights], dtype=np.intp)
    return columns, np.fromiter(weights.values(), dtype=np.float64, count=len(weights))


def _matrix(rows: Sequence[Row], place: NDArray[np.intp]) -> csr_matrix:
    starts = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    columns = place[np.concatenate([columns for columns, _ in rows])]
    data = np.concatenate([weights for _, weights in rows])
    matrix = csr_matrix((data, columns, starts), shape=(len(rows), len(place)))
    matrix.sort_indices()
    return matrix


def weigh(terms: Terms, language: str, settings: Settings) -> tuple[Weights, Weights]:
    """The weights of one article's terms, in the whole and in the opening; all their squares together are 1.

    They depend on nothing but the article and the language.
    """
    known = background(language)
    share = 1 / (1 + settings.opening_weight)
    power = _power(terms.length, settings)

    def rarity(term: str, number: float) -> float:
        return min(known.rarity(term), settings.rarest) * (number if term[0].isdigit() else 1.0)

    return (
        _scaled({t: (1 + math.log(n)) * rarity(t, settings.numbers) ** power for t, n in terms.counts.items()}, share),
        _scaled({t: (1 + math.log(n)) * rarity(t, 1.0) for t, n in terms.opening.items()}, 1 - share),
    )


def _power(length: int, settings: Settings) -> float:
    """The power of rarity: `flatten` in short articles, `flatten_long` in long ones, and evenly between them."""
    share = (math.log(max(length, 1)) - math.log(SHORT)) / (math.log(LONG) - math.log(SHORT))
    return settings.flatten + (settings.flatten_long - settings.flatten) * min(1.0, max(0.0, share))


def _scaled(weights: Weights, share: float) -> Weights:
    """The weights, scaled so that their squares add up to a share of 1."""
    whole = math.fsum(weight * weight for weight in weights.values())
    scale = math.sqrt(share / whole) if whole else 0.0
    return {term: weight * scale for term, weight in weights.items() if weight > 0}
