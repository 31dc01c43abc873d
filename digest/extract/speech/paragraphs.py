"""Read the body of an article paragraph by paragraph, as words and quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import NamedTuple

from digest.extract.marks import Pair, pair_marks
from digest.extract.speech.tokens import Token, tokenize
from digest.model import Article, BlockKind

# "BERN, Dec. 9 (Agency) -- ", "BERN, Germany — ", "(CNN) -- "; at most one of the two parts may be missing
PLACE = r"[A-Z]{3,}[A-Z .'’]{0,30}(?:, [A-Z][A-Za-z. ]{1,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
AGENCY = r"\([A-Z][\w./ ]{1,20}\)"
DATELINE = re.compile(rf"(?:{PLACE}\s?(?:{AGENCY}\s?)?|{AGENCY}\s?)(?:--|—|–|-)\s?")


class Paragraph(NamedTuple):
    """One paragraph of the body: the index of its block, its pieces, and its quotations in order."""

    block: int
    tokens: Sequence[Token]
    pairs: Sequence[Pair]


def paragraphs(article: Article, pairs: Sequence[Pair] | None = None) -> list[Paragraph]:
    """Return the paragraphs of the body in order; `pairs` are the quotations, if they have been looked for before."""
    numbered: dict[int, list[tuple[int, Pair]]] = {}
    for number, pair in enumerate(pair_marks(article) if pairs is None else pairs):
        numbered.setdefault(pair.block, []).append((number, pair))
    starts: dict[int, list[int]] = {}
    for sentence in article.sentences:
        starts.setdefault(sentence.block, []).append(sentence.start)
    return [
        Paragraph(
            index,
            _undated(article, block.start, tokenize(article, index, starts.get(index, []), numbered.get(index, []))),
            [pair for _, pair in numbered.get(index, [])],
        )
        for index, block in enumerate(article.blocks)
        if block.kind is BlockKind.BODY
    ]


def _undated(article: Article, start: int, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words behind a dateline, which nobody says."""
    dateline = DATELINE.match(article.text, start)
    if dateline is None or any(t.quote >= 0 for t in tokens if t.start < dateline.end()):
        return tokens
    return list(dropwhile(lambda token: token.start < dateline.end(), tokens))
