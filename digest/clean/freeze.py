"""Freeze the kept lines of a raw article into the text that every span points into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from sentencex import segment

from digest.language import subject
from digest.model import Block, BlockKind, RawArticle, Sentence

BETWEEN = "\n\n"
SPACE = re.compile(r"\s")
HALF = re.compile(r"[\ud800-\udfff]")  # "\ud83d", the first half of an emoji
LONGEST = 8000  # characters of a line in which sentences are looked for at a time
ONLY_MARKS = re.compile(r"[\s\"“”„«»‘’‚'`]*")  # “““““““
POINT = re.compile(r"(?<=\d)(?<=[^\x00-\x7f])[.．](?=\d)")  # "５．５", "३.५"
ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.$")  # "im 19."


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
    for text in _pieces(piece, language) if block.kind is BlockKind.BODY else (piece,):
        left = start + len(text) - len(text.lstrip())
        right = start + len(text.rstrip())
        start += len(text)
        if left < right:
            yield Sentence(index, block.start + left, block.start + right, number, block.kind)
            index += 1


def _pieces(piece: str, language: str) -> Iterator[str]:
    """The sentences of a line; those that the library cut at "19. Jahrhundert" or "D. José" are whole again."""
    short, ordinal, counted = _joints(language)
    whole = ""
    for text in _segments(piece, language):
        end = whole.rstrip()
        cut = (short and f" {end}".endswith(short)) or (
            counted and ordinal.search(end) and text.lstrip().startswith(counted)
        )
        if whole and not cut:
            yield whole
            whole = ""
        whole += text
    if whole:
        yield whole


def _segments(piece: str, language: str) -> Iterator[str]:
    """What the library takes for sentences. A very long line is handed to it in stretches.

    Its work grows with the square of the quotation marks in a line. A stretch begins where the last sentence of the one
    before began; where that was all one sentence, the next stretch goes on behind it.
    """
    line = _blanked(piece)
    start = 0
    while len(line) - start > LONGEST:
        *sentences, last = _segmented(language, line[start : start + LONGEST])
        if not sentences:
            last = last[: last.rfind(" ") + 1] or last
            sentences = [last]
        yield from sentences
        start += sum(map(len, sentences))
    yield from _segmented(language, line[start:] if start else line)


def _segmented(language: str, text: str) -> list[str]:
    """What the library says; not where there is nothing but marks, in which no sentence ends."""
    return [text] if ONLY_MARKS.fullmatch(text) else segment(language, text)


@cache
def _joints(language: str) -> tuple[tuple[str, ...], re.Pattern[str], tuple[str, ...]]:
    """A language's short forms after which no sentence ends, and the words that an ordinal number counts."""
    data = subject(language, "function_words")
    short = tuple(f" {form}" for form in data.get("short_forms", ()))
    return short, ORDINAL, tuple(data.get("behind_ordinals", ()))


def _blanked(piece: str) -> str:
    """The text with a plain blank for each other one: the library fails on "J", a no-break space and a full stop.

    It fails on half a character, too, as JSON may hold one, and takes the point of "５．５" for the end.
    """
    piece = POINT.sub(",", piece)
    return piece if piece.isprintable() else HALF.sub("\ufffd", SPACE.sub(" ", piece))
