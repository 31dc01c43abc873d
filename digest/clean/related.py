"""Drop the headlines of other stories that stand between the paragraphs of this one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.clean.glued import LINK
from digest.clean.page import Mark, Page
from digest.clean.shape import LABEL, PASSAGE, PROSE, TITLE, is_item
from digest.clean.words import has_full_stop
from digest.language import subject
from digest.model import LineReason

LONGEST_LIST = 10  # lines below "Related articles"
LONGEST_TITLE = 25  # words
LONE_WORDS = range(8, 21)  # a headline between two paragraphs; a subheading is shorter
CAPITAL_WORDS = range(6, 21)  # the same in capitals
LABELLED = re.compile(r"[A-Z][A-Z&'’ ]{3,40}: (?=\w+ )(?=.*[a-z])")  # "FULL COVERAGE: Latest from the harbour"
MOST_LABELLED = 4  # such links in a row


def related(page: Page) -> Mapping[int, Mark]:
    """Mark the titles below a heading such as "Related articles", and links and a lone headline between paragraphs."""
    found: dict[int, Mark] = {}
    for i in _around_body(page):
        mark = page.marks[i]
        if mark is LineReason.RELATED and (page.looks[i].words <= 5 or page.lines[i].text.endswith(":")):
            found |= _list_below(page, i)
        elif mark is None and i not in found and (_lone_headline(page, i) or _is_link(page, i)):
            found[i] = LineReason.RELATED
    return found


def _around_body(page: Page) -> range:
    """The lines of the body, and as many above it as may be the beginning of a list that reaches into it."""
    body = page.unmarked()
    return range(max(0, body[0] - LONGEST_LIST), body[-1] + 1) if body else range(0)


def _list_below(page: Page, heading: int) -> Mapping[int, Mark]:
    found: dict[int, Mark] = {}
    for i in range(heading + 1, min(heading + 1 + LONGEST_LIST, len(page.lines))):
        look = page.looks[i]
        if look.shape is PASSAGE or look.words > LONGEST_TITLE or has_full_stop(page.lines[i].text):
            break
        if page.marks[i] is None:
            found[i] = LineReason.RELATED
    return found


def _lone_headline(page: Page, index: int) -> bool:
    """Whether a title between two paragraphs reports something, as a headline does and a subheading does not.

    "Minister defends grain deal, criticises ports" has a verb of reporting; "A deal for the ports" has none.
    """
    look = page.looks[index]
    text = page.lines[index].text
    if look.shape is not TITLE or is_item(text) or text[0] in "\"“‘'«":
        return False
    if not (_prose(page, index - 1) and _prose(page, index + 1)):
        return False
    if text.isupper():
        return look.words in CAPITAL_WORDS
    return look.words in LONE_WORDS and not _headline_verbs(page.language).isdisjoint(look.tokens[1:])


def _is_link(page: Page, index: int) -> bool:
    """Whether a line ends as a link does, or is one below its section's name, between two paragraphs.

    "See the full schedule »"; "FULL COVERAGE: Latest from the harbour"
    """
    text = page.lines[index].text
    if page.looks[index].shape not in (TITLE, LABEL):
        return False
    if text[-1] == "»":
        return "«" not in text and text.count("»") == 1 and LINK.search(text) is None
    return _is_labelled(page, index) and _prose(page, _past(page, index, -1)) and _prose(page, _past(page, index, 1))


def _is_labelled(page: Page, index: int) -> bool:
    return page.looks[index].shape in (TITLE, LABEL) and LABELLED.match(page.lines[index].text) is not None


def _past(page: Page, index: int, step: int) -> int:
    """The next line, up or down, that is no such link."""
    for _ in range(MOST_LABELLED):
        index += step
        if not 0 <= index < len(page.lines) or not _is_labelled(page, index):
            break
    return index


def _prose(page: Page, index: int) -> bool:
    return 0 <= index < len(page.looks) and page.marks[index] is None and page.looks[index].shape is PROSE


@cache
def _headline_verbs(language: str) -> frozenset[str]:
    return frozenset(subject(language, "clean")["headline_verbs"])
