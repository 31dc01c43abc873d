"""Read the body of an article paragraph by paragraph, as words and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.marks import Pair, pair_marks
from digest.extract.speech.tokens import Token, tokenize
from digest.model import Article, BlockKind


class Paragraph(NamedTuple):
    """One paragraph of the body: the index of its block, its pieces, and its quotations in order."""

    block: int
    tokens: Sequence[Token]
    pairs: Sequence[Pair]


def paragraphs(article: Article) -> list[Paragraph]:
    """Return the paragraphs of the body in order."""
    numbered: dict[int, list[tuple[int, Pair]]] = {}
    for number, pair in enumerate(pair_marks(article)):
        numbered.setdefault(pair.block, []).append((number, pair))
    starts: dict[int, list[int]] = {}
    for sentence in article.sentences:
        starts.setdefault(sentence.block, []).append(sentence.start)
    return [
        Paragraph(
            index,
            tokenize(article, index, starts.get(index, []), numbered.get(index, [])),
            [pair for _, pair in numbered.get(index, [])],
        )
        for index, block in enumerate(article.blocks)
        if block.kind is BlockKind.BODY
    ]
