"""A Python-Markdown extension: fold the section that gives a story's reasons, and draw its table of similarities.

The page's Markdown holds a heading, paragraphs and a table of figures, so that any engine can show it and
`digest verify` can read it. Here the section becomes `<details>`, and a picture is put before the table. The picture
is made of the table's figures and nothing else, so no foreign word gets into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from digest.picture.drawing import draw

HEADINGS = frozenset({"Why these articles are one story", "Why no other article is in this story"})
CORNER = "Article"  # the first cell of the table of similarities
LATEST = -200  # after all that strips attributes
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
        children = list(root)
        starts = [place for place, child in enumerate(children) if child.tag == "h2" and _text(child) in HEADINGS]
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
    rows = [[_text(cell) for cell in row] for row in table.iter("tr")]
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


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
