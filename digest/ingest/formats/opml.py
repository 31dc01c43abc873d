"""OPML: a list of feeds, which holds no article; it says what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from digest.diagnostics import Diagnostic, Level, Location
from digest.ingest.content import Content, Told

EXTENSIONS = (".opml",)


def read_many(stream: IO[bytes], *, path: str, told: Told) -> Iterator[Content]:
    """Yield no article, but a note with the number of feeds."""
    from digest.ingest.feeds.opml import feeds_of_opml  # noqa: PLC0415 (few projects hold such lists)

    count = len(feeds_of_opml(stream.read()))
    note = Diagnostic(
        level=Level.NOTE,
        code="list-of-feeds",
        message=f"this is a list of {count:,} feed{'' if count == 1 else 's'}, and no article",
        location=Location(path=path),
        hint=f"`digest add {path}` adds {'it' if count == 1 else 'them'}" if count else "",
    )
    yield Content(diagnostics=(note,))
