"""Make paragraphs of plain text as mails hold it: lines that were broken at a fixed width are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digest.ingest.decode import tidy

WIDEST = 100  # characters: longer lines are not broken at a width
FULL = 0.6  # of the widest line: a shorter one ends its paragraph
SHORTEST_FULL = 40  # characters
QUOTED = re.compile(r"^(?:> ?){1,9}")
ITEM = re.compile(r"^\s{0,20}(?:[-*•·–—]|\d{1,3}[.)])\s")  # "* Talks resume"
RULE = re.compile(r"^[\s=_*~#+.-]*$")  # "=========="
SIGNATURE = re.compile(r"^-- ?$")


def paragraphs(text: str, *, is_flowed: bool = False, joins_words: bool = False) -> list[str]:
    """The paragraphs of a plain text, one a line; the line that begins a signature, "-- ", stays as it is."""
    lines = tidy(text).split("\n")
    quoted = sum(line.startswith(">") for line in lines)
    if 2 * quoted > sum(map(bool, lines)):  # all of it is what somebody passed on
        lines = [QUOTED.sub("", line) for line in lines]
    if is_flowed:
        lines = list(_unflowed(lines, joins_words=joins_words))
    return [" ".join(line.split()) if not SIGNATURE.match(line) else "-- " for line in _joined(lines)]


def _unflowed(lines: Iterable[str], *, joins_words: bool) -> Iterator[str]:
    """Lines that end in a blank go on in the next one (RFC 3676)."""
    waiting: list[str] = []
    for stuffed in lines:
        line = stuffed.removeprefix(" ")
        if line.endswith(" ") and not SIGNATURE.match(line):
            waiting.append(line[:-1] if joins_words else line)
        else:
            yield "".join((*waiting, line))
            waiting.clear()
    if waiting:
        yield "".join(waiting)


def _joined(lines: list[str]) -> Iterator[str]:
    widest = max((len(line) for line in lines), default=0)
    least = max(SHORTEST_FULL, FULL * widest)
    waiting: list[str] = []
    for line in [*lines, ""]:
        is_rule = bool(RULE.match(line))
        if waiting and (is_rule or ITEM.match(line) or len(waiting[-1]) < least or widest > WIDEST):
            yield " ".join(waiting)
            waiting.clear()
        if SIGNATURE.match(line):
            yield line
        elif not is_rule:
            waiting.append(line)
