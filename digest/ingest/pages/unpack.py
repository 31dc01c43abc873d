"""Unpack what a page was saved in: gzip, and the one-file web archive (MHTML) of browsers."""

from __future__ import annotations

import email
import re
from email.message import Message
from email.policy import compat32
from typing import NamedTuple

from digest.ingest.broken import BrokenFileError
from digest.ingest.packed import GZIP, gunzip

LARGEST = 20_000_000  # bytes of one page, unpacked
END_OF_HEADER = re.compile(rb"\r?\n\r?\n")


class Saved(NamedTuple):
    """A page's own bytes, and what its wrapping says: the charset and the address, where it does."""

    data: bytes
    charset: str = ""
    address: str = ""
    cut: bool = False  # the file ends before the page does


def unpack(data: bytes, *, largest: int = LARGEST) -> Saved:
    """Unpack a file's bytes as far as they are packed, whatever its name says. Raises BrokenFileError."""
    cut = False
    if data.startswith(GZIP):
        data, cut = gunzip(data, largest=largest, name="page")
    if len(data) > largest:
        words = f"this page has more than {largest / 1e6:.0f} MB, the limit"
        raise BrokenFileError("too-large", words, hint="save the page as HTML only, without its pictures")
    if _is_archive(data):
        return _page_of_archive(data)._replace(cut=cut)
    return Saved(data, cut=cut)


def _is_archive(data: bytes) -> bool:
    """Whether this is a web archive: a mail message whose header says that it has parts."""
    header = END_OF_HEADER.split(data[:4096].lower(), maxsplit=1)[0]
    return b"<html" not in header and b"mime-version:" in header and b"multipart/" in header


def _page_of_archive(data: bytes) -> Saved:
    try:
        message = email.message_from_bytes(data, policy=compat32)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                page = part.get_payload(decode=True)
                if isinstance(page, bytes):
                    return Saved(page, part.get_content_charset() or "", _address(part, message))
    except (RecursionError, LookupError, ValueError, TypeError) as problem:
        raise BrokenFileError("broken-archive", "the parts of this web archive cannot be told apart") from problem
    raise BrokenFileError("broken-archive", "no page was found in this web archive")


def _address(part: Message, whole: Message) -> str:
    """Where a page of an archive came from, as the browser noted it."""
    for message, name in ((whole, "Snapshot-Content-Location"), (part, "Content-Location")):
        value = str(message.get(name, "")).strip()
        if value:
            return value
    return ""
