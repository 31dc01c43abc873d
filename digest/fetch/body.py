"""Receive the body of an answer, unpacked, and never more of it than the limit: neither packed nor unpacked."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable, Callable

from digest.fetch.problems import FetchError

GZIP_WINDOW = 31  # tells zlib to expect gzip's own header
MOST_MEMBERS = 1_000  # of one gzip stream
NO_CODING = ("", "identity")


async def receive(chunks: AsyncIterable[bytes], *, coding: str, limit: int, cut: bool = False) -> bytes:
    """Gather a body. Beyond the limit FetchError is raised; with `cut` the body simply ends there."""
    out = bytearray()
    taken = 0
    decode, ended = _decoder(coding.strip().lower())
    async for chunk in chunks:
        taken += len(chunk)
        out += decode(chunk, limit + 1 - len(out))
        if len(out) > limit or taken > limit:
            if cut:
                return bytes(out[:limit])
            raise FetchError("too-large", f"this answer has more than {limit / 1e6:.1f} MB, the limit", hint=LARGER)
    if not ended():
        raise FetchError("cut-short", "the packed answer ends before its end", passing=True)
    return bytes(out)


LARGER = "if that is right, raise fetch: largest: in digest.yml"


def _decoder(coding: str) -> tuple[Callable[[bytes, int], bytes], Callable[[], bool]]:
    """Two functions: one unpacks a chunk into at most that many bytes, one says whether the end was reached."""
    if coding in NO_CODING:
        return (lambda chunk, most: chunk[:most]), (lambda: True)
    if coding in ("gzip", "x-gzip"):
        stream: _Inflate = _Inflate(gzip=True)
    elif coding == "deflate":
        stream = _Inflate(gzip=False)
    else:
        raise FetchError("packing", f"the answer is packed as {coding[:40]}, which was not asked for")
    return stream.feed, stream.ended


class _Inflate:
    """Unpack gzip, of one or more members, or deflate with or without its header, as servers send it."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._members = 1
        self._any = False
        self._zlib = zlib.decompressobj(GZIP_WINDOW if gzip else zlib.MAX_WBITS)

    def feed(self, chunk: bytes, most: int) -> bytes:
        out = bytearray()
        while chunk and len(out) < most:
            if self._zlib.eof and not self._next(chunk):
                break
            part = self._inflate(chunk, most - len(out))
            out += part
            chunk = self._zlib.unused_data if self._zlib.eof else self._zlib.unconsumed_tail
        return bytes(out)

    def ended(self) -> bool:
        """An answer of no bytes at all is as whole as one whose stream has ended."""
        return self._zlib.eof or not self._any

    def _inflate(self, chunk: bytes, most: int) -> bytes:
        try:
            out = self._zlib.decompress(chunk, most)
        except zlib.error as problem:
            if self._gzip or self._any:
                raise FetchError("packing", f"the packed answer is damaged ({problem})", passing=True) from None
            self._zlib = zlib.decompressobj(-zlib.MAX_WBITS)  # "deflate" without the header that it should have
            self._any = True
            return self._inflate(chunk, most)
        self._any = True
        return out

    def _next(self, chunk: bytes) -> bool:
        """Begin the next member of a gzip stream; what follows the last one is no part of it."""
        if not self._gzip or not chunk.startswith(b"\x1f") or self._members >= MOST_MEMBERS:
            return False
        self._members += 1
        self._zlib = zlib.decompressobj(GZIP_WINDOW)
        return True
