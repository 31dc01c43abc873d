"""How rare a word is in a language's news, from the table that ships with it, so that two articles are enough."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from digest.cluster.stem import stem
from digest.language import subject
from digest.language.background import article_share, word_probabilities


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """The inverse document frequency of each stem, ln(1 / share of the articles that hold it), in nats.

    A stem that is not known is as rare as the rarest known.
    """

    rarities: Mapping[str, float]
    rarest: float

    def rarity(self, word: str) -> float:
        """The inverse document frequency of a stem."""
        return self.rarities.get(word, self.rarest)


@cache
def background(language: str) -> Background:
    """Load a language's table, or English where it has none.

    News uses some words far more than other texts do; those have a share of their own in the language's `cluster.yml`.
    """
    frequencies: defaultdict[str, float] = defaultdict(float)
    for word, probability in word_probabilities(language):
        frequencies[stem(word, language=language)] += probability
    shares = {word: article_share(probability) for word, probability in frequencies.items()}
    rarest = -math.log(min(shares.values()))
    for share, words in subject(language, "cluster")["news_words"].items():
        for word in (stem(form, language=language) for form in words.split()):
            shares[word] = max(shares.get(word, 0.0), float(share))
    return Background(rarities={word: -math.log(share) for word, share in shares.items()}, rarest=rarest)
