"""Say of each line what it is, where the line alone gives it away, whatever stands around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from digest.clean.captions import caption
from digest.clean.comments import comment_heading
from digest.clean.counters import counter
from digest.clean.furniture import phrase, phrase_of_title
from digest.clean.look import LABEL, MOST_LABELS, Look, look_at
from digest.clean.page import Mark, Page
from digest.clean.small import small_line
from digest.model import LineReason

LineRule = Callable[[str, Look, str], LineReason | None]

# In this order; the first that knows a line has it. A rule is given the line, its look and the language.
LINE_RULES: tuple[LineRule, ...] = (comment_heading, caption, phrase, small_line, counter)
TITLE_RULES: tuple[LineRule, ...] = (comment_heading, caption, phrase_of_title, small_line, counter)


def by_itself(page: Page) -> Mapping[int, Mark]:
    """Mark the lines that are known by themselves.

    "3 Comments" → footer; "Photo: AP" → photo credit; "Read more: Talks end" → related headline; "01:45" → video length
    """
    labels = _labels(page.language)
    found: dict[int, Mark] = {}
    for i, (line, look, mark) in enumerate(zip(page.lines, page.looks, page.marks, strict=True)):
        if mark is not None:
            continue
        text = line.text
        if i == 0:
            reason = _known(text, look, page.language, TITLE_RULES)
        else:
            reason = labels[text] if len(text) <= LABEL else _known(text, look, page.language, LINE_RULES)
        if reason is not None:
            found[i] = reason
    return found


def _known(text: str, look: Look, language: str, rules: tuple[LineRule, ...]) -> LineReason | None:
    for rule in rules:
        reason = rule(text, look, language)
        if reason is not None:
            return reason
    return None


class _Labels(dict[str, LineReason | None]):
    """What is known of short lines of a language, which come again on every page of a site."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, text: str) -> LineReason | None:
        reason = _known(text, look_at(text), self._language, LINE_RULES)
        if len(self) < MOST_LABELS:
            self[text] = reason
        return reason


_labels = cache(_Labels)
