"""Say whether two written amounts can be one number: "over 2,000" and 2,140, "about 40" and 41, "30 to 40" and 35."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from digest.language.terms import content_set, content_stems
from digest.model import Figure

FINE = Decimal("0.05")  # a bare number's last digit counts for so little of it that it may be rounded
ONE, NEAR, FAR = Decimal(1), Decimal("0.1"), Decimal(2)
# How far a qualifier reaches, as shares of the number. "At least 40" of 43; beyond FAR it tells something else.
REACHES = {
    "almost": (ONE - NEAR, ONE),
    "about": (ONE - NEAR, ONE + NEAR),
    "over": (ONE, FAR),
    "at least": (ONE, FAR),
    "under": (ONE / FAR, ONE),
    "up to": (ONE / FAR, ONE),
}
LOWER, UPPER = ("over", "at least"), ("almost", "under", "up to")
DECIMALS = re.compile(r"\d\.\d")  # "1.2 billion", "3.4%"
MOVED = re.compile(r"from\b|von\b|de\b|del\b", re.IGNORECASE)  # "from 40 to 43" ends at 43


def same_unit(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same kind of thing: "%" and "%", "civilian deaths" and "deaths"."""
    return one.unit == other.unit or one_unit(one.unit, other.unit)


@lru_cache(maxsize=4096)
def one_unit(one: str, other: str) -> bool:
    """Whether two units are one, up to words that one of them lacks."""
    first, second = unit_stems(one), unit_stems(other)
    return one == other or (bool(first and second) and (first <= second or second <= first))


@lru_cache(maxsize=4096)
def one_head(one: str, other: str) -> bool:
    """Whether two counted nouns are one, each with words of its own: "U.S. strikes", "suspected drone strikes"."""
    first, second = (content_stems(unit)[-1:] for unit in (one, other))
    return first == second != ()


@lru_cache(maxsize=4096)
def unit_stems(unit: str) -> frozenset[str]:
    """The content words of a unit; a story has few units, and every two figures are compared by them."""
    return content_set(unit)


def same_number(one: Figure, other: Figure) -> bool:
    """Whether two figures are one number, exactly or as far as the rougher of them goes ("almost 30" and 29.3)."""
    if one.value == other.value and one.value_to == other.value_to:
        return True
    if one.value_to is not None or other.value_to is not None:
        return False
    return _near(one.value, other.value) and (_rounds_to(one, other) or _rounds_to(other, one))


@lru_cache(maxsize=1 << 14)  # every two figures of a story are compared
def _near(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are so near that one may be the other, cut to its leading digits."""
    return abs(one - other) < max(last_digit(one), last_digit(other))


def compatible(one: Figure, other: Figure) -> bool:
    """Whether both can be true of one number, so that there is nothing to settle between them."""
    if same_number(one, other):
        return True
    (low, high), (other_low, other_high) = reach(one), reach(other)
    return max(low, other_low) <= min(high, other_high)


def same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures of one quantity say the same, so that nothing moved from one to the other."""
    return same_number(one, other) or (compatible(one, other) and not bounds_alike(one, other))


def bounds_alike(one: Figure, other: Figure) -> bool:
    """Whether two different numbers are bounds of one side: "at least 40" and "more than 43" may both be true."""
    return any(one.qualifier in side and other.qualifier in side for side in (LOWER, UPPER))


def reach(figure: Figure) -> tuple[Decimal, Decimal]:
    """The smallest and the largest number that a figure can stand for. What moved "from 40 to 43" is at 43."""
    value = figure.value
    if figure.value_to is not None:
        start = figure.value_to if MOVED.match(figure.excerpt.text) else value
        return min(start, figure.value_to), max(start, figure.value_to)
    if value <= 0 or figure.qualifier is None:
        return value, value
    low, high = REACHES[figure.qualifier]
    return value * low, value * high


def _rounds_to(rough: Figure, exact: Figure) -> bool:
    """Whether a figure is another one cut to its leading digits: "over 2,000" of 2,140, 1.2 billion of 1.23 billion."""
    gap = exact.value - rough.value
    if abs(gap) >= abs(rough.value) or abs(gap) >= last_digit(rough.value):  # no digit is worth more than its number
        return False
    step = last_digit(rough.value)
    if rough.qualifier not in REACHES:
        if DECIMALS.search(rough.excerpt.text) and last_digit(exact.value) < step:
            return abs(gap) <= step / 2
        return step > 1 and step <= FINE * abs(rough.value) and abs(gap) < step
    low, high = reach(rough)
    if rough.qualifier in (*LOWER, *UPPER):  # "almost a million" is not 20,000
        return low <= exact.value <= high and abs(gap) < step
    return exact.qualifier in (None, rough.qualifier) and abs(gap) < step / 2


@lru_cache(maxsize=1 << 12)  # every two figures of a story are compared
def last_digit(value: Decimal) -> Decimal:
    """What one more in the last digit that is not zero would be worth: 0.1 of 35.7, 100 of 1,200."""
    digits = value.normalize()
    return Decimal(10) ** (digits.adjusted() - len(digits.as_tuple().digits) + 1)
