"""Undo what HTTP did to a page on its way: chunks and packing, never to more than a page may be."""

from __future__ import annotations

import re
import zlib

from digest.ingest.broken import BrokenFileError
from digest.ingest.packed import GZIP, gunzip

LARGEST = 20_000_000  # bytes, unpacked
SIZE = re.compile(rb"[ \t]{0,16}([0-9A-Fa-f]{1,8})[ \t]{0,16}(?:;[^\r\n]{0,200})?\r?\n")  # "1a3f;name=value"
MOST_CODINGS = 3
RAW = -zlib.MAX_WBITS  # some servers send what is inside of zlib's format and call it "deflate"


def plain_body(body: bytes, *, transfer: str, content: str) -> bytes:
    """A body without its transfer and content codings, given as its headers name them. Raises BrokenFileError.

    Many archives undo them and keep the headers: what does not look coded is taken as it is.
    """
    if "chunked" in transfer.lower():
        body = _without_chunks(body)
    codings = [name.strip().lower() for name in content.split(",") if name.strip()]
    for coding in reversed(codings[:MOST_CODINGS]):
        if body.lstrip()[:1] == b"<":
            break
        body = _unpacked(body, coding)
    return body


def _without_chunks(body: bytes) -> bytes:
    """The chunks' content, as far as they go; what does not begin with one is left alone."""
    parts = []
    at = 0
    while size := SIZE.match(body, at):
        length = int(size[1], 16)
        if not length:
            break
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    return b"".join(parts) if parts or SIZE.match(body) else body


def _unpacked(body: bytes, coding: str) -> bytes:
    if coding in ("gzip", "x-gzip"):
        return gunzip(body, largest=LARGEST, name="page")[0] if body.startswith(GZIP) else body
    if coding == "deflate":
        return _inflated(body)
    if coding in ("br", "zstd", "compress", "dcb", "dcz"):
        raise BrokenFileError("unknown-packing", f"this page is packed with {coding}")
    return body


def _inflated(body: bytes) -> bytes:
    for window in (zlib.MAX_WBITS, RAW):
        try:
            found = zlib.decompressobj(window).decompress(body, LARGEST + 1)
        except zlib.error:
            continue
        if len(found) > LARGEST:
            raise BrokenFileError("too-large", f"this page has more than {LARGEST / 1e6:.0f} MB, the limit")
        return found
    return body
