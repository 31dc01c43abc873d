"""Take out picture captions and credits: what they say is about the picture, not the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from digest.clean.credits import CREDIT_LINKS, find_credit, may_have_credit
from digest.clean.look import Look
from digest.clean.page import Mark, Page
from digest.clean.words import plain, word_count
from digest.language import subject
from digest.language.fitness import is_scene_of_day
from digest.model import Caption, LineReason

NEAR = 4  # characters
LONGEST = 90  # words: no caption is longer …
SCENE = 60  # words of a caption that is known by its day only
LABEL = 8  # words of a line that may stand again inside a caption and be no caption itself
MOST = 50  # captions in which lines are looked for
LONGEST_TEXT = 1_000  # … and none has more characters


def caption(text: str, look: Look, language: str) -> LineReason | None:
    """Whether a line ends with a picture credit: a line that is nothing else is a credit, any other a caption.

    "The envoys meet. (Photo by Reuters)" → caption; "Photo: AP" → photo credit
    """
    if look.words > LONGEST or len(text) > LONGEST_TEXT:
        return None
    if _edges(language).fit(look.plain) or (look.words <= SCENE and is_scene_of_day(text, language=language)):
        return LineReason.CAPTION
    if look.letters and CREDIT_LINKS.isdisjoint(look.tokens):
        return None
    if may_have_credit(text, look, language) and (credit := find_credit(text, language=language)):
        return LineReason.CAPTION if word_count(text[: credit.start]) >= 2 else LineReason.CREDIT
    return None


def loose_captions(page: Page) -> Mapping[int, Mark]:
    """Mark the line that stands right above a credit and describes a picture.

    "Jane Doe, left, at the summit in Rome on Tuesday." / "Photo: AP" → the first is the caption; so is a line that
    stands again in another caption.
    """
    described = [page.looks[i].bare for i, mark in enumerate(page.marks) if mark is LineReason.CAPTION][:MOST]
    twice = {
        i: LineReason.CAPTION
        for i in page.unmarked()
        if page.looks[i].words > LABEL and any(page.looks[i].bare in bare for bare in described)
    }
    if LineReason.CREDIT not in page.marks:
        return twice
    describes = _describes(page.language)
    first = page.first(None)
    told = {
        page.looks[i].bare
        for i, below in enumerate(page.marks[1:])
        if below is LineReason.CREDIT
        and page.marks[i] in (None, LineReason.REPEAT)
        and page.looks[i].words <= LONGEST
        and (i == first or describes.search(page.looks[i].plain))
    }
    return twice | {i: LineReason.CAPTION for i in page.unmarked() if page.looks[i].bare in told}


class _Edges(NamedTuple):
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    first: frozenset[str]  # the first and the last characters of these, which spare most lines the comparison
    last: frozenset[str]

    def fit(self, plain: str) -> bool:
        return (plain[:NEAR] in self.first and plain.startswith(self.starts)) or (
            plain[-NEAR:] in self.last and plain.endswith(self.ends)
        )


@cache
def _edges(language: str) -> _Edges:
    data = subject(language, "clean")
    starts, ends = tuple(data["caption_starts"]), tuple(data["caption_ends"])
    return _Edges(starts, ends, frozenset(text[:NEAR] for text in starts), frozenset(text[-NEAR:] for text in ends))


@cache
def _describes(language: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(t) for t in subject(language, "clean")["caption_words"]))


def captions_of(page: Page) -> Iterable[Caption]:
    """The captions among a page's marked lines, each with its credit: at its end, or alone on the line below."""
    if LineReason.CAPTION not in page.marks:
        return
    labels = tuple(page.phrases["caption_labels"])
    marked = LineReason.CAPTION
    for i in [i for i, mark in enumerate(page.marks) if mark is marked]:
        line = page.lines[i]
        text = line.text
        credit = find_credit(text, language=page.language)
        if credit:
            text = text[: credit.start].rstrip(" (|[–—-")
        elif i + 1 < len(page.lines) and page.marks[i + 1] is LineReason.CREDIT:
            credit = find_credit(page.lines[i + 1].text, language=page.language)
        start = plain(text)
        label = next((w for w in labels if start.startswith(w)), "")
        yield Caption(line=line.number, text=text[len(label) :].lstrip(" :"), credit=credit.name if credit else None)
