"""The points of a story's page are read back: what is cited must be about them, and the table must agree."""

from __future__ import annotations

import pytest

from digest.clean import plain_article
from digest.verify.points import check_points

BAY = plain_article("The harbour of Kilronan closed on Friday.\n\nA ferry tore loose.", article_id="bay")
POST = plain_article("Snow fell.\n\nOn Friday Kilronan shut its harbour.", article_id="post")
MAIL = plain_article("The mayor of Elsby resigned.", article_id="mail")
ARTICLES = {article.id: article for article in (BAY, POST, MAIL)}
PAGE = """\
---
title: x
---

## What the articles agree on

1. It closed on Friday. [[1]](../articles/bay.md#sentence-1) [[2]](../articles/post.md#sentence-2 "reports this too")

    2 of 3 articles · in common: harbour

### Who reports what

| Outlet | 1 | Alone |
|---|---|---|
| Bay | [[1]](../articles/bay.md#sentence-1 "reports this too") | 1 |
| Post | [[2]](../articles/post.md#sentence-2 "reports this too") | 0 |
| Mail | – | 0 |
| All articles | 2 of 3 | |

## Sources

1. [Kilronan](../articles/mail.md#sentence-1)
"""


def misses(page: str) -> list[tuple[str, int | None]]:
    return [(d.code, d.location.line if d.location else None) for d in check_points(page, path="x", articles=ARTICLES)]


def test_a_page_as_it_was_built_is_right() -> None:
    assert misses(PAGE) == []
    assert misses("# A page\n\nwithout points\n") == []


def test_what_may_be_a_report_is_not_counted() -> None:
    unsure = '| Mail | [[3]](../articles/mail.md#sentence-1 "may report this") ? | 0 |'
    assert misses(PAGE.replace("| Mail | – | 0 |", unsure)) == []
    alone = PAGE.replace("| Mail | – | 0 |", "| Mail | ? | 0 |")
    assert misses(alone.replace("| 2 of 3 |", "| at least 2 of 3 |")) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('post.md#sentence-2 "reports this too")\n\n', 'post.md#sentence-1 "reports this too")\n\n', 7),
        ("| Post | [[2]](../articles/post.md#sentence-2 ", "| Post | [[2]](../articles/post.md#sentence-1 ", 16),
        ("| Mail | – |", '| Mail | [[3]](../articles/mail.md#sentence-1 "reports this too") |', 17),
        ("| All articles | 2 of 3 |", "| All articles | 3 of 3 |", 18),
        ("| All articles | 2 of 3 |", "| All articles | 1 of 3 |", 18),
        ("| All articles | 2 of 3 |", "| All articles | most |", 18),
    ],
)
def test_a_page_that_was_changed_is_found_with_its_line(old: str, new: str, line: int) -> None:
    assert old in PAGE
    found = misses(PAGE.replace(old, new))
    assert {code for code, _ in found} == {"unsupported-point"}
    assert line in {place for _, place in found}


def test_more_articles_than_are_cited_may_be_counted_where_the_table_says_so() -> None:
    page = PAGE.replace("| Mail | – | 0 |", "| 90 more articles | 7 of 90 | |").replace("2 of 3 | |", "9 of 92 | |")
    assert misses(page) == []
    assert misses(page.replace("9 of 92", "1 of 92"))
