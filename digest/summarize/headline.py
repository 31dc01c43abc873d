"""Choose the headline that says best what all the articles tell."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from digest.language.background import rarity
from digest.language.terms import content_stems
from digest.model import Article, Excerpt


def choose_headline(articles: Sequence[Article]) -> Excerpt | None:
    """Pick the most central of the articles' headlines, or None where no article has one."""
    headlines = [(a.headline, _vector(a.headline.text, a.language)) for a in articles if a.headline]
    if not headlines:
        return None
    total: Counter[str] = Counter()
    for _, vector in headlines:
        total.update(vector)
    best = max(range(len(headlines)), key=lambda i: (round(_cosine(headlines[i][1], total), 9), -i))
    return headlines[best][0]


def _vector(text: str, language: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for term, times in Counter(content_stems(text, language=language)).items():
        counted[term] = times * rarity(term, language=language)  # type: ignore[assignment]
    return counted


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    dot = sum(value * other[term] for term, value in sorted(one.items()))
    norm = math.sqrt(sum(v * v for v in one.values())) * math.sqrt(sum(v * v for v in other.values()))
    return dot / norm if norm else 0.0
