"""The page about the cleaning stays readable, however many articles and publishers there are."""

from __future__ import annotations

from pathlib import Path

from render.render_stories import storm

from digest.model import (
    Amount,
    CleaningReport,
    DroppedLine,
    Habit,
    Habits,
    LineReason,
    OutletCleaning,
    Portion,
    Publisher,
    Repeated,
)
from digest.render import render_pages
from digest.render.cleaning_page import OUTLETS, ROWS, WIDTH, share

TEMPLATES = Path(__file__).parents[2] / "site_templates"


def outlet(number: int, *, articles: int = 1, rows: int = 0, text: str = "Ferry times") -> OutletCleaning:
    return OutletCleaning(
        publisher=Publisher(id=f"p{number}", name=f"Outlet {number:04}"),
        articles=articles,
        whole=Amount(rows, rows),
        dropped=Amount(rows, rows),
        repeated=tuple(Repeated(f"{text} {n}", LineReason.FOOTER, 2) for n in range(rows)),
        habits=Habits(articles=articles, copies=2, lines=tuple(Habit(f"{text} {n}", "", 3) for n in range(rows))),
        suspects=tuple(DroppedLine("a", n, f"{text} {n}.", LineReason.FOOTER) for n in range(rows)),
        little=tuple(Portion(f"a{n}", Amount(1, 1), Amount(9, 9)) for n in range(rows)),
    )


def page(*outlets: OutletCleaning) -> str:
    pages = render_pages(
        [storm()], site_name="The Digest", templates=[TEMPLATES], cleaning=CleaningReport(outlets=outlets)
    )
    return next(page.text for page in pages if page.path == "cleaning.md")


def test_tables_have_an_end_and_say_how_much_is_missing() -> None:
    text = page(outlet(1, articles=1_000, rows=1_000))
    assert text.count("\n| ") < 4 * (ROWS + 2) + 4
    assert text.count("… and 980 more lines.") == 3
    assert "… and 980 more articles." in text


def test_of_many_publishers_the_largest_are_shown() -> None:
    text = page(*(outlet(n, articles=n + 1) for n in range(OUTLETS + 30)))
    assert text.count("\n## ") == OUTLETS
    assert "## Outlet 0129" in text
    assert "## Outlet 0029" not in text
    assert "… and 30 more publishers, with fewer articles." in text


def test_a_long_line_is_cut() -> None:
    text = page(outlet(1, rows=1, text="tide " * 400))
    assert max(map(len, text.split("\n"))) < 2 * WIDTH


def test_what_to_write_stands_beside_the_line() -> None:
    assert 'keep: &#91;"Ferry times 0."&#93; |' in page(outlet(1, rows=1))


def test_copies_are_named() -> None:
    text = page(outlet(1, articles=9, rows=2))
    assert "2 lines, learned from 9 articles (2 copies or revisions not counted)." in text


def test_a_share_that_is_not_nothing_is_not_shown_as_nothing() -> None:
    assert [share(0, 9), share(1, 1000), share(1, 3), share(3, 3), share(0, 0)] == [
        "0%",
        "less than 1%",
        "33%",
        "100%",
        "0%",
    ]


def test_without_articles_the_page_says_so() -> None:
    assert "There are no articles yet." in page()
