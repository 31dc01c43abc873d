"""Drop the lines about the author, and other notes, at an article's end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from digest.clean.page import Mark, Page
from digest.clean.shape import Shape
from digest.language import subject
from digest.model import LineReason

LAST_LINES = 4
LONGEST = 120  # words


def author_notes(page: Page) -> Mapping[int, Mark]:
    """Mark the last lines of the body that say who the author is: "Jane Doe is a freelance writer in Rome." """
    found: dict[int, Mark] = {}
    notes = _notes(page.language)
    body = [i for i, mark in enumerate(page.marks) if mark is None]
    if len(body) <= LAST_LINES:
        return found
    for i in reversed(body[-LAST_LINES:]):
        look = page.looks[i]
        about = look.shape is Shape.LABEL and notes.about.match(page.lines[i].text)
        if about or (look.words <= LONGEST and notes.anywhere.search(look.plain)):
            found[i] = LineReason.FOOTER
    if found:  # what stands below such a note is no longer the article's
        found |= {i: LineReason.FOOTER for i in body if i > min(found)}
    return found


class _Notes(NamedTuple):
    about: re.Pattern[str]
    anywhere: re.Pattern[str]


@cache
def _notes(language: str) -> _Notes:
    data = subject(language, "clean")
    about = "|".join(re.escape(p) for p in data["about"])
    phrases = "|".join(re.escape(p) for p in data["author_notes"])
    return _Notes(re.compile(rf"(?i:{about}) [A-Z]"), re.compile(rf"(?<!\w)(?:{phrases})(?!\w)"))
