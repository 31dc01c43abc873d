"""Look at a line once: its words, how it ends, what shape it has. Every cleaner reads that instead of the line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.clean.shape import Shape, shape_of
from digest.clean.words import LONGEST_LOOKED_AT, WIDE, is_sentence, make_bare, make_plain, make_tokens

LABEL = 60  # characters


class Look(NamedTuple):
    """What can be seen of a line without knowing what it means.

    `plain` and `bare` are the forms in which phrases are compared, `tokens` the words of `plain`; `words` counts them.
    `letters`: there is nothing but letters and blanks.
    """

    plain: str
    bare: str
    tokens: Sequence[str]
    words: int
    sentence: bool
    shape: Shape
    letters: bool


def look_at(text: str) -> Look:
    """Look at a line.

    "» Read more" → plain "» read more", bare "read more", two words, no sentence, a label
    """
    return _seen(text) if len(text) <= LABEL else _look_at(text)


def _look_at(text: str) -> Look:
    plain = make_plain(text[:LONGEST_LOOKED_AT])
    letters = len(plain) > 1 and plain.replace(" ", "").isalpha()
    tokens = plain.split(" ") if letters else make_tokens(plain)
    words = len(tokens) if plain.isascii() else len(tokens) + len(WIDE.findall(plain)) // 2
    sentence = not letters and is_sentence(text)
    bare = plain if letters else make_bare(plain)
    return Look(plain, bare, tokens, words, sentence, shape_of(words, sentence=sentence), letters)


# The labels of a menu come again on every page of a site.
_seen = lru_cache(maxsize=8_192)(_look_at)
