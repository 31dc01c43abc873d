"""Gather the texts that a summary should be near: the headlines, standfirsts and openings of the articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.language.background import rarity
from digest.language.terms import plain_words, stem
from digest.model import Article, BlockKind
from digest.summarize.candidates import Candidate

RARITY = 0.25  # the power of a word's rarity that is its weight: 0 would count all words alike
PER_SENTENCE = 40  # words of each article's opening that a sentence of the summary should stand for
HEADLINES = 0.75  # weight of the headlines beside the openings
STANDFIRSTS = 0.4  # weight of the standfirsts: the editors' own summaries, so as much of them as possible
MANY = 30  # articles from which a story is so large that only so many of them are asked

Values = NDArray[np.float64]
Numbers = NDArray[np.intp]


class Target(NamedTuple):
    """A text to be near to, as stems, and its weight; of a `whole` one only what is missing counts."""

    stems: Sequence[str]
    weight: float
    whole: bool


class Counted(NamedTuple):
    """How often each of some texts has each of its terms: the words of all texts, and then their pairs.

    Entry by entry: `row` is the text's number, and for pairs that with the number of texts added; `term` is the word's
    or the pair's number; `times` says how often.
    """

    row: Numbers
    term: Numbers
    times: Numbers


class Targets:
    """The texts that a summary should be near, and a number and a weight for each word of theirs and of `others`."""

    def __init__(self, texts: Sequence[Target], others: Sequence[Sequence[str]], *, language: str) -> None:
        self.texts = texts
        every = dict.fromkeys(chain.from_iterable([*(text.stems for text in texts), *others]))
        self._number = {word: number for number, word in enumerate(every)}
        self._weights = np.array([_weight(word, language) for word in every])
        self.counted = self.count([text.stems for text in texts])

    def count(self, texts: Sequence[Sequence[str]]) -> Counted:
        """Count the words and the pairs of neighbours in some texts, which have no other words than the known ones."""
        number = max(1, len(self._number))
        words = np.array([*map(self._number.__getitem__, chain.from_iterable(texts))], dtype=np.intp)
        rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        inside = rows[1:] == rows[:-1]
        pairs = (words[:-1][inside] + 1) * number + words[1:][inside]
        most = number * (number + 1)
        every = np.concatenate([rows * most + words, (rows[1:][inside] + len(texts)) * most + pairs])
        found, times = np.unique(every, return_counts=True)
        return Counted(found // most, found % most, times)

    def weigh(self, terms: Numbers) -> Values:
        """The weight of each word, and of each pair: that of its commoner word."""
        number = max(1, len(self._number))
        last = self._weights[terms % number]
        return np.where(terms < number, last, np.minimum(last, self._weights[terms // number - 1]))


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
    language = pool[0].language if pool else "en"
    return Targets(texts, [candidate.stems for candidate in pool], language=language)


def _weighed(texts: Sequence[Sequence[str]], weight: float, *, whole: bool) -> list[Target]:
    filled = [text for text in texts if text]
    return [Target(text, weight / len(filled), whole) for text in filled]


def _kept(article: Article, kind: BlockKind) -> list[str]:
    return [
        stem(word, language=article.language)
        for block in article.blocks
        if block.kind is kind
        for word in plain_words(article.text[block.start : block.end])
    ]


@lru_cache(maxsize=1 << 17)
def _weight(word: str, language: str) -> float:
    return float(max(rarity(word, language=language), 0.0) ** RARITY)
