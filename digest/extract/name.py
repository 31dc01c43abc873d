"""What a name in an article is: its words, their place, and what it could name."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from digest.extract.countries import KnownPlace
from digest.extract.reading import Reading

JOINED = re.compile(r"([a-z]{2,3}|d['’])[A-Z][a-z]{2}")  # a particle written together with a name: "diRoma"


class NameKind(StrEnum):
    """What a name is, as far as its own words and the words around it tell."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DEMONYM = "demonym"
    ACRONYM = "acronym"
    OPEN = "open"  # a capitalised phrase that only the rest of the article can decide


class Name(NamedTuple):
    """Words `first..last` (half-open) of a sentence, at `start..end` of the text.

    `parts` are the words without titles. `titled` is True after a title ("President Putin"), and `honorific` holds a
    form of address ("Mrs"). `known` is the name of the tables, `place` their entry. `opens` is True where any word
    would carry a capital. `person` says whether it is a person's, where something better than the rules knows.
    """

    kind: NameKind
    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    parts: tuple[str, ...]
    titled: bool = False
    honorific: str | None = None
    known: str | None = None
    place: KnownPlace | None = None
    opens: bool = False
    person: bool | None = None


NameFinder = Callable[[Reading], tuple[Name, ...]]
"""Finds the names in an article, in its order; they never overlap. `names_in` is the one that needs nothing else."""
