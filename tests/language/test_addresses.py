"""The day that stands in the address of an article."""

import datetime as dt

import pytest

from digest.language.addresses import day_in_address


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2026/03/04/ferry", dt.date(2026, 3, 4)),
        ("https://example.org/news/ferry-sinks-20260304,0,7862238.story", dt.date(2026, 3, 4)),
        ("https://example.org/wires/20260304/ferry/", dt.date(2026, 3, 4)),
        ("https://example.org/news/ferry-20104929", None),
        ("https://example.org/news/ferry-19460304", None),
        ("https://example.org/20260304/ferry-20260305", None),
    ],
)
def test_a_day_in_an_address(address: str, day: dt.date | None) -> None:
    assert day_in_address(address) == day
