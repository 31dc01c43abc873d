"""What a line looks like: how long it is, how it ends, whether it reads like prose."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # scripts without blanks: two characters make a word
# The end of a sentence, and the marks that may follow it: `he said.”`, `(it is.)`, `is true.[2]`, `it is. ''`
SENTENCE_END = re.compile(r"[.!?…。！？:;] ?(?:[\"'”’»)\]]|\[\d{1,3}\]){0,4}$")
FULL_STOP = re.compile(r"(?<![.…])(?<!\.[A-Z])[.。;:,] ?[\"'”’»)\]]{0,4}$")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
BLANKS = re.compile(r"\s+")

LONGEST_LOOKED_AT = 2_000


def word_count(text: str) -> int:
    """How many words a line has; two characters of a script without blanks count as one.

    No more is counted than the first 2,000 characters: what is longer is long enough.
    """
    return _word_count(text[:LONGEST_LOOKED_AT])


@lru_cache(maxsize=16_384)
def _word_count(text: str) -> int:
    count = len(WORD.findall(text))
    return count if text.isascii() else count + len(WIDE.findall(text)) // 2


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(SENTENCE_END.search(text[-20:]))


def has_full_stop(text: str) -> bool:
    """Whether a line ends with a mark that no headline ends with: a single full stop, a colon, a comma."""
    return bool(FULL_STOP.search(text[-20:]))


def plain(text: str) -> str:
    """A line in the form in which phrases are compared: lower case, straight marks, single blanks."""
    return _plain(text[:LONGEST_LOOKED_AT])


def bare(text: str) -> str:
    """The same without marks at its edges: "» Read more …" → "read more"."""
    return _bare(text[:LONGEST_LOOKED_AT])


@lru_cache(maxsize=16_384)
def _plain(text: str) -> str:
    return BLANKS.sub(" ", text.translate(QUOTES)).casefold().strip()


@lru_cache(maxsize=16_384)
def _bare(text: str) -> str:
    return EDGES.sub("", _plain(text))
