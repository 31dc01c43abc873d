"""Foreign text comes out of every Markdown engine as its own words, in every place where a page may put it."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from digest.render import escape, visible_text
from digest.render.escape import front_matter_value

CASES = Path(__file__).parent / "cases"
PAYLOADS = yaml.safe_load((CASES / "payloads.yml").read_text(encoding="utf-8"))

# Every place where the templates print a text: alone, in the middle, at the start, inside our own marks.
PLACES = {
    "paragraph": "{}",
    "before a citation": "{} [[1]](../articles/x.md#sentence-1)",
    "quotation": "> “{}” [[1]](../articles/x.md#sentence-1)",
    "block quotation": "> {}",
    "heading": "## {}",
    "list": "- {}\n- other",
    "numbered list": "1. {}\n\n    more {}",
    "nested list": "- other\n    - {}",
    "strong": "- **{}** [[1]](../articles/x.md#sentence-1)",
    "table": "| a | b |\n|---|---|\n| {} | {} |\n| other | {} |",
    "link": "[{}](../stories/x.md)",
    "facts": "Topics: {} · {} · {}",
}
EXTENSIONS = (
    "extra", "admonition", "codehilite", "legacy_em", "meta", "nl2br", "sane_lists", "smarty",
    "wikilinks",
)  # fmt: skip


def python_markdown(text: str) -> str:
    # Smart quotation marks are on, but keep the characters: what they replace is not what is tested here.
    smarty = {"smart_quotes": False, "smart_dashes": False, "smart_ellipses": False}
    return Markdown(extensions=EXTENSIONS, extension_configs={"smarty": smarty}).convert(text)


def commonmark(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


class Shape(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[object] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))
        self.words += " "

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(tag)
        self.words += " "

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.elements.append(("declaration", decl))

    def handle_data(self, data: str) -> None:
        self.words += data

    def text(self) -> str:
        return " ".join(self.words.split())


def check(engine: Callable[[str], str], place: str, payload: str) -> None:
    """Put a text and a harmless word into the same place: the elements must be the same, the text the text's own."""
    page = "# Page\n\n" + PLACES[place] + "\n\nThe HTML after it\n"
    shape = Shape(engine(page.replace("{}", escape(payload))))
    harmless = Shape(engine(page.replace("{}", "QQQ")))
    assert shape.elements == harmless.elements
    assert shape.text() == " ".join(harmless.text().replace("QQQ", visible_text(payload)).split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("engine", [python_markdown, commonmark])
def test_payloads_stay_text(engine: Callable[[str], str], place: str) -> None:
    for payload in PAYLOADS:
        check(engine, place, payload)


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(
        alphabet=st.one_of(st.sampled_from("[](){}<>*_`~#|:!+-=\\/&;.\"'^$@% \n1ax"), st.characters()), min_size=1
    ),
    place=st.sampled_from(sorted(PLACES)),
    engine=st.sampled_from([python_markdown, commonmark]),
)
def test_any_text_stays_text(text: str, place: str, engine: Callable[[str], str]) -> None:
    if visible_text(text):
        check(engine, place, text)


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "escaped.yml").read_text(encoding="utf-8")))
def test_markdown_stays_readable(case: dict[str, str]) -> None:
    assert escape(case["in"]) == case["out"]


@given(st.text())
def test_front_matter_is_one_line_that_yaml_and_json_read_alike(text: str) -> None:
    value = str(front_matter_value(text))
    assert "\n" not in value
    assert json.loads(value) == yaml.safe_load(f"title: {value}")["title"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_front_matter_closes_no_attribute_and_opens_no_element(payload: str) -> None:
    assert not set(json.loads(str(front_matter_value(payload)))) & set("<>'\"`")
    assert not set(str(front_matter_value(payload))) & set("{}")


def test_escaping_a_long_line_is_quick_work() -> None:
    hostile = "[" * 100_000 + "*" * 100_000 + "++" * 50_000 + "a." * 50_000
    assert visible_text(hostile) == hostile
    assert len(escape(hostile)) > len(hostile)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mayor 'to open the bridge'", "Mayor ‘to open the bridge’"),
        ("'It's over,' says the keeper", "‘It’s over,’ says the keeper"),
        ("The keepers' long night", "The keepers’ long night"),
        ("The ferry of '62", "The ferry of ’62"),
        ("Mayor (\"the 'old' one\") resigns", "Mayor (“the ‘old’ one”) resigns"),
    ],
)
def test_front_matter_opens_and_closes_quotations(text: str, shown: str) -> None:
    assert json.loads(str(front_matter_value(text))) == shown
