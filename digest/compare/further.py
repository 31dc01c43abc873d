"""Look for a row's number in the articles that it lacks, so that nobody is told that one article alone has it.

"13 people were killed" and "the strike that killed 13" far down in another article    the row holds it, too
"some 2,000 tickets were sold" and "2,000 seats"                                       perhaps: then no count is given
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from digest.compare.amounts import compatible, one_head, same_number, same_unit
from digest.compare.converted import is_converted, is_measured
from digest.compare.counted import Counted
from digest.compare.cues import cues
from digest.compare.distinct import FEWEST, is_distinct, is_sum
from digest.compare.measured import (
    has_too,
    is_background,
    is_other_date,
    is_other_measure,
    is_other_outcome,
    is_other_place,
)
from digest.language.numerals import number_stems
from digest.language.terms import content_set, low_words, own_capitals, stems_of
from digest.model import Figure

SURE, SURE_OF_FEW = 3, 4  # signs from which two equal numbers are of one thing; small ones need more
SURE_OF_BARE = 6  # signs from which a small number without a noun may be another article's: "two “hops”"
SURE_OF_ANOTHER = 6  # signs from which a number is another one than the equal one that its article has elsewhere
NEAR = Decimal("1.2")  # times, up to which two rough numbers may be one
IN_RANGE = 2  # words from which a number in a range may be of the same
ROUGHLY = 1.21  # the same and a little more, for a quick look
FAR = 2  # times, within which a rounded number lies
RARE = 100  # from which a distinct number is one that hardly comes twice: 715, $13.6 million
TELLING = 3  # words of a figure that are hardly used of two things: "three other nurses"


Standing = Mapping[int, Sequence[Counted]]  # by article: its figures that stand in rows


class Likely(IntEnum):
    """How likely two figures are one."""

    NO = 0
    PERHAPS = 1
    SURE = 2


class Further(NamedTuple):
    """What further articles have of a row: figures that are the same, and those of which nobody can say so."""

    same: tuple[Counted, ...] = ()
    perhaps: tuple[Counted, ...] = ()


class Pool(NamedTuple):
    """All figures of an article, by value, with `Counted.size` and `Counted.step` of each.

    `measured` are those whose unit another one may stand for, `pairs` those that stand side by side.
    """

    values: tuple[float, ...]
    steps: tuple[float, ...]
    figures: tuple[Counted, ...]
    measured: tuple[Counted, ...]
    pairs: tuple[tuple[Counted, Counted], ...] = ()

    def near(self, row: Sequence[Counted]) -> Iterable[Counted]:
        """The figures that may have a number of a row: none is off by more than FAR times."""
        reached = [one.size * times for one in row for times in (FAR, 1 / FAR)]
        part = slice(bisect_left(self.values, min(reached)), bisect_right(self.values, max(reached)))
        numbers = dict.fromkeys((one.size, one.step) for one in row)
        spans = [(one.size, _end(one)) for one in row]
        near = []
        for value, step, seen in zip(self.values[part], self.steps[part], self.figures[part], strict=True):
            to = _end(seen)
            if any((to > value or high > low) and value <= high and low <= to for low, high in spans):
                near.append(seen)
                continue
            for size, other in numbers:
                gap = abs(value - size)
                if gap <= step or gap <= other or max(value, size) <= ROUGHLY * min(value, size):
                    near.append(seen)
                    break
        return (*near, *self.measured) if any(is_measured(one.figure.unit) for one in row) else near


def _end(seen: Counted) -> float:
    """The end of a range, or the number itself."""
    return seen.size if seen.figure.value_to is None else float(seen.most)


def pool_of(figures: Iterable[Counted]) -> Pool:
    """Put the figures of an article in the order of their values."""
    ordered = tuple(sorted(figures, key=lambda seen: seen.size))
    values = tuple(seen.size for seen in ordered)
    return Pool(
        values,
        tuple(seen.step for seen in ordered),
        ordered,
        tuple(seen for seen in ordered if is_measured(seen.figure.unit)),
        tuple(_pairs(ordered)),
    )


def further(row: Sequence[Counted], pools: Mapping[int, Pool], standing: Standing) -> Further:
    """Look for a row's number in each article of which it has no figure.

    Where the number of a figure that is `standing` in another row is told again, it is hardly a third one.
    """
    has = {seen.order for seen in row}
    same: list[Counted] = []
    perhaps: list[Counted] = []
    for order, pool in pools.items():
        if order in has:
            continue
        likely, _, best = max(
            ((*_likely(row, seen, standing), seen) for seen in pool.near(row)),
            key=lambda found: found[:2],
            default=(0, 0, None),
        )
        if best is not None and likely:
            (same if likely == Likely.SURE else perhaps).append(best)
        elif summed := _summed(row, pool):
            perhaps.append(summed)
    return Further(tuple(same), tuple(perhaps))


def _summed(row: Sequence[Counted], pool: Pool) -> Counted | None:
    """One of two tolls of a sentence that together may be a row's: "12 sailors and 9 guards hurt", "over 20 hurt"."""
    tolls = [one for one in row if one.outcome and one.figure.value >= FEWEST and one.figure.value_to is None]
    for first, second in pool.pairs if tolls else ():
        whole = first.figure.value + second.figure.value
        fates = {first.outcome, second.outcome} - {None}
        if any(fates == {one.outcome} and one.figure.value <= whole <= NEAR * one.figure.value for one in tolls):
            return first
    return None


def _pairs(figures: Iterable[Counted]) -> Iterable[tuple[Counted, Counted]]:
    """The counts that stand side by side in a sentence: "12 sailors and 9 guards"."""
    counts = sorted(filter(_is_count, figures), key=lambda seen: seen.figure.excerpt.span.start)
    return (
        (first, second)
        for first, second in pairwise(counts)
        if first.figure.sentence == second.figure.sentence and _joined(first, second)
    )


def _is_count(seen: Counted) -> bool:
    """Whether a figure counts people or things, and not roughly: "12 sailors"."""
    figure = seen.figure
    return figure.unit[:1].islower() and not is_measured(figure.unit) and figure.value_to is None


def _joined(first: Counted, second: Counted) -> bool:
    """Whether nothing but "and" stands between two figures."""
    start, end = first.figure.excerpt.span.end, second.figure.excerpt.span.start
    return low_words(first.told.article.text[start:end]) in [(word,) for word in cues(first.language).joining]


def _likely(row: Sequence[Counted], seen: Counted, standing: Standing) -> tuple[Likely, int]:
    """How likely a figure is one of a row's, and how many signs say so."""
    found = [_of_two(one, seen) for one in row if _equal(one.figure, seen.figure)]
    found += [(Likely.PERHAPS, 0) for one in row if _equally_rough(one, seen) or _in_other_words(one, seen)]
    likely, signs = max(found, default=(Likely.NO, 0))
    if likely is not Likely.SURE:
        return likely, signs
    again = signs < SURE_OF_ANOTHER and any(_is_again(told, seen) for told in standing.get(seen.order, ()))
    return (likely if not again and all(_fit(one.figure, seen.figure) for one in row) else Likely.PERHAPS), signs


def _is_again(told: Counted, seen: Counted) -> bool:
    """Whether another figure of an article is the same number of the same unit."""
    return told is not seen and told.figure.value == seen.figure.value and told.figure.unit == seen.figure.unit


def _equal(one: Figure, other: Figure) -> bool:
    return (same_number(one, other) or is_converted(one, other)) and {one.change, other.change} != {"up", "down"}


def _equally_rough(one: Counted, other: Counted) -> bool:
    """Whether two rough numbers can be one, and their sentences have a word in common: "more than 340", "about 350".

    A range and a number in it are so, too, from IN_RANGE words: "300 to 350", "about 340". What the headlines name,
    most sentences have.
    """
    first, second = one.figure, other.figure
    low, high = sorted((first.value, second.value))
    spans = (first.value_to is None) != (second.value_to is None) and max(_end(one), _end(other)) <= FAR * float(low)
    rough = spans or (bool(first.qualifier and second.qualifier) and low < high <= NEAR * low)
    rough = rough and low >= FEWEST and compatible(first, second)
    if not rough or not _one_kind(one, other):
        return False
    common = (one.context & other.context) - number_stems(one.language) - _headlined(one) - _headlined(other)
    return len(common) >= (IN_RANGE if spans else 1) and not (spans and _of_others(one, other))


def _headlined(seen: Counted) -> frozenset[str]:
    """The stems of the names in the headline of a figure's article."""
    article = seen.told.article
    names = own_capitals(article.sentence_excerpt(seen.figure.sentence).text, language=article.language)
    heads = content_set(article.headline.text, language=article.language) if article.headline else frozenset()
    return heads & stems_of(names, language=article.language)


def _of_others(one: Counted, other: Counted) -> bool:
    """Whether two figures tell other measures, or of other people: "her worth", "Lund earned"."""
    people = one.context & one.told.people, other.context & other.told.people
    return is_other_measure(one, other) or (all(people) and people[0].isdisjoint(people[1]))


def _in_other_words(one: Counted, other: Counted) -> bool:
    """Whether two tolls or counts may be one that grew: "17 members of his family died", "a strike killed 18 people".

    They are near, and have a day or a name in common, or are counts of RARE; an article that has both tells two things.
    """
    first, second = one.figure, other.figure
    low, high = sorted((first.value, second.value))
    if not FEWEST <= low < high <= NEAR * low or first.value_to is not None or second.value_to is not None:
        return False
    tolls = bool(one.outcome) and one.outcome == other.outcome
    if not tolls and (
        not first.unit[:1].islower() or is_measured(first.unit) or first.unit in cues(one.language).anybody
    ):
        return False
    if not (_one_noun(one, other) if tolls else same_unit(first, second)):
        return False
    days = one.named_days.get("day", frozenset()) & other.named_days.get("day", frozenset())
    both = has_too(one, other) or has_too(other, one)
    if not tolls and low >= RARE:
        return not both and not is_other_date(one, other) and one.partial == other.partial
    return bool(days or one.names & other.names) and not both and not _apart(one, other)


def _one_noun(one: Counted, other: Counted) -> bool:
    """Whether two tolls may be of the same people: one of them says nothing but "people"."""
    return not (one.noun and other.noun) or one.noun == other.noun


def _fit(one: Figure, other: Figure) -> bool:
    return compatible(one, other) or is_converted(one, other)


def _of_two(one: Counted, other: Counted) -> tuple[Likely, int]:
    """How likely two figures of one number are of one thing."""
    words = (one.event & other.event) - number_stems(one.language)
    beside = _beside(one, other)
    signs = len(words) + 2 * beside + _of_number(one, other)
    apart = _apart(one, other) and not beside
    kind = _one_kind(one, other)
    headed = one.headed or other.headed
    signs += headed
    if not kind:
        distinct = is_distinct(one.figure) and is_distinct(other.figure)
        bare = not one.figure.unit or not other.figure.unit
        if not bare and one.outcome != other.outcome:
            return Likely.NO, signs
        many = one.figure.value >= FEWEST or signs >= SURE_OF_BARE
        if not words or not (distinct or _same_reserve(one, other) or (bare and many)):
            return Likely.NO, signs
        sure = distinct and (bare or headed)
        return (Likely.SURE if sure and not apart and signs >= SURE else Likely.PERHAPS), signs
    if apart:
        return (Likely.PERHAPS if signs >= SURE else Likely.NO), signs
    few = one.figure.value < FEWEST and not is_measured(one.figure.unit)
    least = SURE_OF_FEW if few or is_converted(one.figure, other.figure) else SURE
    return (Likely.SURE if words and signs >= least else Likely.PERHAPS), signs


def _of_number(one: Counted, other: Counted) -> int:
    """The signs that are in the figures themselves."""
    toll = bool(one.outcome) and one.outcome == other.outcome and one.figure.value >= FEWEST
    distinct = is_distinct(one.figure) and is_distinct(other.figure)
    rare = distinct and min(one.figure.value, other.figure.value) >= RARE
    money = is_sum(one.figure) and one.figure.unit == other.figure.unit
    text = one.figure.excerpt.text.lower()
    worded = text == other.figure.excerpt.text.lower() and len(text.split()) >= TELLING
    measure = is_measured(one.figure.unit) and one.figure.unit == other.figure.unit
    return max(2 * toll, distinct + rare, 2 * worded) + _same_reserve(one, other) + (measure or money)


def _same_reserve(one: Counted, other: Counted) -> bool:
    """Whether two figures give one number with the same reserve: "more than 30"."""
    return one.figure.value == other.figure.value and one.figure.qualifier == other.figure.qualifier is not None


def _one_kind(one: Counted, other: Counted) -> bool:
    """Whether two figures count one kind of thing, by their units or by what happened to those who are counted."""
    first, second = one.figure, other.figure
    alike = same_unit(first, second) or one_head(first.unit, second.unit) or is_converted(first, second)
    return (alike and bool(first.unit)) or (bool(one.outcome) and one.outcome == other.outcome)


def _apart(one: Counted, other: Counted) -> bool:
    """Whether the sentences tell of different things, places or days, or one figure is only a part."""
    dated = is_other_date(one, other) or is_background(one, other) or is_background(other, one)
    return (
        (dated and not is_measured(one.figure.unit))
        or is_other_place(one, other)
        or is_other_outcome(one, other)
        or one.partial != other.partial
    )


def _beside(one: Counted, other: Counted) -> bool:
    """Whether the sentences of two figures have a second number in common."""
    return any(
        same_number(first, second) and bool(first.unit) and same_unit(first, second)
        for first in _others(one)
        for second in _others(other)
    )


def _others(seen: Counted) -> Iterable[Figure]:
    """The further figures of a sentence."""
    own = seen.figure
    return (f for same in seen.told.figures.values() for f in same if f.sentence == own.sentence and f != own)
