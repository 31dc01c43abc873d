"""Open a file, packed with gzip or not, and never read more of it than the limit."""

from __future__ import annotations

import hashlib
import io
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from digest.ingest.broken import BrokenFileError

GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31  # tells zlib to expect gzip's own header
MOST_MEMBERS = 100_000  # of one gzip file: an archive of the web has one for each page
PIECE = 65_536  # bytes


class Opened(NamedTuple):
    """A file that is being read: its bytes without the packing, and the SHA-256 of it as it lies on the disk."""

    stream: Bounded
    sha256: str


class Bounded(io.RawIOBase):
    """A stream of the bytes in a file, unpacked if they are packed. Raises BrokenFileError past the limit.

    `cut` says, once all has been read, that the packed file ended before its content did.
    """

    def __init__(self, file: IO[bytes], *, largest: int, name: str = "file") -> None:
        self.cut = False
        self._file = file
        self._name = name
        self._largest = self._left = largest
        head = file.read(len(GZIP))
        self._waiting = head
        self._packed = head == GZIP
        self._member = zlib.decompressobj(GZIP_WINDOW)
        self._members = 1
        self._ended = False

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer as far as one step goes; 0 at the end."""
        piece = self._unpacked(len(buffer)) if self._packed else self._plain(len(buffer))
        self._left -= len(piece)
        if self._left < 0:
            words = f"this {self._name} has more than {self._largest / 1e6:.0f} MB, the limit"
            raise BrokenFileError("too-large", words)
        buffer[: len(piece)] = piece
        return len(piece)

    def _plain(self, size: int) -> bytes:
        if self._waiting:
            piece, self._waiting = self._waiting[:size], self._waiting[size:]
            return piece
        return self._file.read(size)

    def _unpacked(self, size: int) -> bytes:
        while not self._ended:
            data = self._waiting or self._file.read(PIECE)
            try:
                piece = self._member.decompress(data, size)
            except zlib.error as problem:
                if self._left == self._largest:
                    raise BrokenFileError("broken-gzip", f"this gzip file is damaged ({problem})") from problem
                piece, self.cut, self._ended = b"", True, True
            self._waiting = self._member.unconsumed_tail
            if self._member.eof:
                self._next_member()
            elif not data:
                self.cut = self._ended = True
            if piece:
                return piece
        if self.cut and self._left == self._largest:
            raise BrokenFileError("broken-gzip", "this gzip file ends before its content begins")
        return b""

    def _next_member(self) -> None:
        """Go on with the next of several gzip files in one; zeros may stand between them, and what else is no gzip."""
        rest = self._member.unused_data.lstrip(b"\0")
        while len(rest) < len(GZIP) and (more := self._file.read(PIECE)):
            rest = (rest + more).lstrip(b"\0")
        self._members += 1
        if not rest.startswith(GZIP) or self._members > MOST_MEMBERS:
            self._ended = True
            return
        self._waiting = rest
        self._member = zlib.decompressobj(GZIP_WINDOW)


def gunzip(data: bytes, *, largest: int, name: str = "file") -> tuple[bytes, bool]:
    """Unpack gzip, never more than the limit; of data that end too early, what there is (and True).

    Raises BrokenFileError.
    """
    stream = Bounded(io.BytesIO(data), largest=largest, name=name)
    return stream.readall() or b"", stream.cut


@contextmanager
def opened(path: Path, *, largest: int) -> Iterator[Opened]:
    """Open a file for reading. Raises OSError, and BrokenFileError where it is larger than the limit."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > largest:
            words = f"this file has {size / 1e6:.1f} MB; the limit is {largest / 1e6:.1f} MB"
            raise BrokenFileError("too-large", words)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        yield Opened(Bounded(file, largest=largest), digest)
