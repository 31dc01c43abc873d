"""Feeds of many dialects, each entry with what is to be taken from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from ingest_feeds.feeding import CASES, articles, codes, contents

from digest.ingest.content import Content
from digest.model import Origin

FEEDS = sorted(path for path in CASES.iterdir() if path.suffix != ".yml")


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.name)
def test_what_is_taken_from_a_feed(path: Path) -> None:
    expected = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    found = contents(path.read_bytes(), name=path.name, address=expected.get("address", ""))
    assert [shown(content) for content in articles(found)] == expected["entries"]
    assert codes(found) == expected.get("codes", [])


def shown(content: Content) -> dict[str, Any]:
    """An article as the cases write it; all that is stated comes from the feed."""
    facts = content.stated
    named = {
        "title": facts.title,
        "url": facts.url,
        "publisher": facts.publisher,
        "published": facts.published,
        "time": facts.published_time,
        "author": facts.author,
        "language": facts.language,
    }
    assert {fact.origin for fact in named.values() if fact} <= {Origin.FEED}
    values: dict[str, Any] = {name: fact.value for name, fact in named.items() if fact}
    if facts.published_time:
        values["time"] = facts.published_time.value.isoformat()
    assert content.is_entry
    return {**values, "key": content.key, "text": (content.text or "").split("\n")}
