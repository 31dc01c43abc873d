"""The time of a project in days, weeks, months, quarters or years: neither few nor many."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.periods import MOST, Unit, periods

DATES = st.dates(min_value=dt.date(1, 1, 15))


def days(first: str, *, number: int, step: int) -> list[dt.date]:
    return [dt.date.fromisoformat(first) + dt.timedelta(days=place * step) for place in range(number)]


@pytest.mark.parametrize(
    ("number", "step", "unit", "first", "count"),
    [
        (10, 1, "day", "1 May 2024", 10),
        (40, 3, "week", "29 April 2024", 18),
        (40, 20, "month", "May 2024", 26),
        (40, 40, "quarter", "April to June 2024", 18),
        (40, 200, "year", "2024", 22),
    ],
)
def test_the_longer_the_time_the_longer_the_periods(number: int, step: int, unit: str, first: str, count: int) -> None:
    found = periods(days("2024-05-01", number=number, step=step))
    assert found is not None
    assert (found.unit, found.names[0], found.count, len(found.names)) == (unit, first, count, count)


def test_one_day_or_none_is_no_time() -> None:
    assert periods([]) is None
    assert periods([dt.date(2024, 5, 1)] * 3) is None


def test_a_few_days_far_from_all_others_do_not_stretch_the_periods() -> None:
    usual = days("2024-05-01", number=60, step=1)
    found = periods([dt.date(1999, 1, 1), *usual, dt.date(2042, 5, 1)])
    assert found is not None
    assert (found.unit, found.names[-1]) == (Unit.WEEK, "24 June 2024")
    assert found.place(dt.date(1999, 1, 1)) is None
    assert found.place(dt.date(2042, 5, 1)) is None
    assert found.place(dt.date(2024, 6, 29)) == found.count - 1


@given(st.lists(DATES, max_size=60))
def test_most_days_have_a_period_and_there_are_not_too_many(dates: list[dt.date]) -> None:
    found = periods(dates)
    if found is None:
        assert len(set(dates)) < 2
        return
    assert 1 <= found.count <= MOST[found.unit]
    places = [found.place(date) for date in dates]
    assert all(place is None or 0 <= place < found.count for place in places)
    assert 0 in places
    assert found.count - 1 in places


@given(DATES, st.sampled_from(Unit))
def test_a_period_holds_the_days_from_its_first_to_that_of_the_next(date: dt.date, unit: Unit) -> None:
    number = unit.number(date)
    assert unit.first_day(number) <= date
    assert unit.number(unit.first_day(number)) == number
    if date.year < 9999:
        assert date < unit.first_day(number + 1)
