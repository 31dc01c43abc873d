"""Find what stands in quotation marks, and the sentences that are somebody's words although no marks say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digest.language.terms import in_rows, plain_words

RUN = 4  # words
SPOKEN = 0.6  # the part of a sentence's runs of words that others have in quotation marks, from which it is speech
MARKS = '“"«„'
MARK = re.compile(f"[{MARKS}]")
QUOTED = re.compile(r"“[^”]{0,1000}(?:”|$)|\"[^\"]{0,1000}(?:\"|$)|«[^»]{0,1000}(?:»|$)|„[^“”]{0,1000}(?:[“”]|$)")

Runs = frozenset[tuple[str, ...]]


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
