"""Tell the titles of other articles from an article's own lines: each is nothing but a link, and they come in runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

WORD = re.compile(r"\w+")
SHORTEST = 4  # words of a title
LONGEST = 300  # characters
LINKED = 0.8  # of a line's characters: "Talks resume in Oslo [VIDEO]"
RUN = 2  # lines; a single one may be the article's own way to point to something
BLOCKS = frozenset({"p", "li", "div", "td", "dd", "dt", "h2", "h3", "h4", "h5", "h6", "article", "section", "body"})


def link_lines(tree: HtmlElement) -> frozenset[str]:
    """The texts of the page's blocks that are (almost) nothing but a link to a title."""
    return frozenset(_link_lines(tree))


def without_links(lines: Sequence[str], links: frozenset[str]) -> list[str]:
    """Leave out the runs of lines that are such links."""
    kept: list[str] = []
    run: list[str] = []
    for line in [*lines, ""]:
        if line in links:
            run.append(line)
            continue
        kept += [*(run if len(run) < RUN else ()), line]
        run = []
    return kept[:-1]


def _link_lines(tree: HtmlElement) -> Iterator[str]:
    for link in tree.iter("a"):
        text = " ".join("".join(link.itertext()).split())
        if len(text) > LONGEST or len(WORD.findall(text)) < SHORTEST:
            continue
        block = link
        while block.tag not in BLOCKS and block.getparent() is not None:
            block = block.getparent()
        whole = _first(block, len(text) / LINKED)
        if whole:
            yield whole


def _first(block: HtmlElement, most: float) -> str:
    """A block's text, if it is not longer than that."""
    size = 0
    parts = []
    for part in block.itertext():
        size += len("".join(part.split()))
        if size > most:
            return ""
        parts.append(part)
    return " ".join("".join(parts).split())
