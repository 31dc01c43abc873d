"""What the theme makes of a small site: landmarks, titles, search, and foreign words in every place."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from running import engine

THEME = Path(__file__).parents[2] / "site_templates/theme"
HOSTILE = """R&D "quoted" <script>alert(1)</script>"""
CONFIG = f"""\
site_name: 'The {HOSTILE} Digest'
site_description: 'About {HOSTILE}'
site_url: https://digest.example/news/
theme:
  name: null
  custom_dir: {THEME.as_posix()}
  static_templates: [404.html]
  include_search_page: true
  lang: de
plugins: [search]
markdown_extensions: [tables, toc]
nav: [index.md, stories/a.md, {{More: [people.md]}}]
"""
STORY = """\
---
title: 'A "quoted" title & <b>more</b>'
description: 'Words "quoted" & <b>more</b>'
---

# A title [[1]](../articles/x.md#sentence-1)

## One & two

Words. [[1]](../articles/x.md#sentence-1) [[2]](../articles/x.md#sentence-2 "reports this too")

## Three

| a | b |
|---|---|
| c | d |
"""


@pytest.fixture(scope="module", params=["mkdocs", "properdocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for name, text in {
        "index.md": "# Front\n\nText.\n",
        "people.md": "# People\n\n## Ann\n\n## Bob\n",
        "stories/a.md": STORY,
        "articles/x.md": "# X\n\n### Sentence 1\n\n> Words.\n\n### Sentence 2\n\n> Words.\n",
    }.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    run = engine(request.param, "build", "--strict", "-f", "mkdocs.yml", cwd=root)
    assert run.returncode == 0, run.stderr
    return root / "site"


class Elements(HTMLParser):
    """All elements of a page with their attributes, and the page's title."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "title" and not self.title:
            self.title = data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


PAGES = ["index.html", "stories/a/index.html", "articles/x/index.html", "people/index.html", "404.html", "search.html"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_landmarks(site: Path, page: str) -> None:
    found = Elements(site / page)
    assert found.all("html") == [{"lang": "de"}]
    assert len(found.all("main")) == len(found.all("h1")) == len(found.all("footer")) == 1
    assert {"class": "skip", "href": "#content"} in found.all("a")
    assert all("aria-label" in nav or "aria-labelledby" in nav for nav in found.all("nav"))
    fields = {field["id"] for field in found.all("input")}
    assert fields == {label["for"] for label in found.all("label")}


@pytest.mark.parametrize("page", PAGES)
def test_foreign_words_open_no_element(site: Path, page: str) -> None:
    found = Elements(site / page)
    assert not found.all("b")
    assert all(script.get("src") for script in found.all("script"))
    assert not any(name.startswith("on") or name == "style" for _, attrs in found.found for name in attrs)


def test_title_and_description_are_the_pages_own(site: Path) -> None:
    found = Elements(site / "stories/a/index.html")
    assert found.title.startswith('A "quoted" title & more · The R&D')
    assert {"name": "description", "content": 'Words "quoted" & <b>more</b>'} in found.all("meta")


def test_the_contents_of_a_page_stand_beside_it(site: Path) -> None:
    text = (site / "stories/a/index.html").read_text(encoding="utf-8")
    contents = text[text.index('class="contents"') : text.index("<main")]
    assert re.findall(r'href="(#[^"]+)">([^<]+)', contents) == [("#one-two", "One &amp; two"), ("#three", "Three")]


def test_a_citation_stays_on_the_line_of_its_words(site: Path) -> None:
    text = (site / "stories/a/index.html").read_text(encoding="utf-8")
    assert 'Words.&#160;<a href="../../articles/x/#sentence-1">[1]</a>&#160;<a' in text


def test_wide_tables_scroll_in_a_box_of_their_own(site: Path) -> None:
    found = Elements(site / "stories/a/index.html")
    assert {"class": "table", "role": "region", "aria-label": "Table", "tabindex": "0"} in found.all("div")


def test_the_site_map_has_every_page_and_no_date(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://digest.example/news/stories/a/</loc>" in text
    assert "lastmod" not in text
    assert len(re.findall("<loc>", text)) == 4


def test_only_the_search_page_loads_scripts(site: Path) -> None:
    assert not Elements(site / "stories/a/index.html").all("script")
    names = [str(script["src"]) for script in Elements(site / "search.html").all("script")]
    assert names == ["./js/search.js", "./search/main.js"]
