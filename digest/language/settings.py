"""Leave out of a sentence where it was, for two things that happen in one place are two."""

from __future__ import annotations

import re
from functools import cache

from digest.language import subject

BETWEEN = 4  # words in small letters between "in" and the name: "in the rugged hills of"


def without_setting(text: str, *, language: str = "en") -> str:
    """A sentence without its places: "A bus crashed in the rugged hills of Tarn" -> "A bus crashed"."""
    return _place(language).sub(" ", text)


@cache
def _place(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, map(str, subject(language, "compare").get("standing_in", ())))) or "(?!)"
    name = r"[A-Z][\w’'-]*"
    return re.compile(rf"\b(?i:{words}) (?:[a-z-]+ ){{0,{BETWEEN}}}{name}(?: {name})*")
