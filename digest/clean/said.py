"""Recognize in a text what is not stated about it, where it is beyond doubt: its language, author, and day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from digest.clean.bylines import authors_in, follows_by
from digest.clean.datelines import day_of_dateline, days_published
from digest.clean.page import Page
from digest.clean.small import byline_sentence
from digest.language.codes import language_code
from digest.language.recognizing import LOOKED_AT, is_english, recognized_language
from digest.model import BlockKind, Known, LineReason, Origin, Stated

ABOVE, BELOW = 2, 12  # lines from the headline in which its byline and date stand
HEAD = (LineReason.BYLINE, LineReason.DATELINE)


def known_of(page: Page) -> Stated:
    """What is stated about the article of a cleaned page, and for the rest what is recognized in it."""
    stated = page.raw.over(said(page))
    return replace(stated, language=_language(page, stated.language))


def said(page: Page) -> Stated:
    """What the bylines and date lines at the headline say; nothing where they say two things, or may mean another.

    How often that was right is told among the decisions, under "Metadata".
    """
    headline = page.first(BlockKind.HEADLINE)
    if headline is None or page.raw.kinds is not None:
        return Stated()
    body = page.first(BlockKind.BODY)
    end = min(len(page.lines) if body is None else body, headline + 1 + BELOW)
    published = _published(page, max(0, headline - ABOVE), end)
    if published is None and body is not None:
        published = day_of_dateline(page.lines[body].text)
    author = _author(page, headline + 1, end)
    return Stated(
        published=Known(value=published, origin=Origin.RECOGNIZED) if published else None,
        author=Known(value=author, origin=Origin.RECOGNIZED) if author else None,
    )


def _published(page: Page, start: int, end: int) -> dt.date | None:
    """The one day that lines call the day of publication; else the one day that stands there by itself."""
    dated = [d for i in range(start, end) if page.marks[i] in HEAD for d in days_published(page.lines[i].text)]
    days = {d.day for d in dated if d.labelled} or {d.day for d in dated}
    return days.pop() if len(days) == 1 else None


def _author(page: Page, start: int, end: int) -> str | None:
    """The authors that all bylines at the headline name; without one, those whom a sentence further down names."""
    found: set[tuple[str, ...]] = set()
    for i in range(start, end):
        names = follows_by(page.lines[i].text) if page.marks[i] in HEAD else None
        if names == "" and i + 1 < end and page.marks[i + 1] is LineReason.BYLINE:
            names = page.lines[i + 1].text  # "By" stands alone, and the name in the next line
        if names:
            found.add(authors_in(names, language=page.language))
    if not found:
        below = (byline_sentence(line.text, page.language) for line in page.lines)
        found = {authors for authors in below if authors}
    return ", ".join(found.pop()) or None if len(found) == 1 else None


def _language(page: Page, stated: Known[str] | None) -> Known[str] | None:
    """The language as it is stated, or recognized in the body.

    A web page's own statement comes from its template; where the body is clearly of another language, that counts.
    """
    code = language_code(stated.value) if stated else None
    own = replace(stated, value=code) if stated and code else None
    if own and own.origin.by_hand:
        return own
    body = _beginning(page)
    if own and is_english(body) is (code == "en"):  # a page in another language is not asked twice
        return own
    found = recognized_language(body)
    if own and found in (None, code):
        return own
    return Known(value=found, origin=Origin.RECOGNIZED) if found else None


def _beginning(page: Page) -> str:
    """As much of the body as its language is told by."""
    lines: list[str] = []
    length = 0
    body = BlockKind.BODY
    for line, mark in zip(page.lines, page.marks, strict=True):
        if mark is body:
            lines.append(line.text[:LOOKED_AT])
            length += len(line.text)
            if length >= LOOKED_AT:
                break
    return "\n".join(lines)
