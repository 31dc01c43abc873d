"""Take an archive apart into its records, never keeping more of it than one, whatever its lengths claim."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from digest.diagnostics import Level
from digest.ingest.broken import BrokenFileError
from digest.ingest.tally import Kind, Tally

LARGEST = 20_000_000  # bytes of a record: as of a page
MOST = 1_000_000  # records
LONGEST_LINE, LONGEST_HEAD = 16_384, 131_072  # bytes of a record's header
PIECE = 65_536  # bytes
BLANK_LINES = 10  # between two records; there are two
FIRST_LINE = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")
FIRST_OF_ARC = re.compile(rb"(?:filedesc|https?|dns|ftp)[:/][^\r\n]* \d{1,12}\r?\n")

LOST = Kind(
    "lost-place", "record is not as long as it says", "records are not as long as they say", level=Level.WARNING
)
BROKEN = Kind(
    "broken-record", "record cannot be read; left out", "records cannot be read; left out", level=Level.WARNING
)
CUT = Kind("cut-record", "page ends too early", "pages end too early", level=Level.WARNING)
LIMIT = f"{LARGEST / 1e6:.0f} MB, the limit; left out"
LARGE = Kind("too-large", f"page has more than {LIMIT}", f"pages have more than {LIMIT}", level=Level.WARNING)


class Record(NamedTuple):
    """A page, a file or something else as it was fetched, with the number of its record.

    `http` are the headers of an answer over HTTP (as warcio has them), None where the body stands alone.
    """

    number: int
    address: str
    fetched: dt.datetime | None
    media_type: str
    http: Any
    body: bytes


def records_of(stream: BinaryIO, tally: Tally) -> Iterator[Record]:
    """Yield the answers and the files that an archive holds; what else is in it is passed over."""
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415 (few runs read an archive)

    logging.getLogger("warcio").setLevel(logging.ERROR)  # what is wrong with an address is no news to anybody
    lines = _Lines(stream)
    line = _next_line(lines)
    if not (FIRST_LINE.fullmatch(line) or FIRST_OF_ARC.fullmatch(line)):
        raise BrokenFileError("not-an-archive", "this file holds no archive of the web (WARC)")
    is_start = FIRST_LINE if FIRST_LINE.fullmatch(line) else FIRST_OF_ARC
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=True)
    form = "warc" if is_start is FIRST_LINE else "arc"
    number = 0
    while line:
        number += 1
        if number > MOST:
            raise BrokenFileError("too-many", f"this archive has more than {MOST:,} records, the limit")
        lines.used = len(line)
        trouble = LOST
        try:
            found = loader.parse_record_stream(lines, line, form, no_record_parse=True)
            record = _record(found, loader, number, tally)
            _pass_over(found.raw_stream)
        except (BrokenFileError, OSError):  # of the file as a whole
            raise
        except Exception:  # whatever the library makes of a broken header: the next record is looked for
            trouble, record = BROKEN, None
        if record:
            yield record
            del record
        line = _next_line(lines)
        if trouble is BROKEN or (line and not is_start.fullmatch(line)):
            tally.add(trouble, part=f"record {number:,}")
        while line and not is_start.fullmatch(line):
            line = stream.readline(PIECE)


class _Lines:
    """A stream whose lines and headers have a limit; what the library reads records from."""

    def __init__(self, stream: BinaryIO) -> None:
        self.used = 0  # bytes of this record's headers
        self._stream = stream

    def readline(self, length: int | None = None) -> bytes:
        """The next line of a header. Raises ValueError past the limit."""
        line = self._stream.readline(min(length or LONGEST_LINE, LONGEST_LINE))
        self.used += len(line)
        if self.used > LONGEST_HEAD or len(line) == LONGEST_LINE:
            raise ValueError("a header this long is none")
        return line

    def read(self, length: int) -> bytes:
        """So many bytes, or fewer at the end."""
        return self._stream.read(length)


def _next_line(lines: _Lines) -> bytes:
    """The first line that is not blank; b"" at the end."""
    for _ in range(BLANK_LINES):
        lines.used = 0
        try:
            line = lines.readline()
        except ValueError:
            return b"?"  # no record begins so
        if not line or line.strip():
            return line
    return b"?"


def _record(found: Any, loader: Any, number: int, tally: Tally) -> Record | None:
    headers = found.rec_headers
    if found.length is None or found.rec_type not in ("response", "resource"):
        return None
    media_type = (found.content_type or "").lower()
    http = loader.http_parser.parse(found.raw_stream) if "application/http" in media_type else None
    if found.raw_stream.limit > LARGEST:
        if _may_be_page(http, media_type):
            tally.add(LARGE, part=f"record {number:,}")
        return None
    size = found.raw_stream.limit
    body = found.raw_stream.read() or b""
    if (len(body) < size or headers.get_header("WARC-Truncated")) and _may_be_page(http, media_type):
        tally.add(CUT, part=f"record {number:,}")
    return Record(
        number=number,
        address=(headers.get_header("WARC-Target-URI") or "").strip("<>"),
        fetched=_moment(headers.get_header("WARC-Date") or ""),
        media_type=((http.get_header("Content-Type") if http else media_type) or "").lower(),
        http=http,
        body=body,
    )


def _may_be_page(http: Any, media_type: str) -> bool:
    return "html" in ((http.get_header("Content-Type") if http else media_type) or "").lower()


def _pass_over(rest: Any) -> None:
    """Read what is left of a record, if its length is stated, without keeping it."""
    while getattr(rest, "limit", 0) > 0 and rest.read(min(rest.limit, PIECE)):
        pass


def _moment(text: str) -> dt.datetime | None:
    """When a record was made: "2026-03-04T08:00:00Z", always in UTC."""
    try:
        found = dt.datetime.fromisoformat(text.strip())
        return (found if found.tzinfo else found.replace(tzinfo=dt.UTC)).astimezone(dt.UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None
