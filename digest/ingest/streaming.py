"""Decode a stream of bytes piece by piece, so that a file of any size needs little memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import IO

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.decode import MARKS, NOT_TEXT, SHARE_NOT_TEXT
from digest.ingest.pages.charset import declared_encoding

PIECE = 65_536  # bytes
UNREADABLE = "\ufffd"


class Decoding:
    """The text of a stream: iterate over it, and then ask how it was read.

    The encoding is that of the byte order mark, else UTF-8 where it fits, else what the file says of itself or is told
    from outside, else windows-1252. NULs are left out.
    """

    def __init__(self, stream: IO[bytes], *, told: str = "", declares: bool = True) -> None:
        self.encoding = "utf-8"
        self.assumed = False
        self.bad = 0
        self._stream = stream
        head = stream.read(PIECE)
        self._head, self._decoder = self._begin(head, declared_encoding(head if declares else b"", told=told))

    def __iter__(self) -> Iterator[str]:
        """Yield the text, one piece after the other."""
        piece = self._head
        while piece:
            yield self._decoded(piece)
            piece = self._stream.read(PIECE)
        if rest := self._decoded(b"", final=True):
            yield rest

    @property
    def is_binary(self) -> bool:
        """Whether this is no text at all: it holds many characters that no text has."""
        wide = self.encoding.startswith(("utf-16", "utf-32"))
        strange = len(self._head) - len(self._head.translate(None, NOT_TEXT))
        return not wide and strange > SHARE_NOT_TEXT * len(self._head)

    def problems(self, *, path: str) -> tuple[Diagnostic, ...]:
        """What was wrong with the encoding of what has been read."""
        place = Location(path=path)
        if self.bad:
            words = f"{self.bad} characters are not valid {self.encoding.upper()}; each is shown as {UNREADABLE}"
            hint = "save the file again from its source"
            return (warning("unreadable-characters", words, location=place, hint=hint),)
        if self.assumed:
            words = "this file is not UTF-8 and names no other encoding; it was read as windows-1252"
            hint = "save it as UTF-8 if any letters look wrong"
            return (warning("encoding-assumed", words, location=place, hint=hint),)
        return ()

    def _begin(self, head: bytes, declared: str) -> tuple[bytes, codecs.IncrementalDecoder]:
        for mark, encoding in MARKS:
            if head.startswith(mark):
                self.encoding = encoding
                return head[len(mark) :], codecs.getincrementaldecoder(encoding)("replace")
        wide = _wide(head)
        if wide or declared in ("iso2022_jp", "iso2022_kr", "hz"):  # the latter look like ASCII, and so like UTF-8
            self.encoding = wide or declared
            return head, codecs.getincrementaldecoder(self.encoding)("replace")
        self._other = "" if declared == "utf-8" else declared
        self._seen = False
        return head, codecs.getincrementaldecoder("utf-8")("strict")

    def _decoded(self, piece: bytes, *, final: bool = False) -> str:
        state = self._decoder.getstate()
        try:
            text = self._decoder.decode(piece, final)
        except UnicodeDecodeError as broken:
            held = state[0] if isinstance(state[0], bytes) else b""
            self._decoder = self._after(broken)
            text = self._decoder.decode(held + piece, final)
        else:
            if self._decoder.errors == "strict" and not text.isascii():
                self._seen = True
        self.bad += text.count(UNREADABLE) if self._decoder.errors == "replace" else 0
        return text.replace("\0", "")

    def _after(self, broken: UnicodeDecodeError) -> codecs.IncrementalDecoder:
        """How to go on after bytes that are not UTF-8: what was ASCII until now may be something else."""
        good, bad = _counts(broken.object)
        if not self._other and (self._seen or good > bad):
            return codecs.getincrementaldecoder("utf-8")("replace")
        self.assumed = not self._other
        self.encoding = self._other or "windows-1252"
        return codecs.getincrementaldecoder(self.encoding)("replace")


def _counts(data: bytes) -> tuple[int, int]:
    """How many characters outside of ASCII are valid UTF-8, and how many are not."""
    text = data.decode("utf-8", "replace")
    bad = text.count(UNREADABLE)
    return sum(ch > "\x7f" for ch in text) - bad, bad


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte of a text that is mostly ASCII is zero."""
    start = head[:200]
    half = len(start) // 2
    if half >= 1 and start[1::2].count(0) > 0.8 * half and start[::2].count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if half >= 1 and start[::2].count(0) > 0.8 * half and start[1::2].count(0) == 0 else ""
