"""Tell a word for many people from a name: "Missourians", "Londoners", "Republicans"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from digest.extract.countries import gazetteer
from digest.extract.name_lexicon import Lexicon

SHORTEST = 4  # letters that a place and its people have in common
LOST = 3  # letters at the end of a place that its people lose: "Chicago", "Chicagoans"; "Texas", "Texans"


def is_many(word: str, lex: Lexicon, language: str) -> bool:
    """Whether a word is the plural of a role, or of those who live in a known place."""
    if not word.endswith("s") or not word[0].isupper():
        return False
    if word[:-1].lower() in lex.roles:
        return True
    whole = any(word.removesuffix(ending) in lex.known for ending in lex.whole_place_endings if word.endswith(ending))
    stems = (word.removesuffix(ending) for ending in lex.place_endings if word.endswith(ending))
    return whole or any(_begins_place(stem, language) for stem in stems)


@cache
def _places(language: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in gazetteer(language).names if name.isalpha()))


@cache
def _begins_place(stem: str, language: str) -> bool:
    """Whether a known place begins like that, and has few letters more."""
    names = _places(language)
    at = bisect_left(names, stem)
    near = names[at : at + 1]
    return len(stem) >= SHORTEST and any(name.startswith(stem) and len(name) - len(stem) < LOST for name in near)
