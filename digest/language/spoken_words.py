"""The words by which one tells what quoted words lean on, as a language lists them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from digest.language import subject
from digest.language.terms import Word


class SpokenWords(NamedTuple):
    """Groups of words in small letters; `that`, `this`, `these` and `those` are the ones of `pointers`."""

    persons: frozenset[str]
    several: frozenset[str]
    things: frozenset[str]
    pointers: frozenset[str]
    that: frozenset[str]
    this: frozenset[str]
    these: frozenset[str]
    those: frozenset[str]
    you: frozenset[str]
    drawn: frozenset[str]
    i: frozenset[str]
    people: frozenset[str]
    light: frozenset[str]
    verbs: frozenset[str]
    empty: frozenset[str]
    impersonal: frozenset[str]
    before: frozenset[str]
    articles: frozenset[str]
    occasions: frozenset[str]
    addressed: frozenset[str]
    here: frozenset[str]
    about: frozenset[str]
    whom: frozenset[str]
    prepositions: frozenset[str]
    defining: frozenset[str]
    there: frozenset[str]
    exists: frozenset[str]
    counted: frozenset[str]
    leading: frozenset[str]
    such: frozenset[str]
    one: frozenset[str]
    such_as: frozenset[str]
    loose: frozenset[str]
    doing: frozenset[str]
    none: frozenset[str]
    saying: frozenset[str]


@cache
def spoken_words(language: str) -> SpokenWords | None:
    """Those of a language; None where it has none."""
    every = subject(language, "summarize")
    data = every["leaning"].get("spoken")
    if not data:
        return None
    data = data | {"prepositions": every["introduced"]["prepositions"]}
    roles = str(subject(language, "titles")["roles"]).split()
    groups = {name: frozenset(map(str, data[name])) for name in SpokenWords._fields}
    return SpokenWords(**(groups | {"people": groups["people"] | frozenset(roles)}))


def plain(word: Word) -> str:
    """A word in small letters, without what is drawn together with it: "That's" -> "that", but "don't"."""
    low = word.text.lower().replace("’", "'")
    return low if low.endswith("n't") else low.partition("'")[0]
