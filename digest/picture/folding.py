"""A Python-Markdown extension: fold the parts of a story's page that go into detail, and draw some of its tables.

The page's Markdown holds headings, paragraphs and tables, so that any engine can show it and `digest verify` can read
it. Here some become `<details>`, a picture is put before a table, and cells are labelled for narrow screens. A picture
is made of the table's figures and its outlets' names, and of nothing else that an article holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from digest.picture.coverage import draw_days, read_days
from digest.picture.drawing import draw
from digest.picture.labels import label_cells
from digest.picture.parts import fold, put_before, tables_below, text_of
from digest.picture.reporting import draw_reporting, read_reporting
from digest.picture.trends import draw_trends

HEADINGS = frozenset({"Why these articles are one story", "Why no other article is in this story"})
CORNER = "Article"  # the first cell of the table of similarities
LATEST = -200  # after all that strips attributes
OTHERS, REPORTING = "In the words of the others", "Who reports what"
UNITS = ("day", "month", "year")
MORE = re.compile(r"\d{1,3} more sentences? of this (?:article|text) without a counterpart in the others:")
NUMBER = re.compile(r"[1-9]\d{0,5}")
FIGURE = re.compile(r"[01]\.\d\d|–")


class Folding(Extension):
    """Fold and draw where `active()` says that the page was made by digest."""

    def __init__(self, active: Callable[[], bool]) -> None:
        super().__init__()
        self._active = active

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Called by Python-Markdown for every page."""
        if self._active():
            md.treeprocessors.register(_Fold(md), "digest_fold", LATEST)


class _Fold(Treeprocessor):
    def run(self, root: Element) -> None:
        label_cells(root)
        _words_of_others(root)
        _reporting(root, self.md.htmlStash.rawHtmlBlocks)
        _days(root, self.md.htmlStash.rawHtmlBlocks)
        draw_trends(root, self.md.htmlStash.rawHtmlBlocks)
        _more(root)
        self._reasons(root)

    def _reasons(self, root: Element) -> None:
        children = list(root)
        starts = [place for place, child in enumerate(children) if child.tag == "h2" and text_of(child) in HEADINGS]
        if not starts:
            return
        start = starts[-1]
        ends = [place for place, child in enumerate(children) if place > start and child.tag in ("h1", "h2")]
        section = children[start : min(ends, default=len(children))]
        details = Element("details", {"class": "why"})
        for child in section:
            root.remove(child)
        SubElement(details, "summary").append(section[0])
        for child in section[1:]:
            _add(details, child)
        root.insert(start, details)


def _words_of_others(root: Element) -> None:
    """Fold the table in which the other outlets' sentences stand."""
    for table in tables_below(root, OTHERS):
        fold(root, table, "Show their sentences", kind="words")


def _reporting(root: Element, stash: Sequence[object]) -> None:
    """Draw who reports which point; the table with its links is folded below the picture."""
    for table in tables_below(root, REPORTING):
        read = read_reporting(table, stash)
        if read is not None:
            put_before(root, fold(root, table, "The same with links to the sentences"), draw_reporting(read))


def _days(root: Element, stash: Sequence[object]) -> None:
    """Draw the articles by day, of a story or of a person; the table is folded below the picture."""
    for unit in UNITS:
        heading = f"Articles by {unit}"
        for table in (*tables_below(root, heading), *tables_below(root, heading, "h2")):
            read = read_days(table, stash)
            if read is not None:
                picture = draw_days(read, title=f"{heading} and outlet")
                put_before(root, fold(root, table, "The same in figures"), picture)


def _more(root: Element) -> None:
    """Fold the longer part of what only one article has, below the line that counts it."""
    for line, items in pairwise(list(root)):
        if line.tag == "p" and items.tag == "ul" and MORE.fullmatch(text_of(line)):
            root.remove(line)
            fold(root, items, text_of(line), kind="more")


def _add(details: Element, child: Element) -> None:
    """Add a part of the section; a table of similarities gets its picture, and is folded itself."""
    matrix = _matrix(child) if child.tag == "table" else None
    if matrix is None:
        details.append(child)
        return
    details.append(draw(*matrix))
    numbers = SubElement(details, "details", {"class": "figures"})
    SubElement(numbers, "summary").text = "The same in figures"
    numbers.append(child)


def _matrix(table: Element) -> tuple[list[int], list[list[float]]] | None:
    """The numbers of the articles and their similarities, or None for another table."""
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")]
    if not rows or rows[0][:1] != [CORNER]:
        return None
    head, *lines = rows
    labels = [line[0] for line in lines]
    figures = [figure for line in lines for figure in line[1:]]
    square = labels == head[1:] and all(len(line) == len(head) for line in lines)
    if not square or not all(map(NUMBER.fullmatch, labels)) or not all(map(FIGURE.fullmatch, figures)):
        return None
    values = [[1.0 if figure == "–" else min(1.0, float(figure)) for figure in line[1:]] for line in lines]
    return [int(label) for label in labels], values
