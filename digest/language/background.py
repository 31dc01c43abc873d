"""How common a word is in a language, from the table of word frequencies that ships with it."""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from digest.language.terms import stem

ARTICLE_WORDS = 400  # the length for which a word's frequency becomes the share of articles that hold it


@cache
def frequencies(language: str) -> Mapping[str, float]:
    """Occurrences of each stem in one word of text (a probability); English for a language without a table.

    A line of the table is ten times the Zipf frequency (lg of occurrences in a billion words), a tab, and its words.
    """
    folder = files("digest.language")
    source = folder / language / "background.tsv.gz"
    if not source.is_file():
        source = folder / "en" / "background.tsv.gz"
    found: dict[str, float] = defaultdict(float)
    for line in gzip.decompress(source.read_bytes()).decode("utf-8").splitlines():
        value, _, words = line.partition("\t")
        for word in words.split(" "):
            found[stem(word, language=language)] += 10 ** (int(value) / 10 - 9)
    return dict(found)


@cache
def rarity(term: str, *, language: str = "en") -> float:
    """The inverse document frequency of a stem, in nats; a word that the table lacks is as rare as its rarest."""
    table = frequencies(language)
    probability = min(table.get(term, _rarest(language)), 0.5)
    return -math.log(-math.expm1(ARTICLE_WORDS * math.log1p(-probability)))


@cache
def _rarest(language: str) -> float:
    return min(frequencies(language).values())
