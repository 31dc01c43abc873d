"""Say whether a sentence speaks of somebody whom it does not name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from digest.language import subject
from digest.language.quoting import QUOTED
from digest.language.terms import WORD, low_words, own_capitals, words

JOINTS = (" ", "-")
OPENING = 4  # words of an opening among which somebody is told of: "The young bus driver"
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


def opens_with_stranger(text: str, *, language: str = "en") -> str:
    """The noun for somebody without a name of whom a sentence tells: "The driver, who was unhurt, told reporters".

    "The driver, Jan Roth, said", "The old driver Jan Roth said", "Drivers said" -> ""
    """
    strangers, found = _strangers(language), words(text)[: OPENING + 2]
    if not strangers or not found or found[0].text.lower() not in _before(language):
        return ""
    for at, word in enumerate(found[1 : OPENING + 1], start=1):
        if not word.text.islower() or text[found[at - 1].end : word.start] not in JOINTS:
            return ""
        if word.text in strangers:
            named = at + 1 < len(found) and found[at + 1].text[0].isupper()
            return "" if named else word.text
    return ""


@cache
def _strangers(language: str) -> AbstractSet[str]:
    """The words by which news names people whom it does not introduce."""
    return frozenset(map(str, subject(language, "quotes").get("strangers", ())))


@cache
def _before(language: str) -> AbstractSet[str]:
    """The words that stand before a noun for somebody: "the", "one"."""
    return frozenset(map(str, subject(language, "summarize").get("introduced", {}).get("determiners", ())))


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
