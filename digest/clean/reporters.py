"""Drop the lines that only say who helped to report: "(Additional reporting by Ann Ito; editing by Jan Roth)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from digest.clean.look import Look
from digest.clean.page import Mark, Page
from digest.clean.words import plain
from digest.language import subject
from digest.model import LineReason

LONGEST = 60  # words


def reporters(page: Page) -> Mapping[int, Mark]:
    """Mark the lines of the body that begin or end as a note about reporters and editors."""
    notes = _notes(page.language)
    return {
        i: LineReason.FOOTER
        for i in page.unmarked()
        if page.looks[i].words <= LONGEST and notes.fit(page.lines[i].text, page.looks[i])
    }


class _Notes(NamedTuple):
    """How notes begin and end, and words without which none does: they spare most lines the patterns."""

    starts: tuple[str, ...]
    begins: re.Pattern[str]
    signs: frozenset[str]
    ends: re.Pattern[str]

    def fit(self, text: str, look: Look) -> bool:
        if look.bare.startswith(self.starts) and self.begins.match(text):
            return True
        return any(sign in look.plain for sign in self.signs) and bool(self.ends.search(text))


@cache
def _notes(language: str) -> _Notes:
    data = subject(language, "clean")
    begins, ends = data["reporters_begin"], data["reporters_end"]
    return _Notes(
        tuple(plain(phrase) for phrase in begins),
        re.compile(rf"[(\[•*\s]{{0,3}}(?i:{'|'.join(map(re.escape, begins))}) [A-Z]"),
        frozenset(plain(phrase).split()[0] for phrase in ends),
        re.compile(rf"[\w)]\W{{1,3}}?(?:{'|'.join(map(re.escape, ends))})\W{{0,3}}$"),
    )
