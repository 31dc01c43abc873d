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
MANY = 30  # articles from which a story is so large that only so many of them are asked

Term = str | tuple[str, str]
Values = NDArray[np.float64]


class Target(NamedTuple):
    """A text to be near to, as stems, and its weight; of a `whole` one only what is missing counts."""

    stems: Sequence[str]
    weight: float
    whole: bool


class Nearness:
    """How near each of some candidates brings a choice of them to the targets.

    The candidates' words lie one after the other in one row, and their pairs after them: `_columns` are the words,
    `_values` their weights times their numbers, and `_starts` where each candidate begins. So all candidates are tried
    at once. Few texts have any one word: `_at` are their weights of the words that they have, text by text, `_place`
    their columns, `_more` what the candidate has of them, and `_cell` text and candidate as one number.
    """

    def __init__(self, targets: Targets, candidates: Sequence[Candidate]) -> None:
        self._number = len(candidates)
        words, pairs = _Row(targets.words, candidates), _Row(targets.pairs, candidates)
        self._width = targets.words.texts.shape[1]  # the columns from here on are pairs
        self._texts = np.concatenate([targets.words.texts, targets.pairs.texts], axis=1)
        self._columns = np.array([*words.columns, *(self._width + column for column in pairs.columns)], dtype=np.intp)
        self._values = np.array([*words.values, *pairs.values])
        self._starts = np.array([*words.starts, *(len(words.columns) + start for start in pairs.starts)], dtype=np.intp)
        self._ends = np.array([*self._starts[1:], len(self._columns)], dtype=np.intp)
        self._own = np.array([words.own, pairs.own])
        self._shares, self._whole = targets.words.shares, targets.words.whole[:, :, None]
        self._sizes = np.stack([targets.words.sizes, targets.pairs.sizes], axis=1)
        every = self._texts[:, self._columns]
        text, place = np.nonzero(every)
        self._at, self._place = every[text, place], self._columns[place]
        self._more = self._values[place]
        self._cells = (len(every), len(self._starts))
        self._cell = text * len(self._starts) + np.searchsorted(self._starts, place, side="right") - 1

    def with_each(self, chosen: Sequence[int]) -> Values:
        """By candidate: how near the chosen ones and this one, taken together, are to all texts (0 to about 3.5)."""
        whole = self._whole_of(chosen)
        before = whole.take(self._place)
        more = np.minimum(self._at, before + self._more) - np.minimum(self._at, before)
        gained = np.bincount(self._cell, more, self._cells[0] * self._cells[1]).reshape(self._cells)
        size = self._own[:, list(chosen)].sum(axis=1)[:, None] + self._own
        return self._share(self._common(whole)[:, :, None] + gained.reshape(len(gained), 2, self._number), size)

    def _whole_of(self, chosen: Sequence[int]) -> Values:
        """The weights of the words and pairs of the chosen candidates, taken together."""
        whole = np.zeros(self._texts.shape[1])
        for i in chosen:
            for start in (i, i + self._number):
                mine = slice(self._starts[start], self._ends[start])
                whole[self._columns[mine]] += self._values[mine]
        return whole

    def _common(self, whole: Values) -> Values:
        """By text: the weight of what it has in common with the chosen candidates, in words and in pairs."""
        columns = np.flatnonzero(whole)
        least = np.minimum(self._texts[:, columns], whole[columns])
        words = int(np.searchsorted(columns, self._width))
        return np.stack([least[:, :words].sum(axis=1), least[:, words:].sum(axis=1)], axis=1)

    def _share(self, common: Values, size: Values) -> Values:
        """By candidate: the weighed shares of all texts that are common, by words and by pairs, added up."""
        sizes = np.where(self._whole, self._sizes, (self._sizes + size) / 2)
        shares = np.divide(common, sizes, out=np.zeros_like(common), where=sizes > 0)
        near = self._shares @ shares.reshape(len(shares), 2 * self._number)
        return np.asarray(near[: self._number] + near[self._number :], dtype=np.float64)


class Targets:
    """The texts that a summary should be near, counted."""

    def __init__(self, texts: Sequence[Target], *, language: str = "en") -> None:
        self.words = _Counted(texts, language, pairs=False)
        self.pairs = _Counted(texts, language, pairs=True)


def targets_of(articles: Sequence[Article], pool: Sequence[Candidate], *, limit: int) -> Targets:
    """The texts that a summary of `limit` sentences of the articles should be near.

    Of more than MANY articles those are asked that stand at even distances in the story.
    """
    asked = sorted({number * len(articles) // MANY for number in range(MANY)}) if len(articles) > MANY else None
    numbers = range(len(articles)) if asked is None else asked
    openings: dict[int, list[str]] = {number: [] for number in numbers}
    for candidate in pool:
        if candidate.article in openings and len(openings[candidate.article]) < PER_SENTENCE * limit:
            openings[candidate.article].extend(candidate.stems)
    texts = [
        *_weighed([opening[: PER_SENTENCE * limit] for opening in openings.values()], 1.0, whole=False),
        *_weighed([_kept(articles[n], BlockKind.HEADLINE) for n in numbers], HEADLINES, whole=False),
        *_weighed([_kept(articles[n], BlockKind.STANDFIRST) for n in numbers], STANDFIRSTS, whole=True),
    ]
    return Targets(texts, language=pool[0].language if pool else "en")


def _weighed(texts: Sequence[Sequence[str]], weight: float, *, whole: bool) -> list[Target]:
    filled = [text for text in texts if text]
    return [Target(text, weight / len(filled), whole) for text in filled]


class _Counted:
    """The words (or pairs of neighbours) of the targets: a row a text, a column a word, the last for what none has."""

    def __init__(self, targets: Sequence[Target], language: str, *, pairs: bool) -> None:
        self.language, self.of_pairs = language, pairs
        counted = [_count(target.stems, pairs=pairs) for target in targets]
        terms = dict.fromkeys(term for counts in counted for term in counts)
        self.index: dict[Term, int] = {term: column for column, term in enumerate(terms)}
        self.texts = np.zeros((len(targets), len(terms) + 1))
        for row, counts in enumerate(counted):
            self.texts[row, [self.index[term] for term in counts]] = list(counts.values())
        self.weights = [_weight(term, language) for term in terms]
        self.texts *= np.array([*self.weights, 0.0])
        self.shares = np.array([target.weight for target in targets])
        self.whole = np.array([target.whole for target in targets], dtype=bool)[:, None]
        self.sizes = self.texts.sum(axis=1)[:, None]


class _Row:
    """The candidates' words (or pairs) in one row, and the weight of all words of each, as lists."""

    def __init__(self, targets: _Counted, candidates: Sequence[Candidate]) -> None:
        self.columns: list[int] = []
        self.values: list[float] = []
        self.starts: list[int] = []
        self.own: list[float] = []
        index, weights, language, last = targets.index, targets.weights, targets.language, len(targets.index)
        for candidate in candidates:
            self.starts.append(len(self.columns))
            size = 0.0
            for term, times in _count(candidate.stems, pairs=targets.of_pairs).items():
                column = index.get(term)
                weight = (_weight(term, language) if column is None else weights[column]) * times
                size += weight
                if column is not None:
                    self.columns.append(column)
                    self.values.append(weight)
            self.columns.append(last)
            self.values.append(0.0)
            self.own.append(size)


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
