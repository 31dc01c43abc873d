"""Drop the headlines of other stories that stand between the paragraphs of this one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from digest.clean.page import Mark, Page
from digest.clean.shape import Shape, is_item, shape
from digest.clean.words import WORD, has_full_stop, plain, word_count
from digest.language import subject
from digest.model import LineReason

LONGEST_LIST = 10  # lines below "Related articles"
LONGEST_TITLE = 25  # words
LONE_WORDS = range(8, 21)  # a headline between two paragraphs; a subheading is shorter
CAPITAL_WORDS = range(6, 21)  # the same in capitals


def related(page: Page) -> Mapping[int, Mark]:
    """Mark the titles below a heading such as "Related articles", and a lone headline between paragraphs."""
    found: dict[int, Mark] = {}
    for i, mark in enumerate(page.marks):
        if mark is LineReason.RELATED and word_count(page.lines[i].text) <= 5:
            found |= _list_below(page, i)
        elif mark is None and i not in found and _lone_headline(page, i):
            found[i] = LineReason.RELATED
    return found


def _list_below(page: Page, heading: int) -> Mapping[int, Mark]:
    found: dict[int, Mark] = {}
    for i in range(heading + 1, min(heading + 1 + LONGEST_LIST, len(page.lines))):
        text = page.lines[i].text
        if has_full_stop(text) or shape(text) is Shape.PASSAGE or word_count(text) > LONGEST_TITLE:
            break
        if page.marks[i] is None:
            found[i] = LineReason.RELATED
    return found


def _lone_headline(page: Page, index: int) -> bool:
    """Whether a title between two paragraphs reports something, as a headline does and a subheading does not.

    "Minister defends grain deal, criticises ports" has a verb of reporting; "A deal for the ports" has none.
    """
    text = page.lines[index].text
    words = word_count(text)
    if shape(text) is not Shape.TITLE or is_item(text) or text[0] in "\"“‘'«":
        return False
    if not (_prose(page, index - 1) and _prose(page, index + 1)):
        return False
    if text.isupper():
        return words in CAPITAL_WORDS
    return words in LONE_WORDS and any(w in _headline_verbs(page.language) for w in WORD.findall(plain(text))[1:])


def _prose(page: Page, index: int) -> bool:
    return 0 <= index < len(page.lines) and page.marks[index] is None and shape(page.lines[index].text) is Shape.PROSE


@cache
def _headline_verbs(language: str) -> frozenset[str]:
    return frozenset(subject(language, "clean")["headline_verbs"])
