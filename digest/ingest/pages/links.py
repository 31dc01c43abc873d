"""Tell the titles of other articles from an article's own lines: each is nothing but a link, and they come in runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from digest.ingest.pages.fragment import FragmentLine
from digest.model import BlockKind, LineReason

WORD = re.compile(r"\w+")
SHORTEST = 4  # words of a title
LONGEST = 300  # characters
LINKED = 0.8  # of a line's characters: "Talks resume in Oslo [VIDEO]"
RUN = 2  # lines; a single one may be the article's own way to point to something
BLOCKS = frozenset({"p", "li", "div", "td", "dd", "dt", "h2", "h3", "h4", "h5", "h6", "article", "section", "body"})


def link_lines(tree: HtmlElement) -> frozenset[str]:
    """The texts of the page's blocks that are (almost) nothing but a link to a title."""
    return frozenset(_link_lines(tree))


def with_links_marked(lines: Sequence[FragmentLine], links: frozenset[str]) -> list[FragmentLine]:
    """Mark the runs of body lines that are such links as the titles of other articles."""
    body = [i for i, line in enumerate(lines) if line.kind is BlockKind.BODY]
    marked = list(lines)
    run: list[int] = []
    for i in [*body, -1]:
        if i >= 0 and lines[i].text in links:
            run.append(i)
            continue
        for at in run if len(run) >= RUN else ():
            marked[at] = FragmentLine(lines[at].text, LineReason.RELATED)
        run = []
    return marked


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
