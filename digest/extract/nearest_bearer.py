"""Of several people of one family name, find the one whom a lone family name means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from digest.extract.found_person import FoundPerson, gender_of, gender_of_word
from digest.extract.main_bearer import main_bearer, takes_over
from digest.extract.name import Name
from digest.extract.reading import Reading
from digest.extract.told_bearers import GENITIVES, told_bearers

PRONOUN_WITHIN = 6  # words behind a name in which "she" means its bearer: "Ito was 11 when her mother died"
TOLD_WITHIN = 10  # words from a name to the next that is only told of it: "Ann Ito, whose eldest son, Jan Ito"
KIN = 4  # words behind a name up to whose relative it tells of: "Ann's younger brother"
NEAR = 2  # sentences back in which somebody is named whom "she" may mean
FEW = 9  # names of one person that are looked back at
LISTING = frozenset({"and", "or", ";", ":", "“", "”", '"'})  # what makes two of them


def nearest_bearer(
    candidates: Sequence[FoundPerson], name: Name, people: Sequence[FoundPerson], reading: Reading
) -> FoundPerson | None:
    """The one whom a form of address or the name's own clause fits, or who was named last in a clause of their own.

    None where the clause tells of a woman, and only men of that name are known; and where two were named last in one
    sentence, if the headline does not say which of them the article is about.
    """
    lex = reading.lex
    candidates = told_bearers(candidates, name, reading)
    if not candidates:
        return None
    told = _told_by_clause(candidates, name, people, reading)
    addressed = gender_of_word(name.honorific or "", lex)
    gender = addressed or told or _told_behind(name, reading)
    fitting = [p for p in candidates if gender is None or gender_of(p, lex) in (gender, None)]
    met = any(p.first < name.start for p in fitting)
    if told and not met:
        return None
    fitting = fitting if fitting and (met or addressed) else list(candidates)
    return fitting[0] if len(fitting) == 1 else _main_or_last(fitting, name, reading)


def _main_or_last(bearers: Sequence[FoundPerson], name: Name, reading: Reading) -> FoundPerson | None:
    """The one of several whom the article is about, or who was named last; of two in one sentence, the headline's.

    Nobody where another than the article's main one was named last, and the words leave it open.
    """
    last = [(found, p) for p in bearers if (found := _last_before(p, name.start, bearers, reading)) is not None]
    if not last:
        return min(bearers, key=lambda p: p.first)
    latest, bearer = max(last, key=lambda one: one[0].start)
    main = main_bearer(bearers, name, reading)
    if main is not None and main is not bearer:
        over = takes_over(latest, name, reading)
        return main if over is False else bearer if over else None
    alike = sum(found.sentence == latest.sentence for found, _ in last)
    return bearer if alike == 1 else _in_headline(bearers, reading)


def _in_headline(bearers: Sequence[FoundPerson], reading: Reading) -> FoundPerson | None:
    """The only one of several whom the headline names in full, if it has no other's given name."""
    headline = reading.article.headline
    words = frozenset(headline.text.replace(",", " ").split()) if headline else frozenset()
    named = [p for p in bearers if p.given and p.given in words]
    return named[0] if len(named) == 1 and named[0].family in words else None


def _told_behind(name: Name, reading: Reading) -> str | None:
    """The gender of the first pronoun behind a name that does something, before anybody else is named."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    joints = (
        lex.function_words - lex.prepositions
    )  # "Ito was 11 when her mother died", but not "Ito spoke of her death"
    before = ""
    for i, word in enumerate(words[name.last : name.last + PRONOUN_WITHIN]):
        if word[0].isupper() or not word[0].isalnum():
            return None  # "Ito's aide said she", "Ito told Ann Roth that she"
        gender = lex.bound.get(word) or lex.pronouns.get(word)
        if i and gender and (word in lex.personal_pronouns or before in joints):
            return gender
        before = word
    return None


def _told_by_clause(
    candidates: Sequence[FoundPerson], name: Name, people: Sequence[FoundPerson], reading: Reading
) -> str | None:
    """The gender that a lone name's own clause tells: "Ito said she was tired".

    None where anybody else is named nearby whom "she" may mean.
    """
    lex, words = reading.lex, reading.phrases[name.sentence].words
    verb, *behind = words[name.last : name.last + 3] or [""]
    if len(behind) > 1 and behind[0] in lex.function_words - lex.pronouns.keys():  # "said that she"
        del behind[0]
    gender = lex.pronouns.get(behind[0]) if behind and verb in lex.speech_verbs else None
    if gender is None:
        return None
    start = reading.phrases[max(0, name.sentence - NEAR)].starts[0]
    bearers = {id(person) for person in candidates}
    others = (p for p in people if id(p) not in bearers and gender_of(p, lex) in (gender, None))
    return None if any(start <= n.start for p in others for n in _named_before(p, name.start)[:1]) else gender


def _last_before(person: FoundPerson, start: int, others: Sequence[FoundPerson], reading: Reading) -> Name | None:
    """Where a person was last named before `start`, but not in what is told of another bearer."""
    for name in _named_before(person, start):
        beside = (other for p in others if p is not person for other in _named_before(p, name.start)[:1])
        told = _is_relative(name, reading) or any(_is_told_of(other, name, reading) for other in beside)
        if (len(name.parts) == 1 or not told) and not _owns_relative(name, reading):
            return name
    return None


def _named_before(person: FoundPerson, start: int) -> list[Name]:
    """The last names of a person before a place of the text, the nearest first."""
    at = bisect_left(person.names, start, key=lambda n: n.start)
    return person.names[max(0, at - FEW) : at][::-1]


def _is_relative(name: Name, reading: Reading) -> bool:
    """Whether a name is told as that of somebody's relative: "His wife, *Ann Ito*", "Ito's brother *Jan Ito*"."""
    before, lex = reading.phrases[name.sentence].words[: name.first], reading.lex
    if before[-1:] == [","]:
        before = before[:-1]
    if len(before) < 2 or before[-1] not in lex.kin:
        return False
    owner = before[-3:-1] if before[-2].islower() and before[-2].lower() not in lex.articles else before[-2:-1]
    return any(word.lower() in lex.bound or word in GENITIVES or word in LISTING for word in owner)


def _owns_relative(name: Name, reading: Reading) -> bool:
    """Whether a name only says whose relative somebody else is: "Jan Ito, *Ann*'s father, spoke"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    owner = words[name.last : name.last + 1] and words[name.last] in GENITIVES
    return bool(owner) and not lex.kin.isdisjoint(words[name.last + 1 : name.last + KIN])


def _is_told_of(other: Name, name: Name, reading: Reading) -> bool:
    """Whether a name stands in a clause that hangs on another: "*Ann Ito*, whose son, *Jan Ito*, was ill"."""
    if other.sentence != name.sentence or not 0 < name.first - other.last <= TOLD_WITHIN:
        return False
    words, lex = reading.phrases[name.sentence].words, reading.lex
    between = words[other.last : name.first]
    if len(between) < 2 or between[0] != "," or not LISTING.isdisjoint(between):
        return False
    return between[1] in lex.articles or between[1] in lex.no_role_starts & lex.clause_words
