"""JSON Lines: one article a line, read line by line, so the file may be large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from digest.ingest.content import Content, Told

EXTENSIONS = (".jsonl", ".ndjson", ".jsonlines")
LARGEST = 2_000_000_000  # bytes: only one line of it is in memory


def read_many(stream: BinaryIO, *, path: str, told: Told) -> Iterator[Content]:
    """Yield the article of each line. Raises BrokenFileError."""
    from digest.ingest.objects import line_by_line  # noqa: PLC0415 (it brings lxml)

    return line_by_line(stream, path=path)
