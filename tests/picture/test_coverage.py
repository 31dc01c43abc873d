"""Articles by day are drawn as bars, and only from a table of ours."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.hardening import Hardening
from digest.picture import Folding
from digest.picture.coverage import Days, draw_days

PAGE = """\
## Sources

1. One

### Articles by day

| Day | All | The Post | others |
|---|---|---|---|
| 1 March 2024 | 3 | 2 | 1 |
| 2 March 2024 | 0 | 0 | 0 |
| 3 March 2024 | 1 | 1 | 0 |
"""


def html(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "toc", Hardening(lambda: True), Folding(lambda: True)])


def test_each_line_has_a_bar_for_each_day() -> None:
    out = html(PAGE)
    picture = out[out.index("<svg") : out.index("</svg>")]
    assert picture.count("<rect") == 9
    assert "4 articles from 1 March 2024 to 3 March 2024; most on 1 March 2024, 3." in picture
    assert '<details class="figures"><summary>The same in figures</summary><table>' in out


@pytest.mark.parametrize(
    ("old", "new"), [("| Day |", "| Date |"), ("| 0 | 0 | 0 |", "| 0 | <b>x</b> | 0 |"), ("2 March 2024", "later")]
)
def test_another_table_is_not_drawn(old: str, new: str) -> None:
    assert "<svg" not in html(PAGE.replace(old, new))


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40))
def test_every_bar_lies_within_the_picture(numbers: list[int]) -> None:
    svg = draw_days(Days([f"{n + 1} May 2024" for n in range(len(numbers))], [("all articles", numbers)]))[0]
    width, height = float(svg.attrib["width"]), float(svg.attrib["height"])
    for bar in svg.findall("rect"):
        x, y, wide, tall = (float(bar.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + wide <= width
        assert y + tall <= height
