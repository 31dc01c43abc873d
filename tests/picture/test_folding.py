"""The section of reasons is folded and gets a picture, and nothing foreign gets into either."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.hardening import Hardening
from digest.picture import Folding
from digest.picture.drawing import about, draw

PAGE = """\
# A story

## Sources

1. One

## Why these articles are one story

- Names: Kilronan (30 %)

### How similar each two articles are

| Article | 1 | 2 | 3 |
|---|---|---|---|
| 1 | – | 0.50 | 0.05 |
| 2 | 0.50 | – | 0.62 |
| 3 | 0.05 | 0.62 | – |

### What came near

| Story | Articles |
|---|---|
| [Ferry](../stories/ferry.md) | 2 |
"""


def html(text: str, *, active: bool = True) -> str:
    extensions = ["tables", "toc", Hardening(lambda: active), Folding(lambda: active)]
    return markdown.markdown(text, extensions=extensions)


def test_the_section_is_folded_below_its_heading() -> None:
    out = html(PAGE)
    before, _, folded = out.partition('<details class="why">')
    assert '<h2 id="sources">' in before
    assert folded.startswith('<summary><h2 id="why-these-articles-are-one-story">')
    assert folded.rstrip().endswith("</details>")
    assert '<a href="../stories/ferry.md">Ferry</a>' in folded


def test_the_picture_stands_before_its_table_and_says_what_it_shows() -> None:
    out = html(PAGE)
    picture = out[out.index("<svg") : out.index("</svg>")]
    assert 'role="img"' in picture
    assert "<title" in picture
    assert "The most similar are 2 and 3, with 0.62; the least similar 1 and 3, with 0.05." in picture
    assert picture.count("<rect") == 9 + 5  # a cell for each two, and the scale
    assert re.search(r"</svg></p><details class=\"figures\"><summary>[^<]+</summary><table>", out)
    assert out.count("<svg") == 1
    assert not re.search(r"\s(style|on\w+)=|<script", picture)


def test_the_same_page_gives_the_same_bytes() -> None:
    assert html(PAGE) == html(PAGE)


def test_pages_of_others_stay_as_they_are() -> None:
    assert "<details" not in html(PAGE, active=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 0.50 | – | 0.62 |", "| 0.50 | – | <b>x</b> |"),
        ("| 0.50 | – | 0.62 |", "| 0.50 | – | 1e99 |"),
        ("| Article | 1 | 2 | 3 |", "| Article | 1 | 2 | x |"),
        ("| Article | 1 | 2 | 3 |", "| Outlet | 1 | 2 | 3 |"),
        ("| 3 | 0.05 | 0.62 | – |\n", ""),
    ],
)
def test_a_table_that_is_not_ours_is_not_drawn(old: str, new: str) -> None:
    out = html(PAGE.replace(old, new))
    assert '<details class="why">' in out
    assert "<svg" not in out


def test_another_heading_is_not_folded() -> None:
    assert "<details" not in html(PAGE.replace("## Why these articles are one story", "## Why"))


@given(st.integers(1, 40), st.floats(0, 1))
def test_every_picture_has_a_cell_for_each_two_articles(size: int, value: float) -> None:
    numbers = list(range(1, size + 1))
    rows = [[1.0 if i == j else value for j in numbers] for i in numbers]
    svg = draw(numbers, rows)[0]
    assert len(svg.findall("rect")) == size * size + 5
    width, height = (float(svg.attrib[name]) for name in ("width", "height"))
    assert max(float(cell.attrib["x"]) + float(cell.attrib["width"]) for cell in svg.findall("rect")) <= width
    assert max(float(text.attrib["y"]) for text in svg.findall("text")) <= height
    assert svg.find("desc").text == about(numbers, rows)
