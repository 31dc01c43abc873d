"""Dated sentences in the order of their days, with what is no event's date left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import Article, Known, Origin

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "timeline.yml").read_text(encoding="utf-8"))


def article(told: dict[str, Any], number: int) -> Article:
    published = told.get("published")
    known = Known(value=published, origin=Origin.SIDECAR) if published else None
    return replace(plain_article(told["text"], article_id=f"a{number}"), published=known)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_events_stand_in_the_order_of_their_days(case: dict[str, Any]) -> None:
    articles = [article(told, number) for number, told in enumerate(case["articles"])]
    entries = compare(articles, [extract(one) for one in articles]).timeline
    found = [[e.earliest, e.latest, e.sentence.text, len(e.also), e.ahead] for e in entries]
    wanted = case["entries"]
    assert [[*f[:2], f[2][: len(w[2])], *f[3:]] for f, w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)
    assert all(e.sentence.span.covers(e.written.span) for e in entries)
