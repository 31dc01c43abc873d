"""Drop the boxes between paragraphs that hold what somebody says, with the name below: pulled quotations, readers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.clean.page import Mark, Page
from digest.clean.shape import LABEL, PASSAGE, PROSE, TITLE, is_item
from digest.language import subject
from digest.model import LineReason

LONGEST_NAME = 8  # words
NAME_WORD = re.compile(r"[^\W\d_a-z][\w.'’-]*,?$")  # "Doe", "O'Neil", "MP", "Roe,"
SMALL = frozenset(("of", "for", "de", "van", "von", "bin", "al", "del", "di", "da"))
PLACED = re.compile(r"^[^,]{3,40}, [^\W\d_a-z][^,]{2,40}(?:, [^\W\d_a-z][^,]{2,30})?$")  # "Ann Roe, Port Sand"


def pulled_quotations(page: Page) -> Mapping[int, Mark]:
    """Mark a text without a full stop, and the name of who says it, that stand together between two paragraphs.

    "We have waited here since Friday, and nobody comes" / "Ann Roe, Port Sand" → both stand elsewhere on the page
    """
    found: dict[int, Mark] = {}
    for i in page.unmarked():
        if page.looks[i].shape in (TITLE, PASSAGE) and _is_said(page, i):
            found[i] = found[i + 1] = LineReason.ELSEWHERE
    return found


def _is_said(page: Page, index: int) -> bool:
    text = page.lines[index].text
    if index == 0 or index + 2 >= len(page.lines) or is_item(text) or text.istitle() or text.isupper():
        return False
    if not (_is_paragraph(page, index - 1) and _is_below(page, index + 2)):
        return False
    return page.marks[index + 1] is None and _names_somebody(page, index + 1)


def _is_paragraph(page: Page, index: int) -> bool:
    return page.marks[index] is None and page.looks[index].shape is PROSE


def _is_below(page: Page, index: int) -> bool:
    """Whether the article goes on, or another line of the box stands there that was known by itself."""
    return page.looks[index].shape is PROSE if page.marks[index] is None else page.looks[index].shape in (LABEL, TITLE)


def _names_somebody(page: Page, index: int) -> bool:
    """ "Ann Roe, Port Sand", "MP Ann Roe", "Foreign Minister Ann Roe" """
    look, text = page.looks[index], page.lines[index].text
    words = text.split()
    if look.shape not in (LABEL, TITLE) or not 2 <= len(words) <= LONGEST_NAME or text.isupper():
        return False
    if not all(NAME_WORD.match(word) or word in SMALL for word in words):
        return False
    given = _given(page.language)
    first = words[0] in given and not words[0].endswith(",")
    titled = any(word.lower() in _roles(page.language) for word in words[:-2]) and words[-2] not in SMALL
    return (first and (PLACED.match(text) is not None or len(words) == 2)) or titled


@cache
def _given(language: str) -> frozenset[str]:
    names = subject(language, "names")
    return frozenset(word for key in ("men", "women", "either") for word in names[key].split())


@cache
def _roles(language: str) -> frozenset[str]:
    titles = subject(language, "titles")
    return frozenset((*titles["roles"].split(), *(word.lower() for word in titles["short_roles"])))
