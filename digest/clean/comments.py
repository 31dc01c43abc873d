"""Know where the readers' comments begin: below that, prose is no longer the article's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.clean.page import Mark, Page
from digest.clean.words import bare
from digest.language import subject
from digest.model import LineReason


def opens_comments(text: str, *, language: str = "en") -> bool:
    """Whether a line is the heading of a comment section, and nothing else.

    "34 responses to “Talks resume”", "Leave a reply"; but "12 Comments" may be a button above the article
    """
    return len(text) <= 200 and bool(_headings(language)[0].match(bare(text)))


def comment_headings(page: Page) -> Mapping[int, Mark]:
    """Mark the headings and buttons of comment sections."""
    heading, button = _headings(page.language)
    return {
        i: LineReason.FOOTER
        for i, line in enumerate(page.lines)
        if page.marks[i] is None
        and len(line.text) <= 200
        and (heading.match(text := bare(line.text)) or button.match(text))
    }


@cache
def _headings(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = subject(language, "clean")
    headings = "|".join(re.escape(bare(t)) for t in data["comment_headings"])
    buttons = "|".join(re.escape(bare(t)) for t in data["comment_buttons"])
    counted = "|".join(re.escape(t) for t in data["comment_words"])
    return (
        re.compile(rf"(?:{headings})$|\d[\d,.]* (?:{counted}) (?:on|to|for)\b"),
        re.compile(rf"(?:{buttons})$|\d[\d,.]* (?:{counted})$"),
    )
