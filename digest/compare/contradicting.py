"""Say whether two sentences give one quantity of a story in two numbers: then they do not report the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache

from digest.compare.sentences import Line
from digest.language import subject
from digest.model import Article, FigureRow, Verdict

NUMBER = re.compile(
    r"(?:.* )?(?P<value>\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,6})?)[ -](?P<unit>[^\W\d_]+)"
)  # "70 percent"
UNLIKE = frozenset({Verdict.DIFFER, Verdict.UPDATED})
ABOUT = Decimal("0.05")  # part of a number by which another that is as good as it is off at most: 340, 350


class Contradictions:
    """The quantities for which the articles of a story have different numbers."""

    def __init__(self, rows: Iterable[FigureRow], articles: Sequence[Article]) -> None:
        place = {article.id: number for number, article in enumerate(articles)}
        self._rows = [
            {place[figure.excerpt.span.article_id]: str(figure.value.normalize()) for figure in row.figures}
            for row in rows
            if row.verdict in UNLIKE
        ]
        self._counted: dict[tuple[int, int], Mapping[str, set[Decimal]]] = {}  # by sentence

    def between(self, one: Line, other: Line) -> bool:
        """Whether both sentences hold their articles' number of a quantity, and the numbers are not the same.

        Or whether all that they count of one kind is the same but one number: "5 dead and 220 injured", "5 dead and 300
        injured". Of people counted once, "5 dead" and "220 injured", nobody can say that it is the same count.
        """
        return self._differ(one, other) or any(
            row[one.article] != row[other.article]
            and _holds(one, row[one.article])
            and _holds(other, row[other.article])
            for row in self._rows
            if one.article in row and other.article in row
        )

    @staticmethod
    def almost(one: Line, others: Iterable[Line]) -> bool:
        """Whether sentences of an article have a number of one otherwise: "$43 million", "nearly $44 million".

        A number that is the other one rounded is the same: "$43,885,310", "nearly $44 million".
        """
        theirs = [(Decimal(value), _kind(unit, other.language)) for other in others for value, unit in other.amounts]
        for value, unit in sorted(one.amounts):
            number, kind = Decimal(value), _kind(unit, one.language)
            near = [n for n, what in theirs if unit and what == kind and _near(n, number)]
            if near and not any(_is_rounded(n, number) for n in near):
                return True
        return False

    def _differ(self, one: Line, other: Line) -> bool:
        """Whether they have one number each of a kind that the other has not, or of a measure none in common."""
        first, second = self._counts(one), self._counts(other)
        for kind in sorted(first.keys() & second.keys()):
            mine, theirs = first[kind], second[kind]
            left, right = mine - theirs, theirs - mine
            alone = len(left) == len(right) == 1 and bool(mine & theirs)
            apart = bool(kind and left and right) and not mine & theirs
            if (alone or apart) and not any(_near(x, y) for x in left for y in right):
                return True
        return False

    def _counts(self, line: Line) -> Mapping[str, set[Decimal]]:
        """The numbers of a sentence by what they count; a sentence is held against many others."""
        key = line.article, line.index
        if key not in self._counted:
            self._counted[key] = _counts(line)
        return self._counted[key]


def _holds(line: Line, value: str) -> bool:
    return any(value == number for number, _ in line.figures)


def _counts(line: Line) -> Mapping[str, set[Decimal]]:
    """The numbers of a sentence by what they count."""
    found: dict[str, set[Decimal]] = {}
    for value, unit in line.figures:
        found.setdefault(_kind(unit, line.language), set()).add(Decimal(value))
    for text in line.numbers:
        if number := NUMBER.fullmatch(text):
            unit = _kind(number["unit"].lower(), line.language)
            found.setdefault(unit, set()).add(Decimal(number["value"].replace(",", "")))
    return found


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= ABOUT * max(one, other)


def _is_rounded(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are one, or one is the other with fewer digits."""
    few, many = sorted((one, other), key=lambda number: len(number.normalize().as_tuple().digits))
    exponent = few.normalize().as_tuple().exponent
    return few == many or (isinstance(exponent, int) and many.quantize(Decimal(1).scaleb(exponent)) == few)


def _kind(unit: str, language: str) -> str:
    """What is counted, one word for all people: "people", "others"."""
    return "" if unit in _anybody(language) else unit


@cache
def _anybody(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "compare").get("figures", {}).get("anybody", ())))
