"""Draw the similarities of articles as shaded cells of text."""

from __future__ import annotations

from digest.render.reasons import Matrix

SHADES = ((0.6, "█"), (0.4, "▓"), (0.25, "▒"), (0.1, "░"), (0.0, "·"))  # from this similarity on
LEGEND = "█ from 0.60   ▓ from 0.40   ▒ from 0.25   ░ from 0.10   · below"


def matrix_lines(matrix: Matrix) -> list[str]:
    """One line an article, a cell for each other one, and a legend; the numbers are those of the story's page."""
    width = max(len(str(number)) for number in matrix.numbers) + 1
    head = " " * (width + 2) + "".join(f"{number:>{width}}" for number in matrix.numbers)
    lines = [head]
    for place, (number, row) in enumerate(zip(matrix.numbers, matrix.rows, strict=True)):
        cells = (" " if column == place else shade(value) for column, value in enumerate(row))
        lines.append(f"  {number:>{width}}" + "".join(f"{cell * (width - 1):>{width}}" for cell in cells))
    lines += ["", f"  {LEGEND}"]
    if matrix.left_out:
        lines.append(f"  The articles that fit best and worst; {matrix.left_out:,} between them are not drawn.")
    return lines


def shade(similarity: float) -> str:
    """The darker, the more similar."""
    return next(sign for least, sign in SHADES if similarity >= least)
