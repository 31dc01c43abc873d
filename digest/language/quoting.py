"""Find what stands in quotation marks, and the sentences that are somebody's words although no marks say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from digest.language.terms import in_rows, plain_words

RUN = 4  # words
SPOKEN = 0.6  # the part of a sentence's runs of words that others have in quotation marks, from which it is speech
MARKS = '“"«„'
MARK = re.compile(f"[{MARKS}]")
CLOSING = "”»"
ALL_MARKS = MARKS + CLOSING
EACH_MARK = re.compile(f"[{ALL_MARKS}]")
BEFORE_OPENING = " \t\n\u00a0([-–—/'‘“"  # in front of a straight mark that opens
QUOTED = re.compile(r"“[^”]{0,1000}(?:”|$)|\"[^\"]{0,1000}(?:\"|$)|«[^»]{0,1000}(?:»|$)|„[^“”]{0,1000}(?:[“”]|$)")

Runs = frozenset[tuple[str, ...]]


def has_lost_mark(text: str) -> bool:
    """Whether a quotation mark closes what no mark in a text opens: nobody sees where somebody's words begin.

    We will,” he said. -> True; “We will,” he said. -> False; He said: “We will. -> False
    """
    return _marked(text).lost


def ends_in_marks(text: str) -> bool:
    """Whether a text stops within a quotation."""
    return _marked(text).inside


class _Marked(NamedTuple):
    inside: bool
    lost: bool


def _marked(text: str) -> _Marked:
    inside = ""
    for found in EACH_MARK.finditer(text):
        mark = found.group()
        if mark in CLOSING or (mark == "“" and inside == "„"):
            opens = False
        else:
            opens = mark != '"' or not found.start() or text[found.start() - 1] in BEFORE_OPENING
        if not opens and not inside:
            return _Marked(inside=False, lost=True)
        inside = mark if opens else ""
    return _Marked(inside=bool(inside), lost=False)


def runs_of(text: str) -> Runs:
    """Every few words in a row of a text, in small letters."""
    return frozenset(_runs(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    plain = " ".join(plain_words(text)).lower().split()
    return in_rows(plain, RUN)


def quoted_runs(texts: Iterable[str]) -> Runs:
    """Every few words in a row that stand in quotation marks in one of some texts."""
    return frozenset().union(*(runs_of(quoted) for text in texts for quoted in QUOTED.findall(text)))


def is_unmarked_speech(text: str, quoted: Runs) -> bool:
    """Whether a sentence without quotation marks is what others have in such marks.

    Beside “She gave her life to this town,” the mayor said. -> True for: She gave her life to this town.
    """
    if not quoted or MARK.search(text) or quoted.isdisjoint(_runs(text)):
        return False
    own = runs_of(text)
    return bool(own) and len(own & quoted) >= SPOKEN * len(own)
