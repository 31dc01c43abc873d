"""Drop what counts comments, readers and pictures: "Views: 1,204", "Show 12 comments", "Photo 1 of 9"."""

from __future__ import annotations

import re
from functools import cache

from digest.clean.glued import numbered_end
from digest.clean.look import Look
from digest.clean.phrases import any_of
from digest.language import subject
from digest.model import LineReason

LONGEST = 60  # characters
DIGIT = re.compile(r"\d")
NUMBER = r"\d[\d,.]{0,12}[km]?"  # "37", "1,204", "3.4k"


def counter(text: str, look: Look, language: str) -> LineReason | None:
    """Whether a line is a number and what it counts, whichever stands first, or a picture's caption with its number."""
    if text[0].isdigit() and numbered_end(text):
        return LineReason.CAPTION
    if look.letters or look.sentence or len(look.plain) > LONGEST or not DIGIT.search(look.plain):
        return None
    return LineReason.COUNTER if _shapes(language).match(look.bare) else None


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
