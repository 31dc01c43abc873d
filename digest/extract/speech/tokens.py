"""Cut a paragraph into words, with each quotation as one piece."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.marks import Pair
from digest.extract.name import JOINED
from digest.model import Article

# "U.S.", "O’Brien", "US-led", "2,500", "Boats.com", "—": an abbreviation keeps its full stop only if it has inner ones.
WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?<![\w,])\d{1,3}(?:,\d{3})+(?![\w,])"
    r"|\w+(?:[-’'&/]\w+)*(?:\.(?:com|org|net)\b(?:['’]s\b)?)?|[^\w\s]"
)
POSSESSIVE = ("'s", "’s")


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation (`quote` is then its number, otherwise -1)."""

    text: str
    start: int
    end: int
    sentence: int
    quote: int = -1

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter, or with a particle before one: "diRoma"."""
        text = self.text
        return self.quote < 0 and (text[0].isupper() or not (text.islower() or JOINED.match(text) is None))

    @property
    def word(self) -> bool:
        """Whether it is a word at all."""
        return self.quote < 0 and self.text[0].isalnum()

    @property
    def possessive(self) -> bool:
        """Whether it ends in ’s."""
        return self.text.endswith(POSSESSIVE)


LONGEST = 250  # pieces of a sentence; a longer one is cut, so that no text takes more than linear time
MOST_QUOTES = 20  # quotations of a sentence, for the same reason


def tokenize(article: Article, block: int, starts: Sequence[int], pairs: Sequence[tuple[int, Pair]]) -> list[Token]:
    """The pieces of one paragraph, whose sentences begin at `starts`. `pairs` are its quotations with their numbers."""
    text, place = article.text, article.blocks[block]
    pieces: list[tuple[str, int, int, int]] = []
    at = place.start
    for index, pair in pairs:
        pieces += _cut(text, at, pair.left)
        pieces.append(("“”", pair.left, pair.right, index))
        at = pair.right
    pieces += _cut(text, at, place.end)
    return _numbered(pieces, _outside(starts, pairs))


def _cut(text: str, start: int, end: int) -> list[tuple[str, int, int, int]]:
    """Cut a stretch without quotations. Only blanks stand between two words, so that each is the next of its kind."""
    pieces = []
    find, after = text.find, start
    for word in WORD.findall(text, start, end):
        at = find(word, after)
        after = at + len(word)
        pieces.append((word, at, after, -1))
    return pieces


def _numbered(pieces: Sequence[tuple[str, int, int, int]], starts: Sequence[int]) -> list[Token]:
    tokens: list[Token] = []
    made = tuple.__new__  # what Token(…) calls, too: half of the time, for the many words of a text
    sentence = length = quotes = 0
    ahead = iter([*starts, sys.maxsize])
    upcoming = next(ahead)
    for piece, start, end, quote in pieces:
        if upcoming <= start or length >= LONGEST or quotes >= MOST_QUOTES:
            while upcoming <= start:
                upcoming = next(ahead)
            sentence, length, quotes = sentence + 1, 0, 0
        tokens.append(made(Token, (piece, start, end, sentence, quote)))
        length += 1
        if quote >= 0:
            quotes += 1
    return tokens


def _outside(starts: Sequence[int], pairs: Sequence[tuple[int, Pair]]) -> list[int]:
    """Leave out the sentences that begin inside a quotation."""
    kept: list[int] = []
    position = 0
    for start in starts:
        while position < len(pairs) and pairs[position][1].right <= start:
            position += 1
        if position == len(pairs) or not pairs[position][1].left < start < pairs[position][1].right:
            kept.append(start)
    return kept
