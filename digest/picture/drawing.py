"""Draw a table of similarities as an SVG picture: a cell for each two articles, the darker, the more similar.

It takes its ink from the text around it, so that it works in light, in dark and on paper, without colour or scripts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from digest.render.reasons import SHADES

LABEL = 30  # pixels for the numbers of the articles
KEY = 44  # pixels below, for the scale
SHOWN = 8  # articles up to which the figures stand in the cells
INK = (0.04, 0.14, 0.3, 0.66, 0.9)  # how much of it a cell has, from below the first of the shades to the last
DARK = 0.5  # ink from which a figure is written in the paper's colour
SIZES = ((8, 46), (16, 30), (40, 17))  # up to so many articles, a cell has so many pixels


def draw(numbers: Sequence[int], rows: Sequence[Sequence[float]]) -> Element:
    """Make the picture; `rows` are the similarities (0 to 1) of the articles with these numbers."""
    count = len(numbers)
    cell = next((pixels for most, pixels in SIZES if count <= most), SIZES[-1][1])
    width = max(LABEL + count * cell + 2, 200)
    height = LABEL + count * cell + KEY
    figure = Element("p", {"class": "matrix"})
    names = {"class": "matrix", "role": "img", "aria-labelledby": "matrix-title matrix-about"}
    svg = SubElement(figure, "svg", {**_box(width, height), **names})
    SubElement(svg, "title", {"id": "matrix-title"}).text = "How similar each two articles are"
    SubElement(svg, "desc", {"id": "matrix-about"}).text = about(numbers, rows)
    for place, number in enumerate(numbers):
        middle = LABEL + place * cell + cell / 2
        _write(svg, middle, LABEL - 8, str(number), "label")
        _write(svg, LABEL / 2, middle + 4, str(number), "label")
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            _cell(svg, LABEL + column * cell, LABEL + row * cell, cell, None if row == column else value)
            if count <= SHOWN and row != column:
                kind = "dark" if _ink(value) >= DARK else "light"
                x, y = LABEL + column * cell + cell / 2, LABEL + row * cell + cell / 2 + 4
                _write(svg, x, y, f"{value:.2f}", kind)
    _scale(svg, LABEL + count * cell + 14)
    return figure


def about(numbers: Sequence[int], rows: Sequence[Sequence[float]]) -> str:
    """The picture in a sentence, for those who do not see it."""
    pairs = [(rows[i][j], numbers[i], numbers[j]) for i in range(len(rows)) for j in range(i)]
    if not pairs:
        return "There is nothing to compare."
    least, most = min(pairs), max(pairs)
    text = f"A grid with a cell for each two of {len(numbers)} articles, the darker, the more similar. "
    if len(pairs) == 1:
        return text + f"They are {least[0]:.2f} similar."
    return text + (
        f"The most similar are {most[2]} and {most[1]}, with {most[0]:.2f}; "
        f"the least similar {least[2]} and {least[1]}, with {least[0]:.2f}."
    )


def _box(width: float, height: float) -> dict[str, str]:
    size = {"width": _short(width), "height": _short(height), "viewBox": f"0 0 {_short(width)} {_short(height)}"}
    return {"xmlns": "http://www.w3.org/2000/svg", **size}


def _cell(svg: Element, x: float, y: float, size: float, value: float | None) -> None:
    place = {"x": _short(x + 1), "y": _short(y + 1), "width": _short(size - 2), "height": _short(size - 2)}
    ink = {"fill": "none"} if value is None else {"fill": "currentColor", "fill-opacity": _short(_ink(value))}
    SubElement(svg, "rect", {**place, **ink, "stroke": "currentColor", "stroke-opacity": "0.25"})


def _write(svg: Element, x: float, y: float, text: str, kind: str) -> None:
    ink = "Canvas" if kind == "dark" else "currentColor"
    place = {"x": _short(x), "y": _short(y), "text-anchor": "middle", "font-size": "12", "fill": ink, "class": kind}
    SubElement(svg, "text", place).text = text


def _scale(svg: Element, y: float) -> None:
    """What the shades mean: the similarity from which each counts."""
    for place, least in enumerate((0.0, *SHADES)):
        _cell(svg, LABEL + place * 34, y, 14, least)
        _write(svg, LABEL + place * 34 + 7, y + 28, f"{least:g}", "label")


def _ink(value: float) -> float:
    return INK[bisect_right(SHADES, value)]


def _short(number: float) -> str:
    return f"{number:g}"
