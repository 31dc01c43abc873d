"""Mailboxes (mbox): each message in them is one article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

from digest.diagnostics import Level, Location, warning
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content, Told

EXTENSIONS = (".mbox", ".mbx")
LARGEST = 2_000_000_000  # bytes: only one message of it is in memory
LARGEST_MESSAGE = 30_000_000  # bytes
MOST = 200_000  # messages
LONGEST_LINE = 1_000_000  # bytes
START = re.compile(rb"From [^\n]{0,500}\d{4}")  # "From news@gazette.example Wed Mar  4 08:00:00 2026"
MESSAGE_ID = re.compile(rb"^message-id:[ \t]*\r?\n?[ \t]*<?([^\s<>]{1,500})", re.IGNORECASE | re.MULTILINE)
HEAD = 65_536  # bytes in which the id of a message stands
QUOTED_START = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def read_many(stream: BinaryIO, *, path: str, told: Told) -> Iterator[Content]:
    """Yield the article of each message. Raises BrokenFileError."""
    from digest.ingest.mails import mail_content  # noqa: PLC0415 (it brings lxml)
    from digest.ingest.tally import Kind, Tally  # noqa: PLC0415

    tally = Tally(path)
    for number, data in enumerate(_messages(stream), start=1):
        if number > MOST:
            words = f"this mailbox has more than {MOST:,} messages, the limit; the rest was left out"
            yield Content(diagnostics=(warning("too-many", words, location=Location(path=path), hint="split it"),))
            break
        part = f"message {number:,}"
        try:
            if data is None:
                words = f"has more than {LARGEST_MESSAGE / 1e6:.0f} MB, the limit"
                raise BrokenFileError("too-large", f"this e-mail {words}")
            hit = MESSAGE_ID.search(data[:HEAD])
            key = hit[1].decode("utf-8", "replace") if hit else hashlib.sha256(data).hexdigest()
            yield mail_content(QUOTED_START.sub(b"", data), part=part, key=key)
        except BrokenFileError as problem:
            words = str(problem).removeprefix("this ")
            tally.add(Kind(problem.code, f"message: {words}", f"messages: {words}", level=Level.WARNING), part=part)
    yield Content(diagnostics=tally.diagnostics())


def _messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """The messages one after the other; None for one that is too large."""
    lines: list[bytes] = []
    size = 0
    blank = True
    while line := stream.readline(LONGEST_LINE):
        if blank and START.match(line):
            if size:
                yield b"".join(lines) if size <= LARGEST_MESSAGE else None
            lines, size = [], 0
            continue
        size += len(line)
        if size <= LARGEST_MESSAGE:
            lines.append(line)
        else:
            lines = []
        blank = not line.strip()
    if size:
        yield b"".join(lines) if size <= LARGEST_MESSAGE else None
