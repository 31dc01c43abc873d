"""Take out picture captions and credits: what they say is about the picture, not the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from digest.clean.credits import find_credit
from digest.clean.page import Mark, Page
from digest.clean.words import plain, word_count
from digest.language import subject
from digest.model import Caption, LineReason

LONGEST = 90  # words: no caption is longer


def captions(page: Page) -> Mapping[int, Mark]:
    """Mark the lines that end with a picture credit; a line that is nothing else is a credit.

    "The envoys meet. (Photo by Reuters)" → caption; "Photo: AP" → photo credit
    """
    found: dict[int, Mark] = {}
    starts, ends = _edges(page.language)
    for i, line in enumerate(page.lines):
        if page.marks[i] or len(line.text) > 1_000 or word_count(line.text) > LONGEST:
            continue
        text = plain(line.text)
        if text.startswith(starts) or text.endswith(ends):
            found[i] = LineReason.CAPTION
        elif credit := find_credit(line.text, language=page.language):
            found[i] = LineReason.CAPTION if word_count(line.text[: credit.start]) >= 2 else LineReason.CREDIT
    return found


def loose_captions(page: Page) -> Mapping[int, Mark]:
    """Mark the line that stands right above a credit, or among a gallery's lines, and describes a picture.

    "Jane Doe, left, at the summit in Rome on Tuesday." / "Photo: AP" → the first is the caption
    """
    found: dict[int, Mark] = {}
    describes = _describes(page.language)
    for i, line in enumerate(page.lines):
        if page.marks[i] or word_count(line.text) > LONGEST:
            continue
        below = page.marks[i + 1] if i + 1 < len(page.lines) else None
        if below is LineReason.CREDIT and describes.search(plain(line.text)):
            found[i] = LineReason.CAPTION
    return found


@cache
def _edges(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = subject(language, "clean")
    return tuple(data["caption_starts"]), tuple(data["caption_ends"])


@cache
def _describes(language: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(t) for t in subject(language, "clean")["caption_words"]))


def captions_of(page: Page) -> Iterable[Caption]:
    """The captions among a page's marked lines, each with its credit: at its end, or alone on the line below."""
    labels = tuple(page.phrases["caption_labels"])
    for i, (line, mark) in enumerate(zip(page.lines, page.marks, strict=True)):
        if mark is not LineReason.CAPTION:
            continue
        text = line.text
        credit = find_credit(text, language=page.language)
        if credit:
            text = text[: credit.start].rstrip(" (|[–—-")
        elif i + 1 < len(page.lines) and page.marks[i + 1] is LineReason.CREDIT:
            credit = find_credit(page.lines[i + 1].text, language=page.language)
        label = next((w for w in labels if plain(text).startswith(w)), "")
        yield Caption(line=line.number, text=text[len(label) :].lstrip(" :"), credit=credit.name if credit else None)
