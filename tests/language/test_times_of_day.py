"""Times of day, however they are written."""

from __future__ import annotations

import pytest

from digest.language.times_of_day import times_of_day


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The ferry sank at 1 p.m. off Melk.", "It sank at 1:00pm.", True),
        ("The ferry sank at 13.30 in 40 feet.", "It sank.", True),
        ("The ferry sank at 1 p.m.", "It sank at 1 a.m.", False),
        ("The ferry sank at 13:30.", "It sank at 13:45.", False),
    ],
)
def test_times_of_day(one: str, other: str, *, same: bool) -> None:
    assert (times_of_day(one) == times_of_day(other)) is same
