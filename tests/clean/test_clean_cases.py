"""Each file in `cases/` is a scraped page and what is left of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.clean import clean_article
from digest.ingest import raw_from_text
from digest.model import Article, BlockKind

CASES = [
    case
    for path in sorted(Path(__file__).parent.glob("cases/*.yml"))
    for case in yaml.safe_load_all(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["title"]))
def test_page(case: dict[str, Any]) -> None:
    article = clean_article(raw_from_text(case["input"], article_id="case"))
    found = {
        "headline": article.headline.text if article.headline else None,
        "standfirst": of_kind(article, BlockKind.STANDFIRST),
        "body": of_kind(article, BlockKind.BODY),
        "captions": [{"text": c.text, "credit": c.credit} for c in article.captions],
        "tags": list(article.tags),
        "removed": [{r.text: str(r.reason)} for r in article.removed],
    }
    assert {key: found[key] for key in case["expected"]} == case["expected"]


def of_kind(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind is kind]
