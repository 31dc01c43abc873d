"""Find where a sentence begins behind a cross-heading that was glued to it: "Role model His rival praised her." """

from __future__ import annotations

import re
from functools import cache

from digest.language import subject
from digest.language.tenses import may_be_verb
from digest.language.terms import function_words, low_words

LEAST = 5  # words that a sentence has behind it


def glued_heading_end(text: str, *, language: str = "en") -> int:
    """Where a text begins behind two to four words that no full stop parts from it; 0 without them.

    Behind them stands a word with a capital that only a sentence's first word has: "New harbour The town has opened".
    """
    shape = _shape(language)
    found = shape.match(text) if shape else None
    if found is None:
        return 0
    heading = low_words(found[0])
    told = any(may_be_verb(word, language) for word in heading)
    if told or heading[0] in function_words(language) or heading[-1] in function_words(language):
        return 0
    return found.end() if len(low_words(text[found.end() :])) >= LEAST else 0


@cache
def _shape(language: str) -> re.Pattern[str] | None:
    openers = subject(language, "summarize").get("behind_heading")
    if not openers:
        return None
    plain, owning = ("|".join(map(str, openers[key])) for key in ("plain", "owning"))
    return re.compile(rf"[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_A-Z]+){{1,3}} (?=(?:{plain}) [^\W\d_A-Z]|(?:{owning}) \w)")
