"""Archives of the web (WARC, and the older ARC): the article of each page in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from digest.ingest.content import Content, Told

EXTENSIONS = (".warc", ".arc")
LARGEST = 2_000_000_000  # bytes: only one record of it is in memory


def read_many(stream: BinaryIO, *, path: str, told: Told) -> Iterator[Content]:
    """Yield the article of each page. Raises BrokenFileError."""
    from digest.ingest.archives import pages_of  # noqa: PLC0415 (few runs read an archive)

    return pages_of(stream, path=path)
