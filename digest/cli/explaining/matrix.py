"""Draw the similarities of articles as shaded cells of text."""

from __future__ import annotations

from bisect import bisect_right

from digest.render.reasons import SHADES, Matrix

CELLS = "·░▒▓█"  # from below the first of the shades to the last
LEGEND = "   ".join(f"{cell} from {least:.2f}" for cell, least in zip(CELLS[1:], SHADES, strict=True))


def matrix_lines(matrix: Matrix) -> list[str]:
    """One line an article, a cell for each other one, and a legend; the numbers are those of the story's page."""
    width = max(len(str(number)) for number in matrix.numbers) + 1
    head = " " * (width + 2) + "".join(f"{number:>{width}}" for number in matrix.numbers)
    lines = [head]
    for place, (number, row) in enumerate(zip(matrix.numbers, matrix.rows, strict=True)):
        cells = (" " if column == place else shade(value) for column, value in enumerate(row))
        lines.append(f"  {number:>{width}}" + "".join(f"{cell * (width - 1):>{width}}" for cell in cells))
    lines += ["", f"  {CELLS[0]} below   {LEGEND}"]
    if matrix.left_out:
        lines.append(f"  The articles that fit best and worst; {matrix.left_out:,} between them are not drawn.")
    return lines


def shade(similarity: float) -> str:
    """The darker, the more similar."""
    return CELLS[bisect_right(SHADES, similarity)]
