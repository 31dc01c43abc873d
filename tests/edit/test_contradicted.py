"""An article's day and that of its address may lie apart; the day is kept, and somebody is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from digest.clean.lines import plain_article
from digest.edit import contradicted_days
from digest.language.addresses import day_in_address
from digest.model import Known, Origin


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://paper.example/2026/03/04/bridge-of-melk", "2026-03-04"),
        ("https://paper.example/melk/2026/mar/04/bridge", "2026-03-04"),
        ("https://paper.example/news/2026-03-04/bridge/81", "2026-03-04"),
        ("https://paper.example/2026/13/04/bridge", None),
        ("https://paper.example/2026/03/0412/bridge", None),
        ("https://paper.example/2026/03/04/as-told-on/2026/03/09/", None),
        ("https://paper.example/bridge-2026", None),
    ],
)
def test_an_address_may_state_a_day(address, day):
    found = day_in_address(address)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("stated", "origin", "warned"),
    [
        ("2026-03-04", Origin.META, False),
        ("2026-03-03", Origin.META, False),  # printed on the next day
        ("2026-02-04", Origin.META, True),
        ("2026-02-04", Origin.STORY, False),
    ],
)
def test_a_day_that_the_address_contradicts_is_told(stated, origin, warned):
    article = replace(
        plain_article("The bridge of Melk is open.", article_id="a"),
        url=Known(value="https://paper.example/2026/03/04/bridge", origin=Origin.META),
        published=Known(value=dt.date.fromisoformat(stated), origin=origin),
    )
    found = contradicted_days([article])
    assert [problem.code for problem in found] == ["other-day"] * warned
    assert all(problem.location and problem.location.path == article.path for problem in found)
