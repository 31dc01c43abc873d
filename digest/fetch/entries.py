"""What a feed, a list of feeds or a page names, as far as it says what to fetch next."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from urllib.parse import urljoin

from digest.config.values import is_web_address
from digest.ingest.broken import BrokenFileError
from digest.ingest.feeds import FeedEntry
from digest.ingest.feeds import entries_of as read_entries
from digest.ingest.feeds import feeds_of_opml as read_opml

LINK = re.compile(rb"<link\s[^<>]{1,2000}>", re.IGNORECASE)  # in a page: <link rel="alternate" type=… href=…>
ATTRIBUTE = re.compile(rb"""([a-z]{1,20})\s{0,9}=\s{0,9}(["']?)([^"'<>\s]{1,2000})\2""", re.IGNORECASE)
FEED_TYPES = (b"application/rss+xml", b"application/atom+xml", b"application/feed+json")
TTL = re.compile(rb"<ttl>\s{0,20}(\d{1,6})\s{0,20}</ttl>")  # in minutes
HEAD = 20_000  # bytes at the start of a feed, in which it speaks of itself


def entries_of(data: bytes, *, address: str = "") -> list[FeedEntry]:
    """The entries of a feed, in its order; none, where the bytes are no feed."""
    try:
        return read_entries(data, path=address)
    except BrokenFileError:
        return []


def feeds_of_opml(data: bytes) -> list[str]:
    """The addresses of the feeds in an OPML list, each once, in its order; none, where the bytes are no list."""
    try:
        return [feed.address for feed in read_opml(data)]
    except BrokenFileError:
        return []


def ttl_of(data: bytes) -> int:
    """The seconds for which a feed says that it need not be asked again (RSS `ttl`); 0 if it does not."""
    hit = TTL.search(data[:HEAD])
    return int(hit[1]) * 60 if hit else 0


def feeds_of_page(data: bytes, *, address: str) -> list[str]:
    """The addresses of the feeds that a page names in its head."""
    found = []
    for tag in LINK.findall(data):
        attributes = {name.lower(): value for name, _, value in ATTRIBUTE.findall(tag)}
        if attributes.get(b"type", b"").lower() in FEED_TYPES and b"href" in attributes:
            with suppress(ValueError):
                found.append(urljoin(address, html.unescape(attributes[b"href"].decode("utf-8", "replace"))))
    return [url for url in found if is_web_address(url)]
