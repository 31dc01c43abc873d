"""How rare a word is in a language's news, from the table that ships with it, so that two articles are enough."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from digest.cluster.stem import stem
from digest.language import subject
from digest.language.background import article_share, has_table, word_probabilities

SHORT_WORD = 3  # letters of a word that tells nothing
A_LETTER = 1.5  # nats for each letter more


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """The inverse document frequency of each stem, ln(1 / share of the articles that hold it), in nats.

    A stem that is not known is as rare as the rarest known. Without a table (`by_length`) words are as rare as they
    are long: in every language that was looked at, the words that are used most are short (Zipf, "The Psycho-Biology
    of Language", 1935). Names are long enough to count in full.
    """

    rarities: Mapping[str, float]
    rarest: float
    by_length: bool = False

    def rarity(self, word: str) -> float:
        """The inverse document frequency of a stem."""
        if self.by_length and not word[0].isdigit():
            return min(self.rarest, max(0.0, (len(word) - SHORT_WORD) * A_LETTER))
        return self.rarities.get(word, self.rarest)


@cache
def background(language: str) -> Background:
    """Load a language's table; without one, English tells how rare the rarest words are.

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
    rarities = {word: -math.log(share) for word, share in shares.items()}
    return Background(rarities=rarities, rarest=rarest, by_length=not has_table(language))
