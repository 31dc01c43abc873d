"""Draw how much there is of something over time: small bars in place of a table's figures, a cell for each row.

| Name | By week | Stories |
| Ito  | 0 1 3 0 | 4       |      ->      a picture of four bars in the second cell
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from digest.picture.coverage import Days, draw_days
from digest.picture.parts import cells, fold, put_before, text_of

ALL = re.compile(r"All stories by (day|week|month|quarter|year)")
ROW = re.compile(r"\d{1,6}(?: \d{1,6}){1,39}")  # "0 1 3 0"
NUMBER = re.compile(r"\d{1,6}")
PERIOD = re.compile(r"(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?(?:to [A-Z][a-z]{2,8} )?\d{1,4}")  # "4 March 2024", "2024"
HEIGHT, LEAST, ROOM = 22, 3, 130  # pixels: of a picture, of the bar for 1 where there is no more, and of all bars
WIDE = (4, 10)  # pixels of a bar with the space behind it, least and most


def draw_trends(root: Element, stash: Sequence[object] = ()) -> None:
    """Draw the table of all stories, and the figures of all tables below it that have as many periods."""
    unit, names = "", []
    for heading, table in pairwise(list(root)):
        found = ALL.fullmatch(text_of(heading)) if heading.tag == "h2" and table.tag == "table" else None
        if found and (read := _read_all(table, found[1], stash)):
            unit, names = found[1], read.days
            words = _about(unit, read)
            put_before(
                root, fold(root, table, "The same in figures"), draw_days(read, title=text_of(heading), words=words)
            )
    if not unit:
        return
    for table in root.iter("table"):
        heads = [text_of(cell) for cell in table.iter("th")]
        if f"By {unit}" in heads:
            _draw_column(table, heads.index(f"By {unit}"), unit, names)


def trend(numbers: Sequence[int], names: Sequence[str], unit: str) -> Element:
    """A picture of small bars, one for each period; the highest stands for most."""
    wide = max(WIDE[0], min(WIDE[1], ROOM // len(numbers)))
    width = wide * len(numbers)
    size = {"width": str(width), "height": str(HEIGHT), "viewBox": f"0 0 {width} {HEIGHT}"}
    said = f"By {unit}, from {names[0]} to {names[-1]}: {', '.join(map(str, numbers))}"
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": "trend", **size, "role": "img"})
    svg.set("aria-label", said)
    most = max(*numbers, LEAST)
    for place, number in enumerate(numbers):
        tall = max(1.0, HEIGHT * number / most)
        shape = {"x": str(place * wide), "y": f"{HEIGHT - tall:g}", "width": str(wide - 1), "height": f"{tall:g}"}
        ink = {"fill": "currentColor", "fill-opacity": "0.75" if number else "0.25"}
        bar = SubElement(svg, "rect", {**shape, **ink})
        SubElement(bar, "title").text = f"{names[place]}: {number}"
    return svg


def _draw_column(table: Element, column: int, unit: str, names: Sequence[str]) -> None:
    for row in table.iter("tr"):
        found = row.findall("td")
        cell = found[column] if column < len(found) else None
        if cell is None or len(cell) or not ROW.fullmatch(text_of(cell)):
            continue
        numbers = [int(number) for number in text_of(cell).split()]
        if len(numbers) == len(names):
            cell.text = None
            cell.append(trend(numbers, names, unit))


def _read_all(table: Element, unit: str, stash: Sequence[object]) -> Days | None:
    """The table of all stories, or None for another table."""
    head, *rows = cells(table, stash) or [[]]
    if head != [unit.capitalize(), "Stories", "Articles"] or len(rows) < 2:
        return None
    if not all(len(row) == 3 and PERIOD.fullmatch(row[0]) and all(map(NUMBER.fullmatch, row[1:])) for row in rows):
        return None
    lines = [("stories", [int(row[1]) for row in rows]), ("articles", [int(row[2]) for row in rows])]
    return Days([row[0] for row in rows], lines)


def _about(unit: str, read: Days) -> str:
    (_, stories), (_, articles) = read.lines
    most = max(range(len(articles)), key=lambda place: (articles[place], -place))
    return (
        f"A bar for each {unit} from {read.days[0]} to {read.days[-1]}, of its stories and of its articles; most "
        f"articles, {articles[most]} in {stories[most]} stories, in {read.days[most]}."
    )
