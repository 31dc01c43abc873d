"""Read a table: the first row names the columns, and each row with a text is an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import IO

from digest.config.values import is_web_address
from digest.diagnostics import Diagnostic, Level, Location, warning
from digest.ingest.broken import BrokenFileError
from digest.ingest.content import UNTOLD, Content, Told
from digest.ingest.records import record_content
from digest.ingest.streaming import Decoding
from digest.ingest.tables.columns import columns_of
from digest.ingest.tables.facts import facts_of, key_of, one_line
from digest.ingest.tables.rows import Row, rows_of

MOST = 1_000_000  # rows
ADDRESS = re.compile(r"\s*https?://\w", re.IGNORECASE)  # "https://courier.example/strike"
SHOWN = 5  # problems that are told one by one


def read_table(stream: IO[bytes], *, path: str, told: Told = UNTOLD) -> Iterator[Content]:
    """Yield an article for each row with a text, and tell what is wrong with which line. Raises BrokenFileError."""
    decoding = Decoding(stream, told=told.charset, declares=False)
    if decoding.is_binary:
        raise BrokenFileError("binary-file", "this is no text file", hint="save the table as CSV (UTF-8)")
    rows = rows_of(decoding)
    header = next(rows, None)
    columns = columns_of(header.cells) if header else {}
    if header is None or not columns.keys() & {"text", "url"}:
        raise _without_columns(header)
    problems = Problems(path)
    addresses = 0
    for row in rows:
        if row.number > MOST + 1:
            yield _told(warning("too-many", f"only the first {MOST:,} rows were read", location=Location(path=path)))
            break
        if wrong := row.wrong or _too_wide(row, header):
            problems.add(row, f"{wrong}; skipped")
            continue
        cells = {kind: row.cells[place] for kind, place in columns.items() if place < len(row.cells)}
        if one_line(cells.get("text", "")):
            yield from _article(row, cells, problems, encoding=decoding.encoding)
        elif ADDRESS.match(cells.get("url", "")):
            addresses += 1
        else:
            problems.add(row, "this row has neither a text nor an address; skipped")
    for problem in (*decoding.problems(path=path), *problems.told(), *_leads_on(addresses, path)):
        yield _told(problem)


def addresses_of_csv(data: bytes) -> list[str]:
    """The web addresses in a table, each once: its address column, or the first column that begins with one."""
    rows = rows_of(Decoding(io.BytesIO(data), declares=False))
    first = next(rows, None)
    if first is None:
        return []
    listed = next((i for i, cell in enumerate(first.cells) if is_web_address(cell.strip())), -1)
    place = columns_of(first.cells).get("url", listed)
    found = {first.cells[place].strip(): None} if place == listed >= 0 else {}
    for row in rows:
        if row.number > MOST:
            break
        if 0 <= place < len(row.cells) and is_web_address(address := row.cells[place].strip()):
            found.setdefault(address)
    return list(found)


class Problems:
    """What is wrong with the rows of a table: the first few one by one, and how many more there are."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._count = 0
        self._shown: list[Diagnostic] = []

    def add(self, row: Row, words: str) -> None:
        """Note what is wrong with a row."""
        self._count += 1
        if self._count <= SHOWN:
            self._shown.append(warning("bad-row", words, location=Location(path=self._path, line=row.line)))

    def told(self) -> Iterator[Diagnostic]:
        """The problems, in the order of the rows."""
        yield from self._shown
        if self._count > SHOWN:
            words = f"and {self._count - SHOWN:,} more problems with rows of this table"
            yield warning("bad-row", words, location=Location(path=self._path))


def _article(row: Row, cells: dict[str, str], problems: Problems, *, encoding: str) -> Iterator[Content]:
    stated, wrong = facts_of(cells)
    for words in wrong:
        problems.add(row, words)
    part = f"row {row.number} of the table"
    try:
        content = record_content(cells["text"], stated=stated, part=part, key=key_of(stated, row.cells))
    except BrokenFileError as problem:
        problems.add(row, f"{problem}; skipped")
        return
    yield content._replace(encoding=encoding)


def _too_wide(row: Row, header: Row) -> str:
    """A row with more cells than the first is one whose cells cannot be told apart."""
    width = len(header.cells)
    more = any(cell.strip() for cell in row.cells[width:])
    return f"this row has {len(row.cells)} cells, and the first row {width}" if more else ""


def _without_columns(header: Row | None) -> BrokenFileError:
    if header is None:
        return BrokenFileError("empty-table", "this table is empty")
    hint = "begin the file with a line such as url,title,date,text"
    if any(is_web_address(cell.strip()) for cell in header.cells):
        hint += "; `digest add` takes a list of addresses as it is"
    return BrokenFileError("no-columns", "the first row names no column of texts or addresses", hint=hint)


def _leads_on(addresses: int, path: str) -> Iterator[Diagnostic]:
    if addresses:
        rows = f"{addresses:,} rows have an address" if addresses > 1 else "1 row has an address"
        yield Diagnostic(
            level=Level.NOTE,
            code="addresses-only",
            message=f"{rows} and no text, and so no article",
            location=Location(path=path),
            hint=f"`digest add {path}` fetches the pages",
        )


def _told(problem: Diagnostic) -> Content:
    return Content(diagnostics=(problem,))
