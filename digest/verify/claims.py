"""Read the claims back out of a page's Markdown, as a reader would see them.

    “No limits,” [[2]](../articles/x.md#sentence-7)      ->  Claim(text="No limits,", article_id="x", sentence=7)

Within one paragraph, list item or table cell, the text before a citation, back to the one before it, is what the
citation answers for. Citations in a row answer for the same text. One whose title says so answers only for what
stands in quotation marks before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.render import COUNTED, GOES_ON, IN_MARKS, MACHINE, MAY_REPORT, REPORTS_TOO, visible_text

CITATION = re.compile(r"(?:\.\./|\./)*articles/([a-z0-9_-]+)\.md#sentence-(\d{1,9})")  # ../articles/x.md#sentence-7
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
BETWEEN = ":;→≠ "  # between two claims, of which the second may tell more, take the first one's place, or say otherwise
SENTENCE_HEADING = re.compile(r"Sentence (\d{1,9})")

_PARSER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a page says and what it cites for it. `sentence` counts from 1; `line` is the page's, from 1.

    `machine` marks a machine's words for the sentence, which are not `verbatim`.
    """

    text: str
    article_id: str
    sentence: int
    line: int
    verbatim: bool
    machine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence that an article's page prints under its heading."""

    sentence: int
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """What a page says: its claims, the lines of block quotations that cite nothing, and the sentences it prints."""

    claims: tuple[Claim, ...]
    uncited: tuple[int, ...]
    evidence: tuple[Evidence, ...]


@lru_cache(maxsize=4096)  # a build reads every page twice: as it was made, and as it stands on disk
def read_page(markdown: str) -> ReadPage:
    """Read a page's Markdown."""
    body, skipped = _body(markdown)
    tokens = _PARSER.parse(body)
    return ReadPage(
        claims=tuple(_claims(tokens, skipped)),
        uncited=tuple(_uncited(tokens, skipped)),
        evidence=tuple(_evidence(tokens, skipped)),
    )


def _claims(tokens: Iterable[Token], skipped: int) -> Iterator[Claim]:
    for token in tokens:
        if token.type == "inline":
            yield from _claims_of_block(token, _line(token, skipped))


def _uncited(tokens: Iterable[Token], skipped: int) -> Iterator[int]:
    opened: list[tuple[int, bool]] = []
    for token in tokens:
        if token.type == "blockquote_open":
            opened.append((_line(token, skipped), False))
        elif token.type == "blockquote_close":
            line, cited = opened.pop()
            if not cited:
                yield line
        elif token.type == "inline" and opened and any(True for _ in _claims_of_block(token, 0)):
            opened = [(line, True) for line, _ in opened]


def _evidence(tokens: Iterable[Token], skipped: int) -> Iterator[Evidence]:
    """A sentence is printed as a heading "Sentence 7" with a block quotation below it."""
    number, in_heading, in_quote = 0, False, False
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            in_heading = token.type == "heading_open"
        elif token.type in ("blockquote_open", "blockquote_close"):
            in_quote = token.type == "blockquote_open"
        elif token.type == "inline" and in_heading:
            match = SENTENCE_HEADING.fullmatch(_text(token))
            number = int(match[1]) if match else 0
        elif token.type == "inline" and in_quote and number:
            yield Evidence(sentence=number, text=visible_text(_text(token)), line=_line(token, skipped))
            number = 0


def _line(token: Token, skipped: int) -> int:
    return (token.map or [0])[0] + 1 + skipped


def _body(markdown: str) -> tuple[str, int]:
    match = FRONT_MATTER.match(markdown)
    return (markdown[match.end() :], match[0].count("\n")) if match else (markdown, 0)


def _claims_of_block(block: Token, line: int) -> Iterator[Claim]:
    said, pending = "", ""
    cited: tuple[re.Match[str], str] | None = None
    for token in block.children or ():
        if token.type == "link_open":
            match = CITATION.fullmatch(str(token.attrs.get("href", "")))
            cited = (match, str(token.attrs.get("title", ""))) if match else None
        elif token.type == "link_close":
            if cited:
                said, pending = (_after_separator(pending, first=not said) or said), ""
                match, kind = cited
                if kind == IN_MARKS:
                    said = _in_marks(said)
                yield Claim(
                    text=said,
                    article_id=match[1],
                    sentence=int(match[2]),
                    line=line,
                    verbatim=kind not in (REPORTS_TOO, MAY_REPORT, COUNTED, GOES_ON, MACHINE),
                    machine=kind == MACHINE,
                )
            cited = None
        elif not cited:
            pending += _piece(token)


def _after_separator(pending: str, *, first: bool) -> str:
    """The words that a citation answers for; what parts them from the claim before is no part of them: `; Ida Holm`."""
    text = visible_text(pending)
    return text if first else text.lstrip(BETWEEN)


def _in_marks(said: str) -> str:
    """What is said from the first mark on; all of it where there is none: `leaves out “the old harbour”`.

    The dots of one that is cut are none of its words: `As the summary says: “The harbour of …”`.
    """
    return said[max(0, said.find("“")) :].replace(" …”", "”")


def _text(block: Token) -> str:
    return "".join(_piece(token) for token in block.children or ())


def _piece(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content
