"""What is not stated about an article is recognized in its text, where it is beyond doubt."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import clean_article
from digest.clean.bylines import authors_in
from digest.clean.datelines import days_published
from digest.ingest import raw_from_text
from digest.language.codes import language_code, language_name
from digest.language.recognizing import recognized_language
from digest.model import BlockKind, Known, Origin, RawArticle

CASES = Path(__file__).parent / "cases"
LINES = yaml.safe_load((CASES / "lines.yml").read_text(encoding="utf-8"))
LANGUAGES = yaml.safe_load((CASES / "languages.yml").read_text(encoding="utf-8"))
HEADLINE = "Harbour reopens after the storm"
BODY = [
    "The harbour opened its gates again in the morning, two days after the storm had closed it to all ships.",
    "Forty boats were waiting outside, the harbour master said, and most of them will be unloaded by the evening.",
    "The repairs to the eastern wall will take until the summer, and will be paid for by the town and the port.",
]


def scraped(*, above: list[str] = [], below: list[str] = []) -> RawArticle:  # noqa: B006 (they are only read)
    return raw_from_text("\n\n".join([*above, HEADLINE, *below, *BODY]), article_id="a")


@pytest.mark.parametrize("case", LINES, ids=lambda case: case["title"])
def test_lines_at_the_headline(case: dict[str, Any]) -> None:
    article = clean_article(scraped(above=case.get("above", []), below=case.get("below", [])))
    assert article.headline is not None
    assert article.headline.text == HEADLINE
    found = (article.published and article.published.value, article.author and article.author.value)
    assert found == (case.get("day"), case.get("author"))
    assert all(known.origin is Origin.RECOGNIZED for known in (article.published, article.author) if known)
    assert article.published_time is None


def test_what_is_stated_counts() -> None:
    raw = scraped(below=["By Jo Reed", "4 March 2026"])
    stated = Known(value=dt.date(2026, 3, 5), origin=Origin.SIDECAR)
    article = clean_article(RawArticle(**{n: getattr(raw, n) for n in raw.__slots__}, published=stated))
    assert article.published == stated
    assert article.author == Known(value="Jo Reed", origin=Origin.RECOGNIZED)


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_languages(language: str | None, text: str) -> None:
    assert recognized_language(text) == language


def test_an_article_in_a_language_without_a_pack_is_cleaned_all_the_same() -> None:
    text = next(text for language, text in LANGUAGES if language == "pl")
    article = clean_article(
        raw_from_text(f"Prom nie wypłynie przed czwartkiem\n\n{text}\n\n{text} Tak.", article_id="a")
    )
    assert (article.language, article.language_origin) == ("pl", Origin.RECOGNIZED)
    assert len([block for block in article.blocks if block.kind is BlockKind.BODY]) == 2


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (Known(value="en-GB", origin=Origin.PAGE), ("de", Origin.RECOGNIZED)),  # the template's language
        (Known(value="de-AT", origin=Origin.PAGE), ("de", Origin.PAGE)),
        (Known(value="en", origin=Origin.SIDECAR), ("en", Origin.SIDECAR)),  # a person said so
        (Known(value="mul", origin=Origin.META), ("de", Origin.RECOGNIZED)),
        (Known(value="../secret", origin=Origin.FEED), ("de", Origin.RECOGNIZED)),
        (None, ("de", Origin.RECOGNIZED)),
    ],
)
def test_a_stated_language_that_the_text_bears_out(stated: Known[str] | None, expected: tuple[str, Origin]) -> None:
    text = next(text for language, text in LANGUAGES if language == "de")
    raw = RawArticle(id="a", path="a", sha256="", text=f"{text}\n{text}", encoding="utf-8", language=stated)
    article = clean_article(raw)
    assert (article.language, article.language_origin) == expected


def test_a_short_text_has_no_language() -> None:
    article = clean_article(raw_from_text("Harbour reopens", article_id="a"))
    assert (article.language, article.language_origin) == ("en", None)


def test_english_needs_no_model() -> None:
    code = (
        "import sys; from digest.language.recognizing import recognized_language as r;"
        f"assert r({' '.join(BODY)!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("pt_BR", "pt"), ("EN-us", "en"), ("und", None), ("mul", None), ("English", None), ("", None)],
)
def test_codes(tag: str, code: str | None) -> None:
    assert language_code(tag) == code


def test_names() -> None:
    assert language_name("de") == "German"
    assert language_name("xx") == "xx"


@given(st.text(max_size=200) | st.text("0123456789 /:.-,MarchbyPublished|\n", max_size=200))
def test_any_line_is_read(line: str) -> None:
    assert all(isinstance(dated.day, dt.date) for dated in days_published(line))
    assert all(name.strip() and name in line for name in authors_in(line))
