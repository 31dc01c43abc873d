"""Say whether a count would seem to tell another one's again: "more than 10 bags" behind "at least a dozen bags"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from digest.language.terms import content_stems
from digest.model import Figure, FigureRow, Verdict

NEAR = Decimal("1.2")  # times, up to which two counts of one noun, one of them rough, are hardly two
RARE = 100  # from which a number hardly stands for two kinds of thing whose nouns end alike
COMPOUND = 5  # letters of a noun with which a compound of it ends: "gunboats" are "boats"
FEWEST = 10  # from which one number of two articles, each of which has it alone, is hardly of two things


def seems_again(row: FigureRow, other: FigureRow) -> bool:
    """Whether a count that one article alone has would seem to tell again what a row before it does."""
    if row.verdict is not Verdict.ONLY:
        return False
    return any(_is_again(one, two, other.verdict) for one in row.figures for two in other.figures)


def _is_again(one: Figure, two: Figure, verdict: Verdict) -> bool:
    if not (_counts(one) and _counts(two)) or one.value_to is not None or two.value_to is not None:
        return False
    if one.excerpt.span.article_id != two.excerpt.span.article_id and one.value == two.value >= FEWEST:
        return verdict is Verdict.ONLY
    low, high = sorted((one.value, two.value))
    rough = one.qualifier or two.qualifier
    return bool(rough) and low >= FEWEST and high <= NEAR * low and (_heads((one, two)) == 1 or _is_kind(one, two))


def _is_kind(one: Figure, two: Figure) -> bool:
    """Whether the noun of a rough count is a compound of another one's, or the other way round: "gunboats", "boats"."""
    rough, exact = (one, two) if one.qualifier else (two, one)
    above = rough.qualifier in ("over", "at least") and rough.value <= exact.value
    if min(one.value, two.value) < RARE or exact.qualifier or not above:
        return False
    ends = [figure.unit.lower().split()[-1] for figure in (one, two)]
    short, long = sorted(ends, key=len)
    return len(short) >= COMPOUND and long.endswith(short)


def _counts(figure: Figure) -> bool:
    """Whether a figure counts things that have a noun: no sum and no share."""
    return figure.unit[:1].islower()


def _heads(figures: Iterable[Figure]) -> int:
    """How many different nouns the units of some figures have."""
    return len({content_stems(figure.unit)[-1:] or (figure.unit,) for figure in figures})
