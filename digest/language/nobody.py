"""Say whether a sentence speaks of somebody whom it does not name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from digest.language import subject
from digest.language.quoting import QUOTED
from digest.language.terms import WORD, low_words, own_capitals, words

# What stands behind a given name that is not alone: "Ida Holm", "Ida-Maria", "Ida and Karl Duhr".
NAMED_BEHIND = re.compile(r"[ -][A-Z]|,? \w+ [A-Z]\w+ [A-Z]")


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


def given_names(names: Iterable[str]) -> AbstractSet[str]:
    """Of the whole names of people, those words that only stand in front: "Ida" of "Ida Holm"."""
    parts = [name.split() for name in names]
    return frozenset({part[0] for part in parts if len(part) > 1} - {part[-1] for part in parts})


def calls_by_given_name(text: str, given: AbstractSet[str]) -> bool:
    """Whether a sentence has one of some `given` names alone: "In 2000, Ida sailed", not "Ida Holm sailed"."""
    found = words(text)
    for at, word in enumerate(found):
        if word.text in given:
            before, behind = text[: word.start], text[word.end :]
            of_name = at and found[at - 1].text[0].isupper() and before.endswith((f"{found[at - 1].text} ", ". ", "-"))
            if not of_name and not NAMED_BEHIND.match(behind):
                return True
    return False


@cache
def _words(name: str, language: str) -> AbstractSet[str]:
    return frozenset(map(str, subject(language, "compare").get("dates", {}).get("main", {}).get(name, ())))
