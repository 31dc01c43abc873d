"""Freeze the kept lines of a raw article into the text that every span points into."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from digest.clean.sentences import split_sentences
from digest.model import Block, BlockKind, RawArticle, Sentence

BETWEEN = "\n\n"


class KeptLine(NamedTuple):
    """A line to keep: its kind, its offsets in the raw text (edges trimmed), and its number in the file."""

    kind: BlockKind
    start: int
    end: int
    line: int


class Frozen(NamedTuple):
    """The frozen text with its blocks and sentences."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


def freeze(raw: RawArticle, kept: Iterable[KeptLine], *, language: str = "en") -> Frozen:
    """Join the kept lines, verbatim, and mark their sentences."""
    pieces: list[str] = []
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    offset = 0
    for line in kept:
        piece = raw.text[line.start : line.end]
        block = Block(line.kind, offset, offset + len(piece), line.start, line.line)
        sentences.extend(_sentences(piece, block, len(blocks), len(sentences), language))
        blocks.append(block)
        pieces.append(piece)
        offset = block.end + len(BETWEEN)
    return Frozen(text=BETWEEN.join(pieces), blocks=tuple(blocks), sentences=tuple(sentences))


def _sentences(piece: str, block: Block, number: int, first: int, language: str) -> Iterable[Sentence]:
    index = first
    start = 0
    for text in split_sentences(piece, language=language) if block.kind is BlockKind.BODY else (piece,):
        left = start + len(text) - len(text.lstrip())
        right = start + len(text.rstrip())
        start += len(text)
        if left < right:
            yield Sentence(index, block.start + left, block.start + right, number, block.kind)
            index += 1
