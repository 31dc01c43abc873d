"""Cut a paragraph into words, with each quotation as one piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.marks import Pair
from digest.model import Article

# "U.S.", "Sen.", "O’Brien", "US-led", "—": an abbreviation keeps its full stop only when it has inner ones.
WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|\w+(?:[-’'&/]\w+)*|[^\w\s]")
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
        """Whether it is a word that begins with a capital letter."""
        return self.quote < 0 and self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word at all."""
        return self.quote < 0 and self.text[0].isalnum()

    @property
    def possessive(self) -> bool:
        """Whether it ends in ’s."""
        return self.text.endswith(POSSESSIVE)


def tokenize(article: Article, block: int, starts: Sequence[int], pairs: Sequence[tuple[int, Pair]]) -> list[Token]:
    """The pieces of one paragraph, whose sentences begin at `starts`. `pairs` are its quotations with their numbers."""
    text, place = article.text, article.blocks[block]
    starts = _outside(starts, pairs)
    tokens: list[Token] = []
    at, sentence = place.start, 0

    def number(offset: int) -> int:
        nonlocal sentence
        while sentence + 1 < len(starts) and starts[sentence + 1] <= offset:
            sentence += 1
        return sentence

    def words(start: int, end: int) -> None:
        for match in WORD.finditer(text, start, end):
            tokens.append(Token(match.group(), match.start(), match.end(), number(match.start())))

    for index, pair in pairs:
        words(at, pair.left)
        tokens.append(Token("“”", pair.left, pair.right, number(pair.left), index))
        at = pair.right
    words(at, place.end)
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
