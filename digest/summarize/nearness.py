"""Measure how well a choice of sentences stands for all the articles: their headlines, standfirsts and openings.

A summary is near a text when the words, and the pairs of neighbouring words, that both have are many and those that
only one has are few (the F measure of the two). The best summary is the one that is nearest to all articles at once:
minimum Bayes risk, with each article taken for one attempt at the summary (Kumar and Byrne, 2004).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.language.background import rarity
from digest.language.terms import stem, words
from digest.model import Article, BlockKind
from digest.summarize.candidates import Candidate

RARITY = 0.25  # the power of a word's rarity that is its weight: 0 would count all words alike
PER_SENTENCE = 40  # words of each article's opening that a sentence of the summary should stand for
HEADLINES = 0.75  # weight of the headlines beside the openings
STANDFIRSTS = 0.4  # weight of the standfirsts: the editors' own summaries, so as much of them as possible

Term = str | tuple[str, str]
Values = NDArray[np.float64]


class Target(NamedTuple):
    """A text to be near to, as stems, and its weight; of a `whole` one only what is missing counts."""

    stems: Sequence[str]
    weight: float
    whole: bool


class Nearness:
    """How near each of some candidates brings a choice of them to the targets."""

    def __init__(self, targets: Sequence[Target], candidates: Sequence[Candidate]) -> None:
        self._measures = [_Measure(targets, candidates, pairs=pairs) for pairs in (False, True)]

    def with_each(self, chosen: Sequence[int]) -> Values:
        """By candidate: how near the chosen ones and this one, taken together, are to all texts (0 to about 3.5)."""
        return np.asarray(sum(measure.with_each(chosen) for measure in self._measures), dtype=np.float64)

    def of(self, chosen: Sequence[int]) -> float:
        """How near the chosen candidates, taken together, are to all texts."""
        return float(sum(measure.of(chosen) for measure in self._measures))


def list_targets(articles: Sequence[Article], pool: Sequence[Candidate], *, limit: int) -> list[Target]:
    """The texts that a summary of `limit` sentences of the articles should be near."""
    openings: list[list[str]] = [[] for _ in articles]
    for candidate in pool:
        if len(openings[candidate.article]) < PER_SENTENCE * limit:
            openings[candidate.article].extend(candidate.stems)
    return [
        *_targets([opening[: PER_SENTENCE * limit] for opening in openings], 1.0, whole=False),
        *_targets([_kept(a, BlockKind.HEADLINE) for a in articles], HEADLINES, whole=False),
        *_targets([_kept(a, BlockKind.STANDFIRST) for a in articles], STANDFIRSTS, whole=True),
    ]


def _targets(texts: Sequence[Sequence[str]], weight: float, *, whole: bool) -> list[Target]:
    filled = [text for text in texts if text]
    return [Target(text, weight / len(filled), whole) for text in filled]


class _Measure:
    """The nearness by single words, or by pairs of neighbours.

    The candidates' words lie one after the other in one row: `_columns` are the words, `_values` their weights times
    their numbers, and `_starts` where each candidate begins. So all candidates are tried at once.
    """

    def __init__(self, targets: Sequence[Target], candidates: Sequence[Candidate], *, pairs: bool) -> None:
        language = candidates[0].language if candidates else "en"
        counted = [_count(target.stems, pairs=pairs) for target in targets]
        index: dict[Term, int] = {}
        for counts in counted:
            for term in counts:
                index.setdefault(term, len(index))
        weights = {term: _weight(term, language) for term in index}
        texts = np.zeros((len(targets), len(index) + 1))  # a last column for what no text has
        for row, counts in enumerate(counted):
            for term, times in counts.items():
                texts[row, index[term]] = times * weights[term]
        self._shares = np.array([target.weight for target in targets])
        self._whole = np.array([target.whole for target in targets], dtype=bool)[:, None]
        self._sizes = texts.sum(axis=1)[:, None]
        columns: list[int] = []
        values: list[float] = []
        starts: list[int] = []
        own: list[float] = []
        for candidate in candidates:
            starts.append(len(columns))
            size = 0.0
            for term, times in _count(candidate.stems, pairs=pairs).items():
                weight = _weight(term, language)
                size += weight * times
                if term in index:
                    columns.append(index[term])
                    values.append(weight * times)
            columns.append(len(index))
            values.append(0.0)
            own.append(size)
        self._columns, self._values, self._starts = (
            np.array(columns),
            np.array(values),
            np.array([*starts, len(columns)]),
        )
        self._own = np.array(own)
        self._texts = texts
        self._at = texts[:, self._columns] if columns else texts

    def with_each(self, chosen: Sequence[int]) -> Values:
        base = self._whole_of(chosen)
        common = self._common(base)
        before = base[self._columns]
        more = np.minimum(self._at, before + self._values) - np.minimum(self._at, before)
        gained = np.add.reduceat(more, self._starts[:-1], axis=1)
        return self._share(common + gained, self._own[list(chosen)].sum() + self._own)

    def of(self, chosen: Sequence[int]) -> float:
        return float(self._share(self._common(self._whole_of(chosen)), self._own[list(chosen)].sum()[None])[0])

    def _whole_of(self, chosen: Sequence[int]) -> Values:
        """The weights of the words of the chosen candidates, taken together."""
        whole = np.zeros(self._texts.shape[1])
        for i in chosen:
            part = slice(self._starts[i], self._starts[i + 1])
            whole[self._columns[part]] += self._values[part]
        return whole

    def _common(self, whole: Values) -> Values:
        columns = np.flatnonzero(whole)
        return np.asarray(np.minimum(self._texts[:, columns], whole[columns]).sum(axis=1)[:, None])

    def _share(self, common: Values, size: Values) -> Values:
        sizes = np.where(self._whole, self._sizes, (self._sizes + size) / 2)
        shares = np.divide(common, sizes, out=np.zeros_like(sizes * common), where=sizes > 0)
        return np.asarray(self._shares @ shares, dtype=np.float64)


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
    """The weight of a word, or of a pair: that of its commoner word."""
    if isinstance(term, str):
        return _word_weight(term, language)
    return min(_word_weight(term[0], language), _word_weight(term[1], language))


@lru_cache(maxsize=1 << 17)
def _word_weight(word: str, language: str) -> float:
    return float(max(rarity(word, language=language), 0.0) ** RARITY)
