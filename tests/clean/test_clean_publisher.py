"""A publisher is stated, or known by the address, or recognized by what its pages leave behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.clean import clean_article
from digest.clean.publisher import find_publisher
from digest.ingest import raw_from_text
from digest.model import Known, Origin, Publisher

GAZETTE = Publisher(
    id="harbour-gazette", name="Harbour Gazette", home="https://www.gazette.example/", fingerprints=("myHarbour",)
)
POST = Publisher(
    id="island-post", name="Island Post", home="https://post.example/", fingerprints=("post.example", "Post App")
)
OUTLETS = (GAZETTE, POST)
TEXT = "Ferry crews call off strike\n\nThe crews called off their strike on Tuesday, the union said.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Get more with myHarbour", GAZETTE),
        ("Write to editor@post.example", POST),
        ("myHarbour and the Post App at post.example", POST),
        ("mymyHarbours", None),
        ("The Harbour Gazette reported the strike first.", None),
    ],
)
def test_fingerprints(text: str, expected: Publisher | None) -> None:
    known = find_publisher(raw_from_text(TEXT + text, article_id="a"), OUTLETS)
    assert known == (Known(value=expected, origin=Origin.RECOGNIZED) if expected else None)


@pytest.mark.parametrize("stated", ["Island Post", "island-post", "ISLAND POST"])
def test_what_is_stated_wins(stated: str) -> None:
    raw = replace(
        raw_from_text(TEXT + "myHarbour", article_id="a"), publisher=Known(value=stated, origin=Origin.SIDECAR)
    )
    assert clean_article(raw, publishers=OUTLETS).publisher == Known(value=POST, origin=Origin.SIDECAR)


def test_unknown_publisher_is_taken_as_stated() -> None:
    raw = replace(raw_from_text(TEXT, article_id="a"), publisher=Known(value="The Quay!", origin=Origin.FRONT_MATTER))
    known = find_publisher(raw, OUTLETS)
    assert known == Known(value=Publisher(id="the-quay", name="The Quay!"), origin=Origin.FRONT_MATTER)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.gazette.example/a", GAZETTE),
        ("https://gazette.example/a", GAZETTE),
        ("https://notgazette.example/a", None),
        ("http://[", None),
    ],
)
def test_address(url: str, expected: Publisher | None) -> None:
    raw = replace(raw_from_text(TEXT, article_id="a"), url=Known(value=url, origin=Origin.SIDECAR))
    known = find_publisher(raw, OUTLETS)
    assert (known.value if known else None) == expected


def test_stated_title_finds_the_headline() -> None:
    text = f"News of the port\nHarbour\n{TEXT}"
    raw = replace(
        raw_from_text(text, article_id="a"), title=Known(value="Ferry crews call off strike", origin=Origin.SIDECAR)
    )
    headline = clean_article(raw).headline
    assert headline is not None
    assert headline.text == "Ferry crews call off strike"
