"""Turn a piece of HTML that holds nothing but an article (from a feed, a wire, an e-mail) into its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from digest.ingest.broken import BrokenFileError
from digest.ingest.decode import tidy
from digest.ingest.pages.tree import parse
from digest.model import BlockKind, LineReason

MARKUP = re.compile(r"<[A-Za-z!?/][^<>]{0,2000}>")  # "<p>", "</a>", "<br/>"
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
NO_TEXT = frozenset({
    "audio", "button", "canvas", "embed", "head", "iframe", "input", "math", "noscript", "object", "option", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
CAPTIONS = frozenset({"figcaption", "caption"})


class FragmentLine(NamedTuple):
    """A line of text, and what it is: a paragraph of the body, or a caption."""

    text: str
    kind: BlockKind | LineReason


def has_markup(text: str) -> bool:
    """Whether a text is HTML: it has a tag.

    "a < b" → False; "<p>Rain.</p>" → True
    """
    return bool(MARKUP.search(text))


def fragment_lines(markup: str) -> list[FragmentLine]:
    """The lines of a piece of HTML, one a block; nothing is loaded, run, or taken for furniture.

    Raises BrokenFileError where it has more elements than a page may have.
    """
    if not has_markup(markup):
        return [FragmentLine(line, BlockKind.BODY) for text in markup.split("\n") if (line := _line(text))]
    try:
        tree = parse(f"<div>{markup}</div>")
    except BrokenFileError as problem:
        if problem.code == "not-a-page":
            return []
        raise
    return list(_lines(tree))


def _lines(tree: HtmlElement) -> Iterator[FragmentLine]:
    """Walk the tree without recursion: it may be ten thousand levels deep."""
    parts: list[str] = []
    captions = 0
    hidden = 0

    def ended() -> Iterator[FragmentLine]:
        text = _line("".join(parts))
        parts.clear()
        if text:
            yield FragmentLine(text, LineReason.CAPTION if captions else BlockKind.BODY)

    for step, element in _walk(tree):
        tag = element.tag
        if tag in BLOCKS:
            yield from ended()
        opens = step == "start"
        captions += (1 if opens else -1) if tag in CAPTIONS else 0
        hidden += (1 if opens else -1) if tag in NO_TEXT else 0
        text = element.text if opens else element.tail
        if text and not hidden:
            parts.append(text)
    yield from ended()


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield each element twice: where it starts, and where it ends."""
    from lxml.etree import iterwalk  # noqa: PLC0415 (slow to import, and most runs read no markup)

    yield from iterwalk(tree, events=("start", "end"))


def _line(text: str) -> str:
    return " ".join(tidy(text).split())
