"""Which column of a table holds what, by the names in its first row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from digest.config.facts import KEYS

# What columns are called beside the names that a sidecar may use; those that say it best come first.
ALSO = {
    "text": (
        "text", "full_text", "fulltext", "article_text", "body", "article_body", "articlebody", "content", "contents",
        "article", "story", "plain_text", "maintext",
    ),
    "language": ("language", "lang", "locale", "inlanguage"),
    "published": ("published_date", "publication_date", "publishdate", "datetime", "timestamp"),
    "publisher": ("publisher_name", "source_name", "site_title", "publication"),
}  # fmt: skip
FACTS = {key: (key, *kind.also) for key, kind in KEYS.items()}
NAMES: Mapping[str, tuple[str, ...]] = {key: (*FACTS.get(key, ()), *ALSO.get(key, ())) for key in {**FACTS, **ALSO}}
WANTED = frozenset(name for names in NAMES.values() for name in names)
NOT_NAME = re.compile(r"[^a-z0-9]+")
HEADS = ("article_", "news_", "page_", "web_")


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """The place of each kind of value that the header names: ["Date", "URL"] → {"published": 0, "url": 1}.

    Where several columns could hold it, the one with the name that says it best.
    """
    names = [plain(cell) for cell in header]
    found = {kind: next((names.index(name) for name in known if name in names), -1) for kind, known in NAMES.items()}
    return {kind: place for kind, place in found.items() if place >= 0}


def plain(name: str) -> str:
    """A column's name as the lists have it: "Published at" → "published_at", "Article URL" → "url"."""
    bare = NOT_NAME.sub("_", name[:100].strip().lower()).strip("_")
    shorter = (bare.removeprefix(head) for head in HEADS)
    return bare if bare in WANTED else next((name for name in shorter if name in WANTED), bare)
