"""Of several people of one family name, find the one whom a lone family name means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from digest.extract.found_person import FoundPerson, gender_of, gender_of_word
from digest.extract.name import Name
from digest.extract.reading import Reading

PRONOUN_WITHIN = 6  # words behind a name in which "she" means its bearer: "Ito was 11 when her mother died"
TOLD_WITHIN = 10  # words from a name to the next that is only told of it: "Ann Ito, whose eldest son, Jan Ito"
FEW = 9  # names of one person that are looked back at
LISTING = frozenset({"and", "or", ";", ":", "“", "”", '"'})  # what makes two of them


def nearest_bearer(candidates: Sequence[FoundPerson], name: Name, reading: Reading) -> FoundPerson:
    """The one whom a form of address or a pronoun fits, or who was named last in a clause of their own."""
    if len(candidates) == 1:
        return candidates[0]
    lex = reading.lex
    gender = gender_of_word(name.honorific or "", lex) or _told_behind(name, reading)
    fitting = [p for p in candidates if gender is None or gender_of(p, lex) in (gender, None)] or candidates
    if len(fitting) == 1:
        return fitting[0]
    return max(fitting, key=lambda p: (_last_before(p, name.start, fitting, reading), -p.first))


def _told_behind(name: Name, reading: Reading) -> str | None:
    """The gender of the first pronoun behind a name that does something, before anybody else is named."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    for i, word in enumerate(words[name.last : name.last + PRONOUN_WITHIN]):
        if word[0].isupper() or not word[0].isalnum():
            return None  # "Ito's aide said she", "Ito told Ann Roth that she"
        if i and (gender := lex.bound.get(word) or lex.pronouns.get(word)):
            return gender
    return None


def _last_before(person: FoundPerson, start: int, others: Sequence[FoundPerson], reading: Reading) -> int:
    """Where a person was last named before `start`, but not in what is told of another bearer, or -1."""
    before = _named_before(person, start)
    for name in before:
        beside = (other for p in others if p is not person for other in _named_before(p, name.start)[:1])
        if len(name.parts) == 1 or not any(_is_told_of(other, name, reading) for other in beside):
            return name.start
    return -1


def _named_before(person: FoundPerson, start: int) -> list[Name]:
    """The last names of a person before a place of the text, the nearest first."""
    at = bisect_left(person.names, start, key=lambda n: n.start)
    return person.names[max(0, at - FEW) : at][::-1]


def _is_told_of(other: Name, name: Name, reading: Reading) -> bool:
    """Whether a name stands in a clause that hangs on another: "*Ann Ito*, whose son, *Jan Ito*, was ill"."""
    if other.sentence != name.sentence or not 0 < name.first - other.last <= TOLD_WITHIN:
        return False
    words, lex = reading.phrases[name.sentence].words, reading.lex
    between = words[other.last : name.first]
    if len(between) < 2 or between[0] != "," or not LISTING.isdisjoint(between):
        return False
    return between[1] in lex.articles or between[1] in lex.no_role_starts & lex.clause_words
