"""Read JSON Lines: one document a line; a line that is none is told by its number, and the others are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content
from digest.ingest.decode import MARKS, decode
from digest.ingest.objects.document import contents_of, problem_at_end
from digest.ingest.objects.loading import load
from digest.ingest.tally import Kind, Tally

LONGEST = 20_000_000  # bytes of a line: as a page
MOST = 1_000_000  # lines
TOLD = 3  # wrong lines by their number; of the others how many there are
ASSUMED = Kind("encoding-assumed", "line is not UTF-8", "lines are not UTF-8", "save the file as UTF-8 from its source")


class Line(NamedTuple):
    """A line of the file and its number from 1; None where it is too long to be read."""

    number: int
    data: bytes | None


def line_by_line(stream: BinaryIO, *, path: str) -> Iterator[Content]:
    """Yield the article of each line. Raises BrokenFileError."""
    tally = Tally(path)
    found = 0
    wrong = more_from = 0
    for line in _lines(stream):
        if line.data is not None and not line.data.strip():
            continue
        try:
            for content in contents_of(_parsed(line, path, tally), path=path, line=line.number, tally=tally):
                found += 1
                yield content
        except BrokenFileError as problem:
            wrong += 1
            if wrong > TOLD:
                more_from = more_from or line.number
            else:
                yield Content(diagnostics=(problem.at(Location(path=path, line=line.number)),))
    yield Content(diagnostics=(*_more(wrong, more_from, path), *problem_at_end(found + wrong, tally, path=path)))


def _parsed(line: Line, path: str, tally: Tally) -> object:
    if line.data is None:
        raise BrokenFileError("too-large", f"this line has more than {LONGEST / 1e6:.0f} MB, the limit")
    text, encoding, _ = decode(line.data, path=path)
    if text is None:
        raise BrokenFileError("binary-file", "this line is no text")
    if encoding != "utf-8":
        tally.add(ASSUMED, part=f"line {line.number:,}")
    return load(text)


def _lines(stream: BinaryIO) -> Iterator[Line]:
    number = 0
    while data := stream.readline(LONGEST + 1):
        number += 1
        if number > MOST:
            raise BrokenFileError(
                "too-many", f"this file has more than {MOST:,} lines, the limit", hint="split the file"
            )
        if number == 1 and data.startswith(tuple(mark for mark, name in MARKS if name != "utf-8")):
            words = "this file is neither UTF-8 nor like it, and cannot be read line by line"
            raise BrokenFileError("encoding", words, hint="save it as UTF-8")
        if len(data) > LONGEST and not data.endswith(b"\n"):
            del data
            _skip(stream)
            yield Line(number, None)
        else:
            yield Line(number, data)


def _skip(stream: BinaryIO) -> None:
    """Read on to the end of a line without keeping it."""
    while (piece := stream.readline(65_536)) and not piece.endswith(b"\n"):
        pass


def _more(wrong: int, line: int, path: str) -> tuple[Diagnostic, ...]:
    if wrong <= TOLD:
        return ()
    words = f"and {wrong - TOLD:,} more lines from here on that cannot be read"
    place = Location(path=path, line=line)
    return (warning("wrong-lines", words, location=place, hint="each line is one article, as JSON"),)
