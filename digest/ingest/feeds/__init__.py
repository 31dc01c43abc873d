"""Read feeds: RSS, Atom and JSON Feed, as they come, and lists of them (OPML)."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

from digest.ingest.broken import BrokenFileError
from digest.ingest.content import UNTOLD, Content, Told
from digest.ingest.feeds import jsonfeed
from digest.ingest.feeds.articles import MOST, contents_of
from digest.ingest.feeds.dialects import Xml
from digest.ingest.feeds.entry import Entry
from digest.ingest.feeds.opml import FeedAddress, feeds_of_opml
from digest.ingest.feeds.others import no_feed
from digest.ingest.feeds.texts import letters_in
from digest.ingest.packed import gunzip
from digest.ingest.streaming import Decoding
from digest.language.days import moment_of

__all__ = ["FeedAddress", "FeedEntry", "entries_of", "feeds_of_opml", "read_feed", "read_json_feed"]

LARGEST = 100_000_000  # bytes of a feed
LARGEST_JSON = 20_000_000
FULL_CONTENT = 500  # letters of what a feed calls the content, such as `content:encoded`
FULL_SUMMARY = 1_700  # letters of what it calls a description: some feeds put the whole text there
CUT = re.compile(r"(?:…|\.\.\.|\[[^\]]{0,20}\]|(?:read|continue|more)[^.!?]{0,60})\s*\Z", re.IGNORECASE)  # "Read more"
TAIL = 600  # characters of a body in which it says that it was cut
TAG = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of a feed. `key` tells it from the others, `content` is the hash of all that it says."""

    key: str
    content: str
    link: str | None = None
    title: str = ""
    published: dt.datetime | None = None
    has_full_text: bool = False


def read_feed(stream: IO[bytes], *, path: str, told: Told = UNTOLD) -> Iterator[Content]:
    """Yield the article of each entry of an XML feed. Raises BrokenFileError where it is none."""
    decoding = Decoding(stream, told=told.charset)
    xml = _xml(decoding, told.address)
    for content in contents_of(xml.entries(), lambda: xml.feed, path=path):
        yield content._replace(encoding=decoding.encoding) if content.text is not None else content
    if problems := decoding.problems(path=path):
        yield Content(diagnostics=problems)


def read_json_feed(stream: IO[bytes], *, path: str) -> Iterator[Content]:
    """Yield the article of each entry of a JSON Feed. Raises BrokenFileError where it is none."""
    data = _json(stream.read())
    if not jsonfeed.is_json_feed(data):
        raise BrokenFileError("not-a-feed", "this file is JSON, but no JSON Feed")
    yield from jsonfeed.contents(data, path=path)


def entries_of(data: bytes, *, path: str = "") -> list[FeedEntry]:
    """The entries of a feed of any kind, in its order, each once. Raises BrokenFileError where it is none.

    `path` is not read: it is the address from which relative links go.
    """
    if data.startswith(b"\x1f\x8b"):
        data, _ = gunzip(data, largest=LARGEST)
    found: dict[str, FeedEntry] = {}
    for entry in islice(_entries(data, path), MOST):
        found.setdefault(entry.key, _feed_entry(entry))
    return list(found.values())


def _entries(data: bytes, address: str) -> Iterator[Entry]:
    if data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        parsed = _json(data)
        if not jsonfeed.is_json_feed(parsed):
            raise BrokenFileError("not-a-feed", "this is JSON, but no JSON Feed")
        return jsonfeed.entries(parsed, base=jsonfeed.feed_of(parsed).link or address)
    return _xml(Decoding(io.BytesIO(data)), address).entries()


def _xml(decoding: Decoding, address: str) -> Xml:
    xml = Xml(decoding, address=address)
    if not xml.has_entries:
        raise no_feed(xml.root)
    return xml


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as problem:
        raise BrokenFileError("broken-json", f"this file is not JSON ({str(problem)[:100]})") from problem


def _feed_entry(entry: Entry) -> FeedEntry:
    moment = moment_of(entry.published or entry.updated)
    return FeedEntry(
        key=entry.key,
        content=entry.fingerprint,
        link=entry.link,
        title=entry.title,
        published=moment.time if moment else None,
        has_full_text=_is_full(entry.content, FULL_CONTENT) or _is_full(entry.summary, FULL_SUMMARY),
    )


def _is_full(body: str, least: int) -> bool:
    end = " ".join(TAG.sub(" ", body[-TAIL:]).split())
    return len(letters_in(body)) >= least and not CUT.search(end[-100:])
