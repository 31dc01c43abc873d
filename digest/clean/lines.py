"""Cut a raw text into lines that know their place."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from digest.clean.freeze import KeptLine, freeze
from digest.model import Article, BlockKind, RawArticle

# Blanks at a line's beginning that were left there as marks: "&nbsp; The ferry left.", and one broken by a blank.
BLANKS = re.compile(r"(?:& ?n ?b ?s ?p ?; *)+")


class Line(NamedTuple):
    """A line that is not blank: its number in the file (from 1), its trimmed text, and where that stands."""

    number: int
    text: str
    start: int
    end: int


def lines(raw: RawArticle) -> list[Line]:
    """The lines of a raw article that hold anything, from `body_start` on."""
    found: list[Line] = []
    start, body_start = 0, raw.body_start
    for number, whole in enumerate(raw.text.split("\n"), start=1):
        end = start + len(whole)
        if (text := whole.strip()) and start >= body_start:
            if len(text) < len(whole):
                first = start + whole.index(text[0])
                found.append(_trimmed(Line(number, text, first, first + len(text))))
            else:
                found.append(_trimmed(Line(number, text, start, end)))
        start = end + 1
    return [line for line in found if line.text]


def _trimmed(line: Line) -> Line:
    """A line without the marks of blanks at its beginning."""
    if line.text[0] != "&" or not (mark := BLANKS.match(line.text)):
        return line
    return line._replace(text=line.text[mark.end() :], start=line.start + mark.end())


def plain_article(text: str, *, article_id: str, title: str | None = None, language: str = "en") -> Article:
    """Freeze a text that is clean already: every line is body, and a title, if given, is the headline above it.

    With no title, a block's `raw_start` is the offset of the block in the text as given.
    """
    title = " ".join((title or "").split())
    whole = f"{title}\n{text}" if title else text
    data = whole.encode("utf-8", "surrogatepass")
    raw = RawArticle(
        id=article_id, path=article_id, sha256=hashlib.sha256(data).hexdigest(), text=whole, encoding="utf-8"
    )
    kept = [
        KeptLine(
            BlockKind.HEADLINE if title and line.number == 1 else BlockKind.BODY, line.start, line.end, line.number
        )
        for line in lines(raw)
    ]
    frozen = freeze(raw, kept, language=language)
    return Article(
        id=article_id,
        path=raw.path,
        sha256=raw.sha256,
        encoding=raw.encoding,
        text=frozen.text,
        blocks=frozen.blocks,
        sentences=frozen.sentences,
        language=language,
    )
