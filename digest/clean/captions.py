"""Take out picture captions and credits: what they say is about the picture, not the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digest.clean.credits import find_credit
from digest.clean.page import Mark, Page
from digest.clean.words import word_count
from digest.model import Caption, LineReason

LONGEST = 90  # words: no caption is longer


def captions(page: Page) -> Mapping[int, Mark]:
    """Mark the lines that end with a picture credit; a line that is nothing else is a credit.

    "The envoys meet. (Photo by Reuters)" → caption; "Photo: AP" → photo credit
    """
    found: dict[int, Mark] = {}
    for i, line in enumerate(page.lines):
        if page.marks[i] or len(line.text) > 1_000 or word_count(line.text) > LONGEST:
            continue
        credit = find_credit(line.text, language=page.language)
        if credit:
            found[i] = LineReason.CAPTION if word_count(line.text[: credit.start]) >= 2 else LineReason.CREDIT
    return found


def captions_of(page: Page) -> Iterable[Caption]:
    """The captions among a page's marked lines, each with its credit where it names one."""
    for line, mark in zip(page.lines, page.marks, strict=True):
        if mark is LineReason.CAPTION:
            credit = find_credit(line.text, language=page.language)
            text = line.text[: credit.start].rstrip(" (|[–—-") if credit else line.text
            yield Caption(line=line.number, text=text, credit=credit.name if credit else None)
