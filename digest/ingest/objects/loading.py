"""Parse JSON that a stranger wrote: never more objects than the limit, and one kind of error."""

from __future__ import annotations

import json

from digest.ingest.broken import BrokenFileError

MOST_OBJECTS = 1_000_000  # objects and lists, of one document
LONGEST_NUMBER = 30  # characters; a longer one is no date, and no number of anything


def load(text: str) -> object:
    """Parse a document. A number that is none (`NaN`) or too long becomes None. Raises BrokenFileError."""
    if text.count("{") + text.count("[") > MOST_OBJECTS:
        words = f"this JSON has more than {MOST_OBJECTS:,} objects, the limit"
        raise BrokenFileError("too-large", words, hint="write one article a line into a .jsonl file")
    try:
        return json.loads(text, strict=False, parse_constant=_nothing, parse_int=_whole, parse_float=_number)
    except json.JSONDecodeError as problem:
        words = f"this is no JSON: {problem.msg[:1].lower()}{problem.msg[1:]}"
        place = {"line": problem.lineno, "column": problem.colno}
        raise NotJsonError("not-json", words, **place, is_over=problem.msg == "Extra data") from problem
    except RecursionError as problem:
        raise BrokenFileError("too-deep", "this JSON is nested too deep to be read") from problem


class NotJsonError(BrokenFileError):
    """Text that is no JSON, with the place where it ceases to be; `is_over`: a whole document stands before it."""

    def __init__(self, code: str, words: str, *, line: int, column: int, is_over: bool) -> None:
        super().__init__(code, words)
        self.line = line
        self.column = column
        self.is_over = is_over


def _nothing(_name: str) -> None:
    return None


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= LONGEST_NUMBER else None


def _number(digits: str) -> float | None:
    return float(digits) if len(digits) <= LONGEST_NUMBER else None
