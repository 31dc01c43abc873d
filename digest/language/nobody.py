"""Say whether a sentence speaks of somebody whom it does not name."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from digest.language import subject
from digest.language.quoting import QUOTED
from digest.language.terms import WORD, low_words, own_capitals


def is_of_nobody(text: str, *, named: bool, language: str = "en") -> bool:
    """Whether a sentence has a pronoun for a person before any name: "The last letter from him came in May".

    `named` says that a person's name was found in it; without one only somebody new can be meant: "A man … his boat".
    """
    persons = _words("persons", language)
    if not persons:
        return False
    spoken = QUOTED.sub(lambda found: " " * len(found.group()), text)
    found = next((word for word in WORD.finditer(spoken) if word[0].lower() in persons), None)
    if found is None:
        return False
    if named:
        return not own_capitals(spoken[: found.end()], language=language)
    return low_words(text)[0] not in _words("apposed", language)


@cache
def _words(name: str, language: str) -> AbstractSet[str]:
    return frozenset(map(str, subject(language, "compare").get("dates", {}).get("main", {}).get(name, ())))
