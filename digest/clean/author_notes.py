"""Drop the lines about the author, and other notes, at an article's end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from digest.clean.page import Mark, Page
from digest.clean.phrases import any_of
from digest.clean.shape import LABEL, PROSE
from digest.language import subject
from digest.model import LineReason

NAME_AT_END = re.compile(r"[A-ZÀ-Ý][\w'’-]{1,30} [A-ZÀ-Ý][\w'’-]{1,30}$")  # "About Jane Doe"
# Such as: Acme Inc. (XNYS) is a leading maker of anvils.
IS_A = re.compile(
    r"^(?:(?:[A-Z][\w&.,'’-]*|&|of|and|the) ){1,6}(?:\([^()]{1,60}\),? )?is (?:an?|the|one|headquartered)\b"
)
# Such as: Jane Doe, PhD is a fellow at Northport College.
WITH_DEGREE = re.compile(r"^(?:[A-Z][\w.'’-]* ){1,4}[A-Z][\w'’-]*, ?(?:Ph\.?D|M\.?D|J\.?D|MBA|MSc)\.?,? is an? ")
LAST_LINES = 4
LONGEST = 120  # words


def author_notes(page: Page) -> Mapping[int, Mark]:
    """Mark the last lines of the body that say who the author is: "Jane Doe is a freelance writer in Rome." """
    found: dict[int, Mark] = {}
    notes = _notes(page.language)
    body = page.unmarked()
    if len(body) <= LAST_LINES:
        return found
    for i in reversed(body[-LAST_LINES:]):
        look = page.looks[i]
        about = look.shape is LABEL and notes.about.match(page.lines[i].text)
        if (
            about
            or (look.words <= LONGEST and notes.anywhere.search(look.plain))
            or WITH_DEGREE.match(page.lines[i].text)
            or _names_author(page, i, body)
            or _is_about_company(page, i, notes)
        ):
            found[i] = LineReason.FOOTER
    if found:  # what stands below such a note is no longer the article's
        found |= {i: LineReason.FOOTER for i in body if i > min(found)}
    return found


def _names_author(page: Page, index: int, body: Sequence[int]) -> bool:
    """Whether a label ends with a name that only the line below it has, too: "Über Jana Roth" in any language."""
    look = page.looks[index]
    hit = NAME_AT_END.search(page.lines[index].text) if look.shape is LABEL and look.words >= 3 else None
    if not hit or index + 1 >= len(page.lines) or page.looks[index + 1].shape is not PROSE:
        return False
    name = hit.group()
    return name in page.lines[index + 1].text and not any(name in page.lines[i].text for i in body if i < index)


def _is_about_company(page: Page, index: int, notes: _Notes) -> bool:
    """Whether a line says who a company is, as press releases end: "Acme is a leading provider of anvils." """
    return bool(IS_A.match(page.lines[index].text)) and bool(notes.company.search(page.looks[index].plain))


class _Notes(NamedTuple):
    about: re.Pattern[str]
    anywhere: re.Pattern[str]
    company: re.Pattern[str]


@cache
def _notes(language: str) -> _Notes:
    data = subject(language, "clean")
    about = "|".join(re.escape(p) for p in data["about"])
    return _Notes(
        re.compile(rf"(?i:{about}) [A-Z]"),
        re.compile(rf"(?<!\w){any_of(data['author_notes'])}"),
        re.compile(rf"(?<!\w){any_of(data['company_notes'])}"),
    )
