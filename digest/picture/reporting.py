"""Draw who reports which point as an SVG picture: a row for each outlet, a full square where it reports the point.

A question mark stands in the square where the table is not sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from digest.picture.parts import PART, UNSURE, cells, share

CORNER, LAST, ALL = "Outlet", "Alone", "All articles"
CELL = 28  # pixels of a square with the space around it
LETTER = 7.2  # pixels of a letter of a label, about
LONGEST = 26  # letters of a label
GAP = 4


class Reporting(NamedTuple):
    """The table of points and outlets: the share of each row that reports a point (mostly 0 or 1), and of all.

    `unsure` are the squares, by row and column, of which nobody can say whether they are empty.
    """

    points: list[str]
    rows: list[tuple[str, list[float]]]
    totals: list[str]
    unsure: frozenset[tuple[int, int]] = frozenset()


def read_reporting(table: Element, stash: Sequence[object] = ()) -> Reporting | None:
    """The figures of a table, or None for another table."""
    found = cells(table, stash)
    if len(found) < 3 or found[0][0] != CORNER or found[0][-1] != LAST:
        return None
    points = found[0][1:-1]
    if not points or points != [str(number) for number in range(1, len(points) + 1)]:
        return None
    rows: list[tuple[str, list[float]]] = []
    totals: list[str] = []
    unsure: set[tuple[int, int]] = set()
    for label, *line in found[1:]:
        values = [share(cell) for cell in line[: len(points)]]
        if len(line) < len(points) or None in values:
            return None
        if label == ALL:
            totals = line[: len(points)]
            break  # what follows counts origins
        unsure |= {(len(rows), column) for column, cell in enumerate(line) if UNSURE.fullmatch(cell)}
        rows.append((label, [value for value in values if value is not None]))
    known = totals and all(map(PART.fullmatch, totals))
    return Reporting(points, rows, totals, frozenset(unsure)) if known else None


def draw_reporting(read: Reporting) -> Element:
    """Make the picture. Outlets' names stand in it as text, shortened; nothing else is taken from the page."""
    labels = [_short(label) for label, _ in read.rows]
    left = max(70.0, max(map(len, labels), default=0) * LETTER + GAP)
    width, height = left + len(read.points) * CELL + 2, (len(labels) + 2) * CELL
    paragraph = Element("p", {"class": "matrix reporting"})
    size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
    names = {"role": "img", "aria-labelledby": "reporting-title reporting-about"}
    svg = SubElement(paragraph, "svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **names})
    SubElement(svg, "title", {"id": "reporting-title"}).text = "Who reports which point"
    SubElement(svg, "desc", {"id": "reporting-about"}).text = about(read)
    for column, point in enumerate(read.points):
        _write(svg, left + (column + 0.5) * CELL, CELL - 9, point, "middle")
        total = read.totals[column].replace("at least ", "≥").replace(" of ", "/")
        _write(svg, left + (column + 0.5) * CELL, (len(labels) + 1) * CELL + 17, total, "middle")
    _write(svg, left - GAP, (len(labels) + 1) * CELL + 17, "articles", "end")
    for row, (_, line) in enumerate(read.rows):
        _write(svg, left - GAP, (row + 1) * CELL + 18, labels[row], "end")
        for column, value in enumerate(line):
            _square(svg, left + column * CELL, (row + 1) * CELL, value)
            if (row, column) in read.unsure:
                _write(svg, left + (column + 0.5) * CELL, (row + 1) * CELL + 18, "?", "middle")
    return paragraph


def about(read: Reporting) -> str:
    """The picture in words, for those who do not see it."""
    told = [f"point {point} by {total}" for point, total in zip(read.points, read.totals, strict=True)]
    return f"A row for each outlet and a column for each point. Reported are {_list(told)} articles." + (
        " A question mark stands where it is not sure." if read.unsure else ""
    )


def _square(svg: Element, x: float, y: float, value: float) -> None:
    place = {"x": f"{x + GAP:g}", "y": f"{y + GAP:g}", "width": f"{CELL - 2 * GAP:g}", "height": f"{CELL - 2 * GAP:g}"}
    ink = {"fill": "currentColor", "fill-opacity": f"{0.15 + 0.7 * value:.2f}"} if value else {"fill": "none"}
    SubElement(svg, "rect", {**place, **ink, "stroke": "currentColor", "stroke-opacity": "0.35"})


def _write(svg: Element, x: float, y: float, text: str, anchor: str) -> None:
    place = {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor, "font-size": "12", "fill": "currentColor"}
    SubElement(svg, "text", {**place, "class": "label"}).text = text


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def _list(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
