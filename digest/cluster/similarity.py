"""Compare articles by what they share: words and names, weighed by how rare they are."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.background import rarity
from digest.cluster.terms import article_terms
from digest.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What counts how much. One setting for every kind of news."""

    threshold: float = 0.25
    names: float = 0.5
    headline: int = 3
    lead: int = 100
    lead_weight: int = 2
    power: float = 1.0


def features(article: Article, weights: Weights) -> Mapping[str, float]:
    """One article as a vector of length 1: words by their stem, names with a mark before them."""
    found = article_terms(article, lead=weights.lead, lead_weight=weights.lead_weight, headline_weight=weights.headline)
    words = _unit({w: (1 + math.log(n)) * rarity(w) ** weights.power for w, n in found.words.items()})
    names = _unit(
        {f"@{w}": (1 + math.log(n)) * max(map(rarity, w.split(" "))) ** weights.power for w, n in found.names.items()}
    )
    share = weights.names if names else 0.0
    whole = {term: value * math.sqrt(1 - share) for term, value in words.items()}
    whole |= {term: value * math.sqrt(share) for term, value in names.items()}
    return whole


def vectors(articles: Sequence[Article], weights: Weights) -> tuple[csr_matrix, list[str]]:
    """All articles as the rows of a sparse matrix, and the terms that its columns stand for."""
    rows = [features(article, weights) for article in articles]
    terms = sorted({term for row in rows for term in row})
    column = {term: number for number, term in enumerate(terms)}
    ends = np.cumsum([0, *(len(row) for row in rows)])
    index = [column[term] for row in rows for term in sorted(row)]
    data = [row[term] for row in rows for term in sorted(row)]
    return csr_matrix((data, index, ends), shape=(len(rows), len(terms))), terms


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}
