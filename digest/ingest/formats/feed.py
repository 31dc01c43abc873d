"""Feeds in XML: RSS 0.9 to 2.0 and Atom, each entry with a text one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from digest.ingest.content import Content, Told

EXTENSIONS = (".xml", ".rss", ".atom", ".rdf")
LARGEST = 100_000_000  # bytes: of many more entries than are read


def read_many(stream: IO[bytes], *, path: str, told: Told) -> Iterator[Content]:
    """Yield the articles of a feed."""
    from digest.ingest.feeds import read_feed  # noqa: PLC0415 (few projects hold feeds)

    return read_feed(stream, path=path, told=told)
