"""How common a word is in a language, from the table of word frequencies that ships with it.

Where the table comes from, and its licence: see `en/background.txt` beside this module.
"""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from digest.language.remembered import Remembered
from digest.language.terms import stem

ARTICLE_WORDS = 400  # the length for which a word's frequency becomes the share of articles that hold it


def has_table(language: str) -> bool:
    """Whether a table of word frequencies ships for a language."""
    return (files(__package__) / language / "background.tsv.gz").is_file()


def word_probabilities(language: str) -> Iterator[tuple[str, float]]:
    """Yield the words of the table and how probable each is at any place of a text; English where there is no table.

    A line of the table is ten times the Zipf frequency (lg of occurrences in a billion words), a tab, and its words.
    """
    folder = files(__package__)
    source = folder / language / "background.tsv.gz"
    if not source.is_file():
        source = folder / "en" / "background.tsv.gz"
    for line in gzip.decompress(source.read_bytes()).decode("utf-8").splitlines():
        value, _, words = line.partition("\t")
        for word in words.split(" "):
            yield word, 10 ** (int(value) / 10 - 9)


def article_share(probability: float) -> float:
    """The share of articles (0 to 1) that hold a word, as if the words of a text fell independently."""
    return -math.expm1(ARTICLE_WORDS * math.log1p(-min(probability, 0.5)))


@cache
def frequencies(language: str) -> Mapping[str, float]:
    """Occurrences of each stem in one word of text (a probability)."""
    found: dict[str, float] = defaultdict(float)
    for word, probability in word_probabilities(language):
        found[stem(word, language=language)] += probability
    return dict(found)


def rarity(term: str, *, language: str = "en") -> float:
    """The inverse document frequency of a stem, in nats; a word that the table lacks is as rare as its rarest."""
    return rarities(language)[term]


@cache
def rarities(language: str) -> Mapping[str, float]:
    """How rare any stem is, for those who ask for many; see `rarity`."""
    known, rarest = frequencies(language), _rarest(language)
    return Remembered(lambda term: -math.log(article_share(known.get(term, rarest))))


@cache
def _rarest(language: str) -> float:
    return min(frequencies(language).values())
