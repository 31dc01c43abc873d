"""Draw a story's articles by day as small bars: a line for all of them, and one for each outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from digest.picture.parts import cells

HEADS = (["Day", "All"], ["Month", "All"], ["Year", "All"])
NUMBER = re.compile(r"\d{1,6}")
WHEN = re.compile(r"(?:(?:\d{1,2} )?[A-Z][a-z]{2,8} )?\d{1,4}")  # "4 March 2024", "March 2024", "2024"
LINE, BARS = 26, 18  # pixels of a line, and of its highest bar
LETTER, GAP = 7.2, 4
LONGEST = 26  # letters of an outlet's name
WIDE = (8, 22)  # pixels of a bar, least and most
WHOLE = 320  # pixels of all bars of a line, about


class Days(NamedTuple):
    """The table of articles by day: for each line its name and the number of each day."""

    days: list[str]
    lines: list[tuple[str, list[int]]]


def read_days(table: Element, stash: Sequence[object] = ()) -> Days | None:
    """The figures of a table, or None for another table."""
    found = cells(table, stash)
    if len(found) < 3 or found[0][:2] not in HEADS:
        return None
    head, *rows = found
    if not all(len(row) == len(head) and WHEN.fullmatch(row[0]) for row in rows):
        return None
    if not all(NUMBER.fullmatch(cell) for row in rows for cell in row[1:]):
        return None
    names = ["all articles", *head[2:]]
    lines = [(name, [int(row[column]) for row in rows]) for column, name in enumerate(names, start=1)]
    return Days([row[0] for row in rows], lines)


def draw_days(read: Days, *, title: str = "Articles by day and outlet", words: str = "") -> Element:
    """Make the picture; of the page it takes figures, days and outlets' names.

    `words` tell of it, instead of `about`, to those who do not see it.
    """
    names = [name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…" for name, _ in read.lines]
    left = max(map(len, names)) * LETTER + GAP
    wide = max(WIDE[0], min(WIDE[1], WHOLE / len(read.days)))
    width, height = max(left + len(read.days) * wide, left + 190) + 2, (len(names) + 1) * LINE
    paragraph = Element("p", {"class": "matrix coverage"})
    size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
    labels = {"role": "img", "aria-labelledby": "coverage-title coverage-about"}
    svg = SubElement(paragraph, "svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **labels})
    SubElement(svg, "title", {"id": "coverage-title"}).text = title
    SubElement(svg, "desc", {"id": "coverage-about"}).text = words or about(read)
    highest = max(max(numbers) for _, numbers in read.lines) or 1
    for row, (_, numbers) in enumerate(read.lines):
        ground = (row + 1) * LINE - 4
        _write(svg, left - GAP, ground, names[row], "end")
        for column, number in enumerate(numbers):
            tall = max(1.0, BARS * number / highest)
            place = {"x": f"{left + column * wide + 1:g}", "y": f"{ground - tall:g}"}
            shape = {"width": f"{wide - 2:g}", "height": f"{tall:g}"}
            ink = {"fill": "currentColor", "fill-opacity": "0.75" if number else "0.2"}
            SubElement(svg, "rect", {**place, **shape, **ink})
    foot = len(names) * LINE + 16
    _write(svg, left, foot, f"{read.days[0]} – {read.days[-1]}", "start")
    return paragraph


def about(read: Days) -> str:
    """The picture in words, for those who do not see it."""
    _, numbers = read.lines[0]
    most = max(range(len(numbers)), key=lambda place: (numbers[place], -place))
    return (
        f"{sum(numbers)} articles from {read.days[0]} to {read.days[-1]}; most on {read.days[most]}, {numbers[most]}. "
        "A line of bars for each outlet."
    )


def _write(svg: Element, x: float, y: float, text: str, anchor: str) -> None:
    place = {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor, "font-size": "12", "fill": "currentColor"}
    SubElement(svg, "text", {**place, "class": "label"}).text = text
