"""Take an article's paragraphs out of a page, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from digest.ingest.broken import BrokenFileError
from digest.ingest.decode import tidy
from digest.ingest.pages.fragment import FragmentLine
from digest.ingest.pages.links import link_lines, with_links_marked
from digest.ingest.pages.missing import is_short, is_too_short, prose_of, with_missing
from digest.model import BlockKind

# One path each: a union of large sets takes quadratic time, and so does "//p//span".
NO_TEXT = tuple(
    XPath(path, namespaces={"re": "http://exslt.org/regular-expressions"})
    for path in (
        "//style",
        "//svg",
        "//script[not(@type = 'application/ld+json')]",
        "//ul[li][not(.//text()[normalize-space()][not(ancestor::a)])]",
        "//ol[li][not(.//text()[normalize-space()][not(ancestor::a)])]",
        # What unfolds beside a name in a sentence: a portrait, other articles.
        "//span[re:test(@class, '(tool-?tip|pop-?over|hover-?card|rollover)[a-z-]{0,20}[-_](text|content|block|card)')]"
        "[ancestor::p]",
    )
)
WORD = re.compile(r"\w+")
ITEM = re.compile(r"^-\s+(?=\S)")  # how the library marks an item of a list
HEAD_LINES = 3  # lines at the top that may repeat the title
SHORTEST_TITLE = 4  # words that must be said again for a part of a title to be one


def lighten(tree: HtmlElement) -> None:
    """Take out, in place, what holds no article text and costs time: scripts, styles, drawings, lists of links."""
    for path in NO_TEXT:
        for element in path(tree):
            _remove(element)


def paragraphs(tree: HtmlElement, *, titles: Iterable[str]) -> list[FragmentLine]:
    """The article's lines, without its title, and the page's other paragraphs, each with what it is.

    The tree is changed on the way. Raises BrokenFileError.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 (slow to import, and most runs read no page)
    from trafilatura.settings import Document  # noqa: PLC0415

    def extracted(*, strictly: bool, quickly: bool = False) -> list[str]:
        try:
            document = bare_extraction(tree, favor_precision=strictly, include_comments=False, fast=quickly)
        except Exception as problem:  # the library's own fault, on this page: the others are still read
            words = f"taking the article out of this page failed ({type(problem).__name__})"
            raise BrokenFileError("no-article", words) from problem
        return list(_lines((document.text if isinstance(document, Document) else "") or ""))

    lighten(tree)
    links = link_lines(tree)
    lines = extracted(strictly=True, quickly=True)
    prose = prose_of(tree, lines)
    if is_short(lines):  # the library asks other methods, too, which takes as long again
        lines = extracted(strictly=True)
        prose = prose_of(tree, lines)
    if is_too_short(lines, prose):
        lines = extracted(strictly=False)
        prose = prose_of(tree, lines)
    return list(_without_title(with_links_marked(with_missing(lines, prose), links), titles))


def _lines(text: str) -> Iterator[str]:
    for marked in tidy(text).split("\n"):
        line = ITEM.sub("", " ".join(marked.split()))
        if line.startswith("|"):  # a row of a table: "| Rome | 12 |"
            line = line.strip("| ")
        if line.strip("|-– "):
            yield line


def _without_title(lines: Iterable[FragmentLine], titles: Iterable[str]) -> Iterator[FragmentLine]:
    known = [form for form in map(_bare, titles) if form]
    above = 0
    for line in lines:
        above += line.kind is BlockKind.BODY
        bare = _bare(line.text) if above <= HEAD_LINES and line.kind is BlockKind.BODY else ""
        if not bare or not any(_says(bare, title) for title in known):
            yield line


def _says(line: str, title: str) -> bool:
    return line == title or (len(line.split()) >= SHORTEST_TITLE and title.startswith(line))


def _bare(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


def _remove(element: HtmlElement) -> None:
    """Take an element out, and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
