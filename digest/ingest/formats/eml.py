"""E-mails: a newsletter or an agency's message is one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from digest.diagnostics import Location
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content, Told

EXTENSIONS = (".eml",)
LARGEST = 30_000_000  # bytes: what most servers take, with attachments


def read_many(stream: BinaryIO, *, path: str, told: Told) -> Iterator[Content]:
    """Yield the mail's article. Raises BrokenFileError."""
    from digest.ingest.mails import mail_content  # noqa: PLC0415 (it brings lxml)

    data = stream.read()
    try:
        yield mail_content(data, part="the e-mail")
    except BrokenFileError as problem:
        yield Content(diagnostics=(problem.at(Location(path=path)),))
