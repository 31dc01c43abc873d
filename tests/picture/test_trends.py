"""Figures over time are drawn as small bars, and only those of a page that says of what time they are."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.hardening import Hardening
from digest.picture import Folding
from digest.picture.trends import HEIGHT, trend

PAGE = """\
# People and topics over time

## All stories by week

| Week | Stories | Articles |
|---|---|---|
| 4 March 2024 | 2 | 5 |
| 11 March 2024 | 0 | 0 |
| 18 March 2024 | 3 | 9 |

## People

| Name | By week | Stories |
|---|---|---|
| [Ann Ito](people/ann-ito.md) | 2 0 3 | [5](#list-1) |
| Bea Roe | 1 0 0 | [1](#list-2) |
"""


def html(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "toc", Hardening(lambda: True), Folding(lambda: True)])


def test_each_row_gets_a_bar_for_each_period_and_says_its_figures() -> None:
    out = html(PAGE)
    assert out.count("<svg") == 3
    first, second = re.findall(r"<svg class=\"trend\".*?</svg>|<svg [^>]*class=\"trend\".*?</svg>", out)
    assert first.count("<rect") == second.count("<rect") == 3
    assert 'aria-label="By week, from 4 March 2024 to 18 March 2024: 2, 0, 3"' in first
    assert "<title>18 March 2024: 3</title>" in first
    assert "2 0 3" not in out


def test_the_table_of_all_stories_is_drawn_and_folded() -> None:
    out = html(PAGE)
    assert "most articles, 9 in 3 stories, in 18 March 2024." in out
    assert '<details class="figures"><summary>The same in figures</summary><table>' in out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 2 0 3 |", "| 2 0 |"),
        ("| 2 0 3 |", "| 2 0 x |"),
        ("| 2 0 3 |", "| *2* 0 3 |"),
    ],
)
def test_a_cell_that_does_not_fit_stays_as_it_is(old: str, new: str) -> None:
    assert html(PAGE.replace(old, new)).count("<svg") == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("All stories by week", "All stories"),
        ("| 0 | 0 |", "| 0 | many |"),
        ("| Week |", "| Day |"),
        ("4 March", "<b>"),
    ],
)
def test_without_the_table_of_all_stories_nothing_is_drawn(old: str, new: str) -> None:
    assert "<svg" not in html(PAGE.replace(old, new))


@given(st.lists(st.integers(0, 5000), min_size=2, max_size=40))
def test_every_bar_lies_within_its_picture_and_more_is_higher(numbers: list[int]) -> None:
    svg = trend(numbers, [str(2000 + place) for place in range(len(numbers))], "year")
    bars = svg.findall("rect")
    assert len(bars) == len(numbers)
    tall = [float(bar.attrib["height"]) for bar in bars]
    for bar in bars:
        x, y, wide, high = (float(bar.attrib[name]) for name in ("x", "y", "width", "height"))
        assert min(x, y) >= -1e-3
        assert x + wide <= float(svg.attrib["width"])
        assert y + high <= HEIGHT + 1e-3
    assert [high for _, high in sorted(zip(numbers, tall, strict=True))] == sorted(tall)
