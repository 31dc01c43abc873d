"""The day of a build: said, or that of a reproducible build."""

from __future__ import annotations

import datetime as dt

import click
import pytest

from digest.cli.today import this_day


def test_the_seconds_of_a_reproducible_build_are_read_in_utc():
    assert this_day("1796083199") == dt.date(2026, 11, 30)
    assert this_day("1796083200") == dt.date(2026, 12, 1)


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30, "1.5"])
def test_what_is_no_number_of_seconds_is_told(epoch):
    with pytest.raises(click.UsageError, match="SOURCE_DATE_EPOCH is not a number of seconds"):
        this_day(epoch)
