"""Each cell knows the head of its column, so that a phone can show a row as a card."""

from __future__ import annotations

import markdown

from digest.hardening import Hardening
from digest.picture import Folding

PAGE = """\
| Figure | | Who says so |
|---|---|---|
| 40 | x | Ann "Q" Ito |
| 41 | | |
"""


def html(text: str, *, ours: bool = True) -> str:
    return markdown.markdown(text, extensions=["tables", Hardening(lambda: ours), Folding(lambda: ours)])


def test_cells_have_the_heads_of_their_columns():
    out = html(PAGE)
    assert '<td data-label="Figure">40</td>' in out
    assert "<td>x</td>" in out
    assert out.count('data-label="Who says so"') == 2


def test_a_head_cannot_leave_its_attribute():
    out = html('| a" onclick="x | b |\n|---|---|\n| 1 | 2 |\n')
    assert 'data-label="a&quot; onclick=&quot;x"' in out


def test_pages_that_are_not_ours_are_left_alone():
    assert "data-label" not in html(PAGE, ours=False)
