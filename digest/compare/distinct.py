"""Tell a number that hardly stands for two things in one story.

4,611, 35.7, 43,885,310, 23    distinct
50, 1,000, 8, 25               many things are counted so
"""

from __future__ import annotations

from digest.model import Figure

ROUGH = 100  # from which two equally rough numbers of one unit are hardly of two things: "up to 8,000 gallons"
DIGITS = 3  # with so many digits up to the last one that is no zero, a number is distinct
CODE = 3  # letters of a currency
FEWEST, LARGEST, ROUND = 13, 100, 5  # between the first two, if it is no multiple of the third


def is_distinct(figure: Figure) -> bool:
    """Whether a figure's number is so distinct that the same one elsewhere in the story is hardly of another thing."""
    value = figure.value
    if figure.value_to is not None or len(value.normalize().as_tuple().digits) >= DIGITS:
        return figure.value_to is None
    return FEWEST <= value < LARGEST and value % ROUND != 0


def is_equally_rough(one: Figure, other: Figure) -> bool:
    """Whether two figures say of one unit, that is no word for anybody, the same number with the same reserve."""
    return (
        bool(one.unit)
        and one.unit == other.unit
        and one.qualifier == other.qualifier is not None
        and one.value >= ROUGH
    )


def is_sum(figure: Figure) -> bool:
    """Whether a figure is money, of whose units the name is a currency's code."""
    return len(figure.unit) == CODE and figure.unit.isupper()
