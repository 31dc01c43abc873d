"""Turn articles into vectors: each term weighs more the rarer it is in the language and the more often it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.cluster.background import background
from digest.cluster.settings import Settings
from digest.cluster.terms import Terms, article_terms
from digest.model import Article


def vectors(articles: Sequence[Article], settings: Settings) -> tuple[csr_matrix, list[str], list[Terms]]:
    """All articles as rows of length 1, the terms that the columns stand for (sorted), and each article's terms."""
    terms = [article_terms(article, settings) for article in articles]
    rows = [vector(found, article.language, settings) for found, article in zip(terms, articles, strict=True)]
    columns = sorted({term for row in rows for term in row})
    number = {term: index for index, term in enumerate(columns)}
    starts = np.cumsum([0, *(len(row) for row in rows)])
    indices = [number[term] for row in rows for term in sorted(row)]
    data = [row[term] for row in rows for term in sorted(row)]
    return csr_matrix((data, indices, starts), shape=(len(rows), len(columns)), dtype=np.float64), columns, terms


def vector(terms: Terms, language: str, settings: Settings) -> Mapping[str, float]:
    """One article as a vector of length 1. It depends on nothing but the article and the language."""
    known = background(language)
    weights: dict[str, float] = {}
    for term, count in terms.counts.items():
        kind = settings.numbers if term[0].isdigit() else settings.names if term in terms.names else 1.0
        rarity = min(known.rarity(term), settings.rarest) * kind
        weights[term] = (1 + math.log(count)) * rarity**settings.flatten
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items() if weight > 0}
