"""A record's title and body become the lines of an article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import clean_article
from digest.ingest.pages.fragment import fragment_lines
from digest.ingest.records import record_content
from digest.model import BlockKind, Known, Origin, RawArticle, Stated

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "fragments.yml").read_text(encoding="utf-8"))
TITLE = Stated(title=Known(value="Rain falls", origin=Origin.FEED))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_fragments(case: dict[str, Any]) -> None:
    assert [f"{line.kind} {line.text}" for line in fragment_lines(case["html"])] == case["lines"]


@given(st.text(alphabet="<>/pbr &;a.\n\"='", max_size=200))
def test_any_text_gives_lines_without_breaks(markup: str) -> None:
    for line in fragment_lines(markup):
        assert line.text == " ".join(line.text.split()) != ""


def test_html_stands_below_its_title() -> None:
    content = record_content("<p>It rained.</p>", stated=TITLE, part="entry 1", key="k")
    assert (content.text, content.kinds) == ("Rain falls\nIt rained.", (BlockKind.HEADLINE, BlockKind.BODY))


def test_a_title_that_the_body_repeats_stands_once() -> None:
    assert record_content("<h1>RAIN FALLS!</h1><p>It rained.</p>", stated=TITLE, part="", key="").text == (
        "Rain falls\nIt rained."
    )
    assert record_content("Rain falls\nIt rained.", stated=TITLE, part="", key="").text == "Rain falls\nIt rained."


def test_plain_text_stands_below_its_title_and_is_cleaned_as_scraped_text() -> None:
    content = record_content("It rained.", stated=TITLE, part="", key="")
    assert (content.text, content.kinds) == ("Rain falls\n\nIt rained.", None)


def test_a_title_alone_is_no_article() -> None:
    assert record_content("<p></p>", stated=TITLE, part="", key="").text == ""


def test_captions_of_the_body_are_pictures_captions() -> None:
    html = "<p>It rained on the quay for the whole of Tuesday.</p><figcaption>The quay on Tuesday.</figcaption>"
    content = record_content(html, stated=TITLE, part="", key="")
    raw = RawArticle(id="a", path="a", sha256="", text=content.text or "", encoding="", kinds=content.kinds)
    article = clean_article(raw)
    assert article.body == "It rained on the quay for the whole of Tuesday."
    assert [caption.text for caption in article.captions] == ["The quay on Tuesday."]
