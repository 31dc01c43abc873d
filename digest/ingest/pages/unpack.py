"""Unpack what a page was saved in: gzip, and the one-file web archive (MHTML) of browsers."""

from __future__ import annotations

import email
import zlib
from email.message import Message
from email.policy import compat32
from typing import NamedTuple

LARGEST = 20_000_000  # bytes of one page, unpacked
MAX_MEMBERS = 1_000  # of one gzip file
GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31  # tells zlib to expect gzip's own header


class BrokenFileError(Exception):
    """A file that cannot be unpacked; `code` and the words are for a diagnostic."""

    def __init__(self, code: str, words: str, *, hint: str = "") -> None:
        super().__init__(words)
        self.code = code
        self.hint = hint


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
        data, cut = _gunzip(data, largest)
    if len(data) > largest:
        raise _too_large(largest)
    if _is_archive(data):
        return _page_of_archive(data)._replace(cut=cut)
    return Saved(data, cut=cut)


def _gunzip(data: bytes, largest: int) -> tuple[bytes, bool]:
    """Unpack gzip, never more than the limit; of a file that ends too early, what there is (and True)."""
    out = bytearray()
    for _ in range(MAX_MEMBERS):
        member = zlib.decompressobj(GZIP_WINDOW)
        try:
            out += member.decompress(data, largest + 1 - len(out))
        except zlib.error as problem:
            if out:
                return bytes(out), True
            raise BrokenFileError("broken-gzip", f"this gzip file is damaged ({problem})") from problem
        if len(out) > largest:
            raise _too_large(largest)
        if not member.eof:
            break
        data = member.unused_data.lstrip(b"\0")
        if not data.startswith(GZIP):
            return bytes(out), False
    if not out:
        raise BrokenFileError("broken-gzip", "this gzip file ends before its content begins")
    return bytes(out), True


def _too_large(largest: int) -> BrokenFileError:
    words = f"this page has more than {largest / 1e6:.0f} MB, the limit"
    return BrokenFileError("too-large", words, hint="save the page as HTML only, without its pictures")


def _is_archive(data: bytes) -> bool:
    """Whether this is a web archive: a mail message whose header says that it has parts."""
    head = data[:4096].lower()
    return b"<html" not in head.split(b"\n\n", 1)[0] and b"mime-version:" in head and b"multipart/" in head


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
