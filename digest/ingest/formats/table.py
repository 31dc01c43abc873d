"""Tables (CSV): each row with a text is an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from digest.ingest.content import Content, Told

EXTENSIONS = (".csv", ".tsv")
LARGEST = 500_000_000  # bytes: a million rows


def read_many(stream: IO[bytes], *, path: str, told: Told) -> Iterator[Content]:
    """Yield the articles of a table."""
    from digest.ingest.tables import read_table  # noqa: PLC0415 (few projects hold tables)

    return read_table(stream, path=path, told=told)
