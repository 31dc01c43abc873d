"""Feeds in JSON, where the name says so; a `.json` file is looked into first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from digest.ingest.content import Content, Told

EXTENSIONS = (".jsonfeed",)
LARGEST = 20_000_000  # bytes: JSON is read as a whole


def read_many(stream: IO[bytes], *, path: str, told: Told) -> Iterator[Content]:
    """Yield the articles of a JSON Feed."""
    from digest.ingest.feeds import read_json_feed  # noqa: PLC0415 (few projects hold feeds)

    return read_json_feed(stream, path=path)
