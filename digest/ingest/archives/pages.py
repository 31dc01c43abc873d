"""Make articles of the pages in an archive of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import urlsplit

from digest.config.values import is_web_address
from digest.diagnostics import Level, Location, warning
from digest.ingest.archives.bodies import plain_body
from digest.ingest.archives.records import Record, records_of
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content, Told
from digest.ingest.pages import read_page
from digest.ingest.pages.address import without_trackers
from digest.ingest.tally import Kind, Tally

PAGE = re.compile(r"text/html|application/xhtml\+xml")
DATA = re.compile(r"(?:application|text)/(?:[a-z.+-]{0,40}\+)?(?:xml|json)\b")  # feeds, and what scripts load
CHARSET = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""")
OK = "200"

DATA_LEFT = Kind(
    "other-data",
    "feed or JSON in it was left out",
    "feeds or JSON in it were left out",
    "save them into files of their own",
)
FRONT = Kind("front-page", "front page of a site was left out", "front pages of sites were left out")
# What is told of a page that was read, and of one that was not, by its code.
DOUBTS = {
    "encoding-assumed": Kind(
        "encoding-assumed",
        "page is not UTF-8 and names no other encoding; it was read as windows-1252",
        "pages are not UTF-8 and name no other encoding; they were read as windows-1252",
        level=Level.WARNING,
    ),
    "unreadable-characters": Kind(
        "unreadable-characters",
        "page holds characters that are not valid in its encoding; each is shown as \ufffd",
        "pages hold characters that are not valid in their encoding; each is shown as \ufffd",
        level=Level.WARNING,
    ),
    "no-article": Kind("no-article", "page holds no article; left out", "pages hold no article; left out"),
    "unknown-packing": Kind(
        "unknown-packing",
        "page is packed in a way that is not known here; left out",
        "pages are packed in ways that are not known here; left out",
        "let the program that made the archive save pages unpacked",
        Level.WARNING,
    ),
}
UNREAD = Kind("unread-page", "page cannot be read; left out", "pages cannot be read; left out", level=Level.WARNING)


def pages_of(stream: BinaryIO, *, path: str) -> Iterator[Content]:
    """Yield the article of each page that was fetched with success. Raises BrokenFileError."""
    tally = Tally(path)
    found = 0
    for record in records_of(stream, tally):
        content = _page(record, path, tally) if _is_page(record, tally) else None
        if content:
            found += 1
            yield content
    if not found:
        words = "no article was found in this archive"
        yield Content(diagnostics=(warning("no-article", words, location=Location(path=path)),))
    yield Content(diagnostics=tally.diagnostics())


def _is_page(record: Record, tally: Tally) -> bool:
    """Whether a record may hold an article: a page of the web that was there, and no site's front page."""
    if not is_web_address(record.address) or (record.http and record.http.get_statuscode() != OK):
        return False
    if not (PAGE.search(record.media_type) or (not record.media_type and b"<html" in record.body[:1000].lower())):
        if DATA.match(record.media_type):
            tally.add(DATA_LEFT, part=f"record {record.number:,}")
        return False
    parts = urlsplit(record.address)
    if parts.path.strip("/") or parts.query:
        return True
    tally.add(FRONT, part=f"record {record.number:,}")
    return False


def _page(record: Record, path: str, tally: Tally) -> Content | None:
    part = f"record {record.number:,}"
    charset = CHARSET.search(record.media_type)
    told = Told(record.address, charset[1] if charset else "")
    try:
        content = read_page(_body(record), path=path, told=told)
        codes = [problem.code for problem in content.diagnostics]
    except BrokenFileError as problem:
        content, codes = Content(), [problem.code]
    for code in codes:
        tally.add(DOUBTS.get(code, UNREAD), part=part)
    if content.text is None:
        return None
    key = without_trackers(record.address)
    return content._replace(diagnostics=(), part=part, key=key, fetched=record.fetched)


def _body(record: Record) -> bytes:
    if not record.http:
        return record.body
    transfer = record.http.get_header("Transfer-Encoding") or ""
    return plain_body(record.body, transfer=transfer, content=record.http.get_header("Content-Encoding") or "")
