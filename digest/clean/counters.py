"""Drop what counts comments, readers and pictures: "Views: 1,204", "Show 12 comments", "Photo 1 of 9"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from digest.clean.page import Mark, Page
from digest.clean.phrases import any_of
from digest.language import subject
from digest.model import LineReason

LONGEST = 60  # characters
DIGIT = re.compile(r"\d")
NUMBER = r"\d[\d,.]{0,12}[km]?"  # "37", "1,204", "3.4k"


def counters(page: Page) -> Mapping[int, Mark]:
    """Mark the lines that are a number and what it counts, whichever stands first."""
    shapes = _shapes(page.language)
    return {
        i: LineReason.COUNTER
        for i, (look, mark) in enumerate(zip(page.looks, page.marks, strict=True))
        if mark is None
        and not (look.letters or look.sentence)
        and len(look.plain) <= LONGEST
        and DIGIT.search(look.plain)
        and shapes.match(look.bare)
    }


@cache
def _shapes(language: str) -> re.Pattern[str]:
    words = subject(language, "clean")
    things, before, after = (any_of(words[f"counter_{part}"]) for part in ("things", "before", "after"))
    pictures = any_of(words["counter_pictures"])
    return re.compile(
        rf"(?:{before} )?{NUMBER} {things}(?: {after})?$"  # "show 12 comments", "12 comments so far"
        rf"|{things} ?[:(] ?{NUMBER}$"  # "views: 1,204", "comments (12"
        rf"|(?:{pictures} )?\d{{1,3}} (?:of|/) \d{{1,3}}$"  # "photo 1 of 9"
    )
