"""The two seeds are cleaned as an editor would clean them."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.clean import clean_article
from digest.config.publishers import load_publishers
from digest.ingest import read_seeds
from digest.model import Article, BlockKind, Caption, Known, LineReason, Origin, Publisher

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seeds() -> tuple[Article, Article]:
    publishers, _ = load_publishers(ROOT / "stories" / "publishers.yml", root=ROOT)
    first, second = (clean_article(raw, publishers=publishers) for raw in read_seeds(ROOT).articles)
    return first, second


def lines_of(article: Article, kind: BlockKind) -> list[int]:
    return [block.line for block in article.blocks if block.kind is kind]


def removed(article: Article) -> dict[int, LineReason]:
    return {line.line: line.reason for line in article.removed}


def publisher(known: Known[Publisher] | None) -> tuple[str, Origin] | None:
    return (known.value.name, known.origin) if known else None


def test_first_seed(seeds: tuple[Article, Article]) -> None:
    article, _ = seeds
    assert lines_of(article, BlockKind.HEADLINE) == [3]
    assert lines_of(article, BlockKind.STANDFIRST) == []
    assert lines_of(article, BlockKind.BODY) == list(range(7, 28, 2))
    assert removed(article) == {
        1: LineReason.BREADCRUMB,
        5: LineReason.CAPTION,
        30: LineReason.OUTLET,
        32: LineReason.SITE_NOTICE,
        34: LineReason.SHARE,
        35: LineReason.FOOTER,
    }
    assert article.captions == (
        Caption(
            line=5,
            text="Chinese vice Foreign Minister Le Yucheng speaks during a dialogue event on democracy in Beijing, "
            "China, on December 2, 2021.",
            credit="Reuters",
        ),
    )
    assert article.tags == ("News", "China", "Russia")
    assert publisher(article.publisher) == ("Press TV", Origin.RECOGNIZED)
    assert article.published is None


def test_second_seed(seeds: tuple[Article, Article]) -> None:
    _, article = seeds
    assert lines_of(article, BlockKind.HEADLINE) == [9]
    assert [article.text[b.start : b.start + 7] for b in article.blocks if b.kind is BlockKind.STANDFIRST] == [
        "Chinese",
        "The US ",
    ]
    assert lines_of(article, BlockKind.BODY) == [15, 17, 19, 21, 23, 31, 33, 41, 43, 45, 49, 51, 53]
    assert removed(article) == {
        1: LineReason.ADVERT,
        2: LineReason.ADVERT,
        3: LineReason.TAG,
        4: LineReason.PROMOTION,
        5: LineReason.OUTLET,
        6: LineReason.PROMOTION,
        7: LineReason.CAPTION,
        13: LineReason.TAG,
        25: LineReason.VIDEO_LENGTH,
        27: LineReason.VIDEO_TITLE,
        29: LineReason.VIDEO_TITLE,
        35: LineReason.VIDEO_LENGTH,
        37: LineReason.VIDEO_TITLE,
        39: LineReason.VIDEO_TITLE,
        47: LineReason.RELATED,
        54: LineReason.COUNTER,
    }
    assert [(c.line, c.credit) for c in article.captions] == [(7, "AP")]
    assert article.tags == ("Ukraine war",)
    assert publisher(article.publisher) == ("South China Morning Post", Origin.RECOGNIZED)
