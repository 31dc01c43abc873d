"""JSON Feed 1.0 and 1.1: a feed as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from digest.ingest.content import Content
from digest.ingest.feeds.articles import contents_of
from digest.ingest.feeds.entry import Entry, Feed
from digest.ingest.feeds.texts import authors_of, body_of, title_of
from digest.ingest.links import web_link

LONGEST = 2_000_000  # characters of one entry


def is_json_feed(data: object) -> TypeGuard[Mapping[str, Any]]:
    """Whether something read from JSON is such a feed: it says so, or is laid out like one."""
    if not isinstance(data, Mapping) or not isinstance(data.get("items"), list):
        return False
    if "jsonfeed.org/version/" in _text(data, "version"):
        return True
    first = next((item for item in data["items"] if isinstance(item, Mapping)), {})
    return isinstance(data.get("title"), str) and any(k in first for k in ("content_html", "content_text"))


def contents(data: Mapping[str, Any], *, path: str) -> Iterator[Content]:
    """Yield the article of each entry."""
    feed = feed_of(data)
    return contents_of(entries(data, base=feed.link or ""), lambda: feed, path=path)


def feed_of(data: Mapping[str, Any]) -> Feed:
    """What the feed says of itself."""
    return Feed(
        title=title_of(_text(data, "title"), kind="text"),
        link=web_link(_text(data, "home_page_url")) or web_link(_text(data, "feed_url")),
        language=_text(data, "language"),
        author=_authors(data),
    )


def entries(data: Mapping[str, Any], *, base: str = "") -> Iterator[Entry]:
    """Yield each entry; what is none is passed over."""
    for item in data["items"]:
        if isinstance(item, Mapping):
            yield _entry(item, base)


def _entry(item: Mapping[str, Any], base: str) -> Entry:
    bodies = [_text(item, "content_html"), _text(item, "content_text"), _text(item, "summary")]
    too_large = sum(map(len, bodies)) > LONGEST
    markup, plain, summary = ("", "", "") if too_large else bodies
    address = _text(item, "url") or _text(item, "external_url")
    return Entry(
        title=title_of(_text(item, "title"), kind="text"),
        link=web_link(address, base=base) if address else None,
        guid=" ".join(_text(item, "id").split())[:2000],
        published=_text(item, "date_published")[:200],
        author=_authors(item),
        language=_text(item, "language"),
        content=body_of(markup, kind="html", is_atom=False) or body_of(plain, kind="text", is_atom=False),
        summary=body_of(summary, kind="text", is_atom=False),
        too_large=too_large,
    )


def _authors(data: Mapping[str, Any]) -> str:
    listed = data.get("authors")
    people = [*(listed[:50] if isinstance(listed, list) else ()), data.get("author")]
    return authors_of(_text(person, "name") for person in people if isinstance(person, Mapping))


def _text(data: Mapping[str, Any], key: str) -> str:
    """A text under a key; a number, as some write an id, becomes one. What is no character is replaced."""
    value = data.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**30 else ""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
