"""Dates as data write them: the day, and the moment where a zone is stated."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.language.days import moment_of, one_moment
from digest.model import Moment

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "moments.yml").read_text(encoding="utf-8"))
ZONES = st.builds(lambda q: dt.timezone(dt.timedelta(minutes=15 * q)), st.integers(-4 * 12, 4 * 14))
TIMES = st.datetimes(dt.datetime(1980, 1, 1), dt.datetime(2100, 1, 1), timezones=ZONES).map(
    lambda moment: moment.replace(microsecond=0, second=1)
)


@pytest.mark.parametrize(("text", "day", "time"), CASES, ids=[str(case[0]) for case in CASES])
def test_moments(text: object, day: dt.date | None, time: str | None) -> None:
    found = moment_of(str(text))
    assert (found and found.day) == day
    assert (found and found.time and found.time.isoformat()) == time


@given(TIMES)
def test_what_programs_write_is_read_back(time: dt.datetime) -> None:
    assert moment_of(time.isoformat()) == Moment(time.date(), time)
    assert moment_of(format_datetime(time)) == Moment(time.date(), time)


@given(st.text(max_size=300) | st.text("0123456789:.-+ TZGMTaprilmch,/", max_size=300))
def test_any_text_has_one_moment_or_none(text: str) -> None:
    found = moment_of(text)
    assert found == one_moment([text])
    assert not found or not found.time or (found.time.tzinfo and found.time.date() == found.day)


def test_several_texts_agree_or_say_nothing() -> None:
    morning, evening = "2026-03-04T08:00:00Z", "2026-03-04T20:00:00Z"
    assert one_moment([morning, "2026-03-04", "soon"]) == moment_of(morning)
    assert one_moment([morning, "2026-03-04T09:00:00+01:00"]) == moment_of(morning)
    assert one_moment([morning, evening]) == Moment(dt.date(2026, 3, 4))
    assert one_moment([morning, "2026-03-05"]) is None
    assert one_moment([]) is None
