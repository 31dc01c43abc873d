"""Split a table into its rows, whatever stands between the cells; no line and no cell is longer than the limit."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from digest.ingest.tables.columns import columns_of

DELIMITERS = ",;\t|"
LONGEST_LINE = 4_000_000  # characters
LONGEST_CELL = 2_000_000
SAMPLE = 65_536  # characters that are looked at to find the delimiter
LOOKED_AT = 20  # rows
TOO_LONG = f"a cell has more than {LONGEST_CELL:,} characters, the limit: is a quotation mark left open?"


class Row(NamedTuple):
    """A row: its number in the table, from 1, the line of the file where it ends, and its cells; or what is wrong."""

    number: int
    line: int
    cells: list[str]
    wrong: str = ""


def rows_of(pieces: Iterable[str]) -> Iterator[Row]:
    """Lay out a text as rows. Empty ones are left out, but counted, as a spreadsheet does.

    What stands between the cells is found by looking; a first line such as `sep=;`, as spreadsheets write it, tells it.
    """
    lines = _lines(pieces)
    head = _head(lines)
    first = head[0].strip().lower() if head else ""
    if first.startswith("sep=") and len(first) == len("sep=;"):
        return _rows(chain(head[1:], lines), first[-1], before=1)
    return _rows(chain(head, lines), delimiter_of(head), before=0)


def delimiter_of(lines: list[str]) -> str:
    """What stands between the cells: with it the first row names most columns, and most rows are of one width."""

    def fit(delimiter: str) -> tuple[int, int, int]:
        rows = [row for row in _parsed(lines, delimiter) if row][:LOOKED_AT]
        if not rows or len(rows[0]) < 2:
            return (len(columns_of(rows[0])) if rows else 0, 0, 0)
        return (len(columns_of(rows[0])), sum(len(row) == len(rows[0]) for row in rows), len(rows[0]))

    return max(DELIMITERS, key=fit)


def _parsed(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue


def _rows(lines: Iterator[str], delimiter: str, *, before: int) -> Iterator[Row]:
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    reader = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            words = TOO_LONG if "limit" in str(problem) else f"this row cannot be read ({problem})"
            yield Row(number, reader.line_num + before, [], words)
            continue
        if any(cell.strip() for cell in cells):
            long = any(len(cell) > LONGEST_CELL for cell in cells)
            yield Row(number, reader.line_num + before, cells, TOO_LONG if long else "")


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a text, with their ends; what is longer than the limit is cut there."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        *whole, last = piece.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for part in whole:
            yield "".join([*waiting, part])[:LONGEST_LINE] + "\n"
            waiting, size = [], 0
        if last and size <= LONGEST_LINE:
            waiting.append(last)
            size += len(last)
    if waiting:
        yield "".join(waiting)[:LONGEST_LINE]


def _head(lines: Iterator[str]) -> list[str]:
    found: list[str] = []
    size = 0
    for line in lines:
        found.append(line)
        size += len(line)
        if size >= SAMPLE:
            break
    return found
