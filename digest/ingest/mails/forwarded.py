"""See that a mail only passes on another one: what counts is what that one says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from digest.ingest.mails.phrases import any_phrase, mail_words, plain

TOP = 15  # lines in which the header of what is passed on begins
HEADER = re.compile(r"^[*>\s]{0,9}([^\W\d][\w -]{0,20}?)\s{0,3}\*?\s{0,3}:\*?\s{0,9}(.{0,1000})$")  # "*Von:* A. Lind"
LONGEST = 12  # lines of such a header
MARKED = 6  # words of the line above it: "---------- Forwarded message ---------"


class Forwarded(NamedTuple):
    """The header of a message that was passed on, by our names, and the line where its text begins."""

    header: Mapping[str, str]
    start: int


def forwarded(lines: Sequence[str]) -> Forwarded | None:
    """The header that stands at the top of a mail's text, if it has two of its lines or is marked as one."""
    for i, line in enumerate(lines[:TOP]):
        marked = len(line.split()) <= MARKED and any_phrase("forwarded").search(plain(line))
        found, end = _header(lines, i + 1 if marked else i)
        if {"from", "subject"} <= found.keys() or (marked and found):
            return Forwarded(found, end)
    return None


def _header(lines: Sequence[str], start: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    end = start
    for i in range(start, min(start + LONGEST, len(lines))):
        hit = HEADER.match(lines[i])
        name = _names().get(plain(hit[1])) if hit else None
        if not hit or not name or name in found:
            break
        found[name] = hit[2].strip()
        end = i + 1
    return found, end


@cache
def _names() -> Mapping[str, str]:
    return {word: name for name, words in mail_words()["names"].items() for word in words}
