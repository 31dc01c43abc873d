"""Find the parts of a page that get a picture or are folded, and read the tables that pictures are made of."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

CITED = re.compile(r"\[\d{1,6}\](?: \[\d{1,6}\])*(?: and \d{1,6} more)?")  # "[1] [3] and 5 more"
PART = re.compile(r"(?:at least )?(\d{1,6}) of (\d{1,6})")  # "12 of 190"
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{1,31});")
DASH = "–"
UNSURE = re.compile(r"(?:\[\d{1,6}\] ){0,9}\?")  # "[3] ?", "?"


def text_of(element: Element) -> str:
    """An element's text on one line."""
    return " ".join("".join(element.itertext()).split())


def plain(text: str, stash: Sequence[object] = ()) -> str:
    """A text with the characters in it that Python-Markdown has put aside: the full stop of "bbc&#46;example"."""

    def character(match: re.Match[str]) -> str:
        number = int(match[1])
        kept = str(stash[number]) if number < len(stash) else ""
        return html.unescape(kept) if ENTITY.fullmatch(kept) else ""

    return HTML_PLACEHOLDER_RE.sub(character, text).replace(AMP_SUBSTITUTE, "&")


def cells(table: Element, stash: Sequence[object] = ()) -> list[list[str]]:
    """The texts of a table, row by row."""
    return [[plain(text_of(cell), stash) for cell in row] for row in table.iter("tr")]


def tables_below(root: Element, heading: str, level: str = "h3") -> Iterator[Element]:
    """The first table below each heading with this text."""
    waiting = False
    for child in list(root):
        if child.tag in ("h1", "h2", "h3"):
            waiting = child.tag == level and text_of(child) == heading
        elif child.tag == "table" and waiting:
            waiting = False
            yield child


def share(cell: str) -> float | None:
    """What a cell of the table of points says: 1 for a citation, a part for "12 of 190", 0 for a dash; else None.

    Where it is not sure, "[3] ?" or "?", nothing is counted.
    """
    if cell == DASH or UNSURE.fullmatch(cell):
        return 0.0
    if CITED.fullmatch(cell):
        return 1.0
    part = PART.fullmatch(cell)
    return int(part[1]) / max(1, int(part[2])) if part and int(part[1]) <= int(part[2]) else None


def fold(root: Element, child: Element, label: str, *, kind: str = "figures") -> Element:
    """Put a part of the page into a fold with this label, at its place; the fold is given back."""
    place = list(root).index(child)
    details = Element("details", {"class": kind})
    SubElement(details, "summary").text = label
    root.remove(child)
    details.append(child)
    root.insert(place, details)
    return details


def put_before(root: Element, child: Element, picture: Element) -> None:
    """Put a picture before a part of the page."""
    root.insert(list(root).index(child), picture)
