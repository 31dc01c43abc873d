"""Know where the readers' comments begin: below that, prose is no longer the article's."""

from __future__ import annotations

import re
from functools import cache

from digest.clean.words import bare
from digest.language import subject


def opens_comments(text: str, *, language: str = "en") -> bool:
    """Whether a line is the heading of a comment section.

    "34 responses to “Talks resume”", "Leave a reply", "12 Comments"
    """
    return len(text) <= 200 and bool(_heading(language).match(bare(text)))


@cache
def _heading(language: str) -> re.Pattern[str]:
    data = subject(language, "clean")
    whole = "|".join(re.escape(bare(t)) for t in data["comment_headings"])
    counted = "|".join(re.escape(t) for t in data["comment_words"])
    return re.compile(rf"(?:{whole})$|\d[\d,.]* (?:{counted})(?: (?:on|to|for)\b.*)?$")
