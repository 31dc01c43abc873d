"""Measure how well a choice of sentences stands for all the articles: their headlines, standfirsts and openings.

A summary is near a text when the words, and the pairs of neighbouring words, that both have are many and those that
only one has are few (the F measure of the two). The best summary is the one that is nearest to all articles at once:
minimum Bayes risk, with each article taken for one attempt at the summary (Kumar and Byrne, 2004).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from digest.language.background import rarity
from digest.language.terms import stem, words
from digest.model import Article, BlockKind
from digest.summarize.candidates import Candidate

RARITY = 0.25  # the power of a word's rarity that is its weight: 0 would count all words alike
PER_SENTENCE = 40  # words of each article's opening that a sentence of the summary should stand for
HEADLINES = 0.75  # weight of the headlines beside the openings
STANDFIRSTS = 0.4  # weight of the standfirsts: the editors' own summaries, so as much of them as possible

Term = str | tuple[str, str]


class Nearness:
    """The texts that a summary of `limit` sentences should be near, ready to be compared with choices of sentences."""

    def __init__(self, articles: Sequence[Article], pool: Sequence[Candidate], *, limit: int) -> None:
        openings = [_opening(number, pool, PER_SENTENCE * limit) for number in range(len(articles))]
        targets = [
            *_targets(openings, 1.0, whole=False),
            *_targets([_kept(a, BlockKind.HEADLINE) for a in articles], HEADLINES, whole=False),
            *_targets([_kept(a, BlockKind.STANDFIRST) for a in articles], STANDFIRSTS, whole=True),
        ]
        self._measures = [_Measure(targets, pool, pairs=pairs) for pairs in (False, True)]

    def of(self, chosen: Iterable[int]) -> float:
        """How near the chosen candidates, taken together, are to all the articles (0 to about 3.5)."""
        picked = list(chosen)
        return sum(measure.of(picked) for measure in self._measures)


class _Target(NamedTuple):
    """A text to be near to, as stems, and its weight; of a `whole` one only what is missing counts."""

    stems: Sequence[str]
    weight: float
    whole: bool


def _targets(texts: Sequence[Sequence[str]], weight: float, *, whole: bool) -> list[_Target]:
    filled = [text for text in texts if text]
    return [_Target(text, weight / len(filled), whole) for text in filled]


class _Measure:
    """The nearness by single words, or by pairs of neighbours."""

    def __init__(self, targets: Sequence[_Target], pool: Sequence[Candidate], *, pairs: bool) -> None:
        index: dict[Term, int] = {}
        language = pool[0].language if pool else "en"
        counted = [_count(target.stems, pairs=pairs) for target in targets]
        for counts in counted:
            for term in counts:
                index.setdefault(term, len(index))
        self._weights = np.array([_weight(term, language) for term in index] or [0.0])
        self._texts = np.zeros((len(targets), max(1, len(index))))
        for row, counts in enumerate(counted):
            for term, times in counts.items():
                self._texts[row, index[term]] = times * self._weights[index[term]]
        self._shares = np.array([target.weight for target in targets])
        self._whole = np.array([target.whole for target in targets], dtype=bool)
        self._sizes = self._texts.sum(axis=1)
        self._sparse: list[tuple[list[tuple[int, float]], float]] = []
        for candidate in pool:
            counts = _count(candidate.stems, pairs=pairs)
            known = sorted((index[term], times) for term, times in counts.items() if term in index)
            weighed = [(column, float(times * self._weights[column])) for column, times in known]
            size = sum(_weight(term, language) * times for term, times in counts.items())
            self._sparse.append((weighed, size))

    def of(self, chosen: Sequence[int]) -> float:
        if not chosen or not len(self._texts):
            return 0.0
        whole: dict[int, float] = {}
        size = 0.0
        for i in chosen:
            weighed, own = self._sparse[i]
            size += own
            for column, value in weighed:
                whole[column] = whole.get(column, 0.0) + value
        columns = np.fromiter(whole, dtype=np.intp, count=len(whole))
        values = np.fromiter(whole.values(), dtype=np.float64, count=len(whole))
        common = np.minimum(self._texts[:, columns], values).sum(axis=1)
        sizes = np.where(self._whole, self._sizes, (self._sizes + size) / 2)
        return float((self._shares * np.divide(common, sizes, out=np.zeros_like(sizes), where=sizes > 0)).sum())


def _opening(number: int, pool: Sequence[Candidate], length: int) -> list[str]:
    found: list[str] = []
    for candidate in pool:
        if candidate.article == number and len(found) < length:
            found.extend(candidate.stems)
    return found[:length]


def _kept(article: Article, kind: BlockKind) -> list[str]:
    return [
        stem(word.text, language=article.language)
        for block in article.blocks
        if block.kind is kind
        for word in words(article.text[block.start : block.end])
    ]


def _count(stems: Sequence[str], *, pairs: bool) -> Counter[Term]:
    return Counter(pairwise(stems)) if pairs else Counter(stems)


def _weight(term: Term, language: str) -> float:
    rare = min(rarity(word, language=language) for word in ((term,) if isinstance(term, str) else term))
    return float(max(rare, 0.0) ** RARITY)
