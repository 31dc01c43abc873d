"""Tell prose from titles and labels by the shape of a line."""

from __future__ import annotations

import re
from enum import StrEnum

from digest.clean.words import is_sentence, word_count

# What begins an item of a list: "• Talks", "1. Talks", "- Talks", "(a) Talks".
ITEM = re.compile(r"^(?:[•‣◦▪●·*–—+-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s|#\d{1,2}\s)")


LONGEST_TEASER = 40  # words
LONGEST_COUNTED = 40  # words: beyond them a paragraph says no more about where the article is


class Shape(StrEnum):
    """What a line looks like, whatever it says."""

    PROSE = "a sentence or more"
    REMARK = "a sentence of a few words"
    PASSAGE = "long, but without a sentence's end"
    TITLE = "as long as a headline, and without a full stop"
    LABEL = "a few words"


PROSE, REMARK, PASSAGE, TITLE, LABEL = Shape  # to look one up in its class takes long before Python 3.12
RUNNING = (PROSE, PASSAGE)  # running text


def shape(text: str) -> Shape:
    """Look at how long a line is and how it ends.

    "The envoys met in Geneva on Monday to discuss grain." → PROSE; "Envoys meet in Geneva for grain talks" → TITLE
    """
    return shape_of(word_count(text), sentence=is_sentence(text))


def shape_of(words: int, *, sentence: bool) -> Shape:
    """The shape of a line with so many words, that ends as a sentence does or not."""
    if sentence:
        return PROSE if words >= 8 else REMARK
    if words >= 26:
        return PASSAGE
    return TITLE if words >= 5 else LABEL


# What a line without a mark is worth for the article, in words of prose. Found by trying on scraped pages.
OF_SHAPE = {REMARK: 1.0, TITLE: -10.0, LABEL: -6.0}


def worth_of(text: str, form: Shape, *, words: int) -> float:
    """How much a line speaks for being the article's (above 0), or against it: teasers, titles and labels do."""
    if form is PROSE:
        return OF_SHAPE[TITLE] if is_cut(text, words=words) else float(min(words, LONGEST_COUNTED))
    if form is PASSAGE:
        return min(words, LONGEST_COUNTED) * 0.5
    return OF_SHAPE[form]


def is_item(text: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return bool(ITEM.match(text[:8]))


def is_cut(text: str, *, words: int) -> bool:
    """Whether a line is a teaser that was cut off: "The envoys agreed on Monday to open the por..." """
    return text.endswith(("...", "…", "[…]", "[...]")) and words <= LONGEST_TEASER
