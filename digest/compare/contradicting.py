"""Say whether two sentences give one quantity of a story in two numbers: then they do not report the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.compare.sentences import Line
from digest.model import Article, FigureRow, Verdict

UNLIKE = frozenset({Verdict.DIFFER, Verdict.UPDATED})


class Contradictions:
    """The quantities for which the articles of a story have different numbers."""

    def __init__(self, rows: Iterable[FigureRow], articles: Sequence[Article]) -> None:
        place = {article.id: number for number, article in enumerate(articles)}
        self._rows = [
            {place[figure.excerpt.span.article_id]: str(figure.value.normalize()) for figure in row.figures}
            for row in rows
            if row.verdict in UNLIKE
        ]

    def between(self, one: Line, other: Line) -> bool:
        """Whether both sentences hold their articles' number of a quantity, and the numbers are not the same."""
        return any(
            row[one.article] != row[other.article]
            and _holds(one, row[one.article])
            and _holds(other, row[other.article])
            for row in self._rows
            if one.article in row and other.article in row
        )


def _holds(line: Line, value: str) -> bool:
    return any(value == number for number, _ in line.figures)
