"""Drop the lines that only say who helped to report: "(Additional reporting by Ann Ito; editing by Jan Roth)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.clean.page import Mark, Page
from digest.clean.words import WORD, plain
from digest.language import subject
from digest.model import LineReason

LONGEST = 60  # words
NOTES = ("reporters_begin", "reporters_end")


def reporters(page: Page) -> Mapping[int, Mark]:
    """Mark the lines of the body that begin or end as a note about reporters and editors."""
    begins, ends, signs = _notes(page.language)
    return {
        i: LineReason.FOOTER
        for i, (mark, look) in enumerate(zip(page.marks, page.looks, strict=True))
        if mark is None
        and look.words <= LONGEST
        and not signs.isdisjoint(look.tokens)
        and (begins.match(page.lines[i].text) or ends.search(page.lines[i].text))
    }


@cache
def _notes(language: str) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """How notes begin and end, and the words of which each has one: they spare most lines the patterns."""
    data = subject(language, "clean")
    begins = "|".join(re.escape(p) for p in data["reporters_begin"])
    ends = "|".join(re.escape(p) for p in data["reporters_end"])
    signs = frozenset(WORD.findall(plain(phrase))[0] for key in NOTES for phrase in data[key])
    return (
        re.compile(rf"[(\[•*\s]{{0,3}}(?i:{begins}) [A-Z]"),
        re.compile(rf"[\w)]\W{{1,3}}?(?:{ends})\W{{0,3}}$"),
        signs,
    )
