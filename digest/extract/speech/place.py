"""Say where a quotation stands: its paragraph, its sentence, and how its words end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.marks import Pair
from digest.extract.speech.tokens import Token
from digest.model import Article

CLOSING = " \t\u00a0'’\"”"


SENTENCE = attrgetter("sentence")  # the tokens of a paragraph are in the order of its sentences
SIGNING = frozenset("―—–")  # “It is so.” — Ann Ito
SHORT = 5  # tokens of a sentence that only names the speaker: "Ms Ito said."


class Place(NamedTuple):
    """A quotation in its paragraph: token `at`, its sentence `low..high` (half-open), and its last character."""

    tokens: Sequence[Token]
    at: int
    low: int
    high: int
    ending: str
    words: Cues


def place_of(article: Article, tokens: Sequence[Token], at: int, pair: Pair, words: Cues) -> Place:
    """Find the sentence around the quotation at token `at`."""
    low, high = sentence_of(tokens, at)
    ending = article.text[max(pair.start, pair.end - 8) : pair.end].rstrip(CLOSING)[-1:]
    if ending and ending in ".?!" and at + 1 < high and _opens_anew(tokens[at + 1], words):
        high = at + 1  # “It is so.” According to Ms Ito, “it is not.”
    elif ending and ending in ".?!" and high == at + 1 and high < len(tokens):  # “Is it so?” Ms Ito asked.
        end = sentence_of(tokens, high)[1]
        plain = all(token.quote < 0 for token in tokens[high:end])
        short = low == at and end - high <= SHORT
        if (ending != "." and not _introduces(tokens, end)) or (plain and (short or tokens[high].text in SIGNING)):
            high = end
    return Place(tokens, at, low, high, ending, words)


def _opens_anew(token: Token, words: Cues) -> bool:
    """Whether a word begins a sentence that no space or capital told from the one before."""
    return token.capital and (token.text in words.according_starts or token.text in words.openers)


def sentence_of(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The half-open range of the tokens in the sentence of one of them."""
    sentence = tokens[at].sentence
    return bisect_left(tokens, sentence, 0, at, key=SENTENCE), bisect_right(tokens, sentence, at, key=SENTENCE)


def _introduces(tokens: Sequence[Token], end: int) -> bool:
    """Whether a sentence leads to the next quotation: "“Is it so?” He replied, “It is.”"."""
    return tokens[end - 1].quote >= 0 and end >= 2 and tokens[end - 2].text in ",:"
