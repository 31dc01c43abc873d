"""The names of the fields in which programs keep an article: those that people write in YAML, and some more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from digest.config.facts import KEYS

NOT_LETTER = re.compile(r"[^a-z0-9]")

# What programs write and people do not, after the names in digest.config.facts. The first that holds something counts.
MORE = {
    "title": ("headlines", "web_title", "title_page"),
    "url": ("web_url", "canonical_link", "main_entity_of_page", "original_url"),
    "publisher": (
        "publication", "source_name", "meta_site_name", "source_organization", "provider", "info_sources",
        "info_source", "copyright_holder", "source_hostname", "source_domain", "hostname", "domain",
    ),
    "published": (
        "date_publish", "published_date", "published_on", "publication_date", "web_publication_date", "first_published",
        "display_date", "date_created", "created_at", "first_created", "content_created", "version_created",
    ),
    "author": ("creator", "creators", "bylines", "credits"),
    "language": ("language", "lang", "in_language", "meta_lang"),
    "key": ("uri", "url", "link", "id", "@id", "_id", "guid", "uuid", "article_id"),
    "version": ("version_created",),
    "status": ("pub_status",),
}  # fmt: skip

# Where the text stands. Of several the longest counts: a teaser is shorter, and markup keeps the paragraphs.
BODY = (
    "article_body", "body", "body_html", "body_xhtml", "body_text", "bodies", "content", "content_html",
    "content_text", "content_elements", "text", "main_text", "full_text", "article_text", "article_html", "story",
    "story_text", "paragraphs",
)  # fmt: skip
PAGE = ("html", "raw_html", "page_html", "source_html", "page", *BODY)  # where a whole page may stand

# Objects in which the article's own fields stand, and objects and lists in which articles stand.
INNER = ("_source", "fields", "attributes", "article", "meta", "metadata")
HOLDERS = (
    "@graph", "articles", "items", "results", "response", "hits", "docs", "documents", "data", "entries", "posts",
    "stories", "news", "records", "rows", "itemlistelement", "item", "blogpost", "haspart", "mainentity",
)  # fmt: skip

Fields = Mapping[str, Any]


def bare(name: str) -> str:
    """A name as it is compared: "datePublished", "date_published", "Date-Published" → "datepublished"."""
    return NOT_LETTER.sub("", name[:100].lower())


NAMES: Mapping[str, tuple[str, ...]] = {
    fact: tuple(dict.fromkeys(map(bare, (*((fact, *KEYS[fact].also) if fact in KEYS else ()), *more))))
    for fact, more in MORE.items()
} | {"body": tuple(map(bare, BODY)), "html": tuple(map(bare, PAGE))}


def fields_of(thing: Mapping[str, Any]) -> Fields:
    """The values of an object by their bare names, the first where two are the same; empty ones are left out."""
    found: dict[str, Any] = {}
    inner = [thing[name] for name in INNER if isinstance(thing.get(name), dict)]
    for values in (thing, *inner):
        for name, value in values.items():
            if value not in (None, "", [], {}):
                found.setdefault(bare(name), value)
    return found
