"""The table of points and outlets is drawn, and only where it is ours."""

from __future__ import annotations

import re

import markdown
import pytest

from digest.hardening import Hardening
from digest.picture import Folding

PAGE = """\
## What the articles agree on

1. The ferry sank. [[1]](../articles/a.md#sentence-2)

### In the words of the others

| Point | Outlet | In its words |
|---|---|---|
| 1 | The Post | It sank. [[2]](../articles/b.md#sentence-1) |

### Who reports what

The numbers are those of the points above.

| Outlet | 1 | 2 | Alone |
|---|---|---|---|
| bay&#46;example | [[1]](../articles/a.md#sentence-2 "reports this too") | – | 3 |
| Q &amp; A, Post &lt;b&gt; and 2 more (one text) | [[2]](b.md#sentence-1) [[3]](c.md#sentence-1) and 2 more | – | 0 |
| 190 more articles | 12 of 190 | 3 of 190 | |
| All articles | 17 of 196 | 3 of 196 | |
| All origins | 2 of 5 | 1 of 5 | |

## Only in one of the 5 origins here

### Only in article 1

- One.

2 more sentences of this article without a counterpart in the others:

- Two.
- Three.
"""


def html(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "toc", Hardening(lambda: True), Folding(lambda: True)])


def test_the_picture_has_a_square_for_each_outlet_and_point() -> None:
    out = html(PAGE)
    picture = out[out.index("<svg") : out.index("</svg>")]
    assert picture.count("<rect") == 6
    assert picture.count('fill="none"') == 2
    assert "point 1 by 17 of 196 and point 2 by 3 of 196 articles" in picture
    assert ">bay.example<" in picture
    assert "Q &amp; A, Post &lt;b&gt;" in picture
    assert "5" not in re.findall(r"<text[^>]*>([^<]*)<", picture)  # origins are not drawn
    assert not re.search(r"\s(style|on\w+)=|<script|<b>", picture)


def test_where_the_table_is_not_sure_stands_a_question_mark() -> None:
    assert "<desc" in html(PAGE) and "question mark" not in html(PAGE)
    out = html(PAGE.replace("| – | 3 |", '| [[4]](d.md#sentence-2 "may report this") ? | 3 |'))
    picture = out[out.index("<svg") : out.index("</svg>")]
    assert picture.count('fill="none"') == 2
    assert re.findall(r">(\?)<", picture) == ["?"]
    assert "A question mark stands where it is not sure." in picture
    alone = html(PAGE.replace("| – | 3 |", "| ? | 3 |").replace("3 of 196", "at least 3 of 196"))
    assert re.findall(r">(\?|≥3/196)<", alone) == ["≥3/196", "?", "?"]  # of the picture and its table


def test_what_goes_into_detail_is_folded() -> None:
    out = html(PAGE)
    assert re.search(r'<details class="words"><summary>[^<]+</summary><table>', out)
    assert re.search(r'</svg></p><details class="figures"><summary>[^<]+</summary><table>', out)
    assert re.search(r'<details class="more"><summary>2 more sentences[^<]+</summary><ul>\s*<li>Two', out)
    assert "<li>One.</li>" in out.partition('<details class="more">')[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| Outlet | 1 | 2 | Alone |", "| Outlet | 1 | 3 | Alone |"),
        ("| Outlet | 1 | 2 | Alone |", "| Outlet | 1 | 2 | Else |"),
        ("| 12 of 190 |", "| <b>x</b> |"),
        ("| 12 of 190 |", "| 191 of 190 |"),
        ("| All articles |", "| None |"),
        ("### Who reports what", "### Who"),
    ],
)
def test_another_table_is_not_drawn(old: str, new: str) -> None:
    assert "<svg" not in html(PAGE.replace(old, new))
