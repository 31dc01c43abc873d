"""Turn a text into runs of four words, as numbers: two texts that share many runs were not written independently.

The runs are the shingles of Broder ("On the resemblance and containment of documents", 1997). Of all runs those are
looked up whose number divides by RATE, whatever text they stand in, so that two texts keep the same ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]
Runs = NDArray[np.uint64]

RUN = 4  # words
RATE = 5  # one run of so many is looked up
MOST_WORDS = 20_000  # of a text; what follows is not compared
# A word, or a single sign of a script that puts no blanks between words: "30", "O’Neill" is two, "新" is one.
WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+")
FACTOR = np.uint64(0x9E3779B97F4A7C15)
MIX = np.uint64(0xBF58476D1CE4E5B9)


def numbered(text: str) -> Words:
    """The words of a text as numbers, whatever their capitals: the same word has the same number everywhere."""
    found: list[int] = []
    for match in WORD.finditer(text):
        found.append(_number(match.group().casefold()))
        if len(found) == MOST_WORDS:
            break
    return np.array(found, dtype=np.uint32)


def runs(words: Words) -> Runs:
    """The number of the run that begins at each word, as far as there are RUN words."""
    count = max(0, len(words) - RUN + 1)
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(RUN):  # products of 64 bits run over, as they should
        mixed = mixed * FACTOR + words[offset : offset + count]
    mixed = (mixed ^ (mixed >> np.uint64(30))) * MIX
    mixed ^= mixed >> np.uint64(27)
    return mixed


def sampled(found: Runs) -> list[int]:
    """The runs that are looked up, each once, sorted."""
    kept: list[int] = np.unique(found[found % np.uint64(RATE) == 0]).tolist()
    return kept


def covered(one: Runs, other: Runs, words: int) -> NDArray[np.bool_]:
    """Which words of a text, given its runs and the number of its words, stand in a run that another text has, too."""
    known = np.isin(one, other)
    cover = np.zeros(words, dtype=bool)
    for offset in range(RUN):
        cover[offset : offset + len(one)] |= known
    return cover


@lru_cache(maxsize=1 << 17)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")
