"""Drop what a publisher prints in article after article; what that is was learned from the project's own articles.

Two cleaners do it. Prose goes before the article is looked for, so that a paragraph about cookies is not taken for one
of its own; labels and titles go after that, when the headline is known and safe.
"""

from __future__ import annotations

from collections.abc import Mapping

from digest.clean.headline import title_lines
from digest.clean.page import Mark, Page
from digest.clean.shape import Shape, is_item
from digest.clean.words import has_full_stop
from digest.model import BlockKind, LineReason

PROSE = (Shape.PROSE, Shape.PASSAGE, Shape.REMARK)


def repeated_prose(page: Page) -> Mapping[int, Mark]:
    """Mark sentences that the publisher's articles share: "You can read five articles a month for free."

    A line that says what the page's title says stays, and all stay where no other prose would be left.
    """
    if not page.habits:
        return {}
    prose = [i for i, look in enumerate(page.looks) if look.shape in PROSE and page.marks[i] is None]
    found = {i for i in prose if page.looks[i].bare in page.habits and _ends_no_headline(page, i)}
    if not found or len(found) == len(prose):
        return {}
    return dict.fromkeys(sorted(found.difference(title_lines(page))), LineReason.HABIT)


def repeated_lines(page: Page) -> Mapping[int, Mark]:
    """Mark what else in the body the publisher's articles share: "Our best stories", "Want more news like this?"

    Without a headline none is marked, since one of them may be the headline.
    """
    if not page.habits or BlockKind.HEADLINE not in page.marks:
        return {}
    body = [i for i, mark in enumerate(page.marks) if mark is None]
    found = [i for i in body if page.looks[i].bare in page.habits and not is_item(page.lines[i].text)]
    return dict.fromkeys(found, LineReason.HABIT) if len(found) < len(body) else {}


def _ends_no_headline(page: Page, index: int) -> bool:
    """Whether a line cannot be a headline: it ends with a full stop, or is too long."""
    return page.looks[index].shape is Shape.PASSAGE or has_full_stop(page.lines[index].text)
