"""How common a word is in a language, from a table that ships with the package, so that two articles are enough."""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from digest.cluster.terms import stem

ARTICLE_WORDS = 400  # the length for which a word's frequency becomes the share of articles that hold it


@cache
def background(language: str) -> Mapping[str, float]:
    """Occurrences of each stem in one word of text (a probability); English for a language without a table."""
    folder = files("digest.language")
    source = folder / language / "background.tsv.gz"
    if not source.is_file():
        source = folder / "en" / "background.tsv.gz"
    found: dict[str, float] = defaultdict(float)
    for line in gzip.decompress(source.read_bytes()).decode("utf-8").splitlines():
        value, _, words = line.partition("\t")
        for word in words.split(" "):
            found[stem(word)] += 10 ** (int(value) / 10 - 9)
    return dict(found)


def rarity(word: str, *, language: str = "en") -> float:
    """The inverse document frequency of a stem, in nats; a word that the table lacks is as rare as its rarest."""
    table = background(language)
    return _idf(table.get(word, _rarest(language)))


@cache
def _rarest(language: str) -> float:
    return min(background(language).values())


def _idf(probability: float) -> float:
    """Turn a frequency into ln(1 / share of articles), supposing that the words fall independently."""
    return -math.log(-math.expm1(ARTICLE_WORDS * math.log1p(-min(probability, 0.5))))
