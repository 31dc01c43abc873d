"""How rare a word is in a language's news, from a table that ships with the package, so that two articles are enough.

Where the table comes from, and its licence: see `digest/language/en/background.txt`.
"""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.cluster.stem import stem
from digest.language import subject

ARTICLE_WORDS = 400  # the length for which a word's frequency becomes the share of articles that hold it


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """The share of articles (0 to 1) that hold each stem; a stem that is not known is as rare as the rarest known."""

    shares: Mapping[str, float]
    rarest: float

    def rarity(self, word: str) -> float:
        """The inverse document frequency of a stem, ln(1 / share), in nats."""
        return -math.log(self.shares.get(word, self.rarest))


@cache
def background(language: str) -> Background:
    """Load a language's table, or English where it has none.

    A frequency becomes a share as if the words of a text fell independently: 1 - (1 - p) ** length. News uses some
    words far more than other texts do; those have a share of their own in the language's `cluster.yml`.
    """
    folder = files("digest.language")
    source = folder / language / "background.tsv.gz"
    if not source.is_file():
        source = folder / "en" / "background.tsv.gz"
    frequencies: defaultdict[str, float] = defaultdict(float)
    for line in gzip.decompress(source.read_bytes()).decode("utf-8").splitlines():
        value, _, words = line.partition("\t")
        for word in words.split(" "):
            frequencies[stem(word, language=language)] += 10 ** (int(value) / 10 - 9)
    shares = {word: -math.expm1(ARTICLE_WORDS * math.log1p(-min(p, 0.5))) for word, p in frequencies.items()}
    rarest = min(shares.values())
    for share, words in subject(language, "cluster")["news_words"].items():
        for word in (stem(form, language=language) for form in words.split()):
            shares[word] = max(shares.get(word, 0.0), float(share))
    return Background(shares=shares, rarest=rarest)
