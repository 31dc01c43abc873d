"""Narrow the bearers of a lone family name by the words beside it: an office, a relative's noun, "the younger"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from digest.extract.found_person import FoundPerson, gender_of, gender_of_word
from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Reading
from digest.extract.roles import Role, role_before
from digest.extract.roles_after import role_after

FEW = 9  # names of one person at which roles are looked for
NEAR = 3  # words between a name and the genitive that tells of it: "Ann Ito, *Senator* Ito's widow"
GENITIVES = frozenset({"'s", "’s"})


def told_bearers(candidates: Sequence[FoundPerson], name: Name, reading: Reading) -> Sequence[FoundPerson]:
    """The people whom a lone family name can mean; nobody where it means all of a family, or one who is not told."""
    lex, words = reading.lex, reading.phrases[name.sentence].words
    behind = words[name.last : name.last + 2]
    if len(behind) > 1 and behind[0] in GENITIVES and behind[1] in lex.kin:
        return [p for p in candidates if not _is_that_relative(p, name, behind[1], reading)]
    if comparing := _comparing(words, name.first, lex):
        return _of_age(candidates, comparing, behind[:1], reading)
    if len(candidates) < 2:
        return candidates
    if behind and behind[0] in lex.of_families:
        return ()
    if age := _age(words, name.last):
        candidates = _aged(candidates, age, reading)
    office = _office(name, reading)
    return _in_office(candidates, office, reading) if office else candidates


def has_other_office(candidates: Sequence[FoundPerson], name: Name, reading: Reading) -> bool:
    """Whether a lone name has an office before it that none of some people is told to have: "*President* Ito"."""
    office = _office(name, reading)
    return office is not None and not any(role.head == office.head for p in candidates for role in _roles(p, reading))


def _office(name: Name, reading: Reading) -> Role | None:
    """The office right before a name, without a comma between."""
    phrase = reading.phrases[name.sentence]
    apposed = name.first > 0 and phrase.words[name.first - 1] == ","
    return None if apposed else role_before(phrase, name.first, reading.lex)


def _age(words: Sequence[str], last: int) -> str:
    """How old somebody is who is named right before: "Ito, 25, won"."""
    age = "".join(words[last + 1 : last + 2])
    closed = words[last : last + 1] == [","] and words[last + 2 : last + 3] in ([","], ["."])
    return age if closed and age.isdigit() and len(age) <= 3 else ""


def _aged(candidates: Sequence[FoundPerson], age: str, reading: Reading) -> Sequence[FoundPerson]:
    """Those of whom the age is told; else all, but nobody where one of them was only named as another's relative."""
    phrases = reading.phrases
    same = [p for p in candidates if any(_age(phrases[n.sentence].words, n.last) == age for n in p.names[:FEW])]
    return same or (() if any(_is_a_relative(p, reading) for p in candidates) else candidates)


def _is_a_relative(person: FoundPerson, reading: Reading) -> bool:
    """Whether somebody is told to be another's relative: "Jan Ito, *Ann's father*, said"."""
    return any(
        role.head in reading.lex.kin and not GENITIVES.isdisjoint(re.findall(r"['’]s\b", role.wording))
        for role in _roles(person, reading)
    )


def _is_that_relative(person: FoundPerson, name: Name, noun: str, reading: Reading) -> bool:
    """Whether a person is the relative told of by a genitive, and not whose: "Ito's mother" is Ann."""
    beside = (
        other.sentence == name.sentence
        and (0 < name.first - other.last <= NEAR or 0 <= other.first - name.last - 2 < 2)
        for other in person.names[:FEW]
    )
    return any(role.head == noun for role in _roles(person, reading)) or any(beside)


def _comparing(words: Sequence[str], first: int, lex: Lexicon) -> str:
    """The word that parts two of one name, before a name and its form of address: "the *younger* Mr. Ito"."""
    at = first - 1
    while at >= 0 and (words[at] == "." or words[at] in lex.honorifics):
        at -= 1
    return words[at] if at >= 0 and words[at] in (lex.younger | lex.elder) - lex.kin else ""


def _of_age(
    candidates: Sequence[FoundPerson], comparing: str, behind: Sequence[str], reading: Reading
) -> Sequence[FoundPerson]:
    """The one of several bearers who is told to be younger, or a child; else the one who is not told the opposite."""
    lex = reading.lex
    mine, others = (lex.younger, lex.elder) if comparing in lex.younger else (lex.elder, lex.younger)
    gender = gender_of_word(behind[0], lex) if behind and behind[0] in lex.kin else None  # "the elder Ito daughter"
    fitting = [person for person in candidates if gender is None or _gender(person, reading) in (gender, None)]
    told = [person for person in fitting if _is_called(person, mine, reading)]
    if not told and len(fitting) == 2:
        left = [person for person in fitting if not _is_called(person, others, reading)]
        told = left if len(left) == 1 else []
    return told if len(told) == 1 else ()


def _gender(person: FoundPerson, reading: Reading) -> str | None:
    """The gender that the noun of a role tells, or the name."""
    told = (gender_of_word(role.head, reading.lex) for role in _roles(person, reading))
    return next(filter(None, told), None) or gender_of(person, reading.lex)


def _in_office(candidates: Sequence[FoundPerson], office: Role, reading: Reading) -> Sequence[FoundPerson]:
    """Those of several bearers who have an office in these words, else in others, else all."""
    roles = [(person, tuple(_roles(person, reading))) for person in candidates]
    same = [person for person, own in roles if any(role.wording == office.wording for role in own)]
    return same or [p for p, own in roles if any(role.head == office.head for role in own)] or candidates


def _is_called(person: FoundPerson, words: Set[str], reading: Reading) -> bool:
    """Whether a role has one of some words before whose it is: "*younger* sister of", "*son*"."""
    links = reading.lex.role_links
    for role in _roles(person, reading):
        for word in role.wording.split():
            if word in links:
                break
            if word in words:
                return True
    return False


def _roles(person: FoundPerson, reading: Reading) -> Iterator[Role]:
    """The roles beside a person's first names that say more than "the elder"."""
    lex = reading.lex
    for name in person.names[:FEW]:
        phrase = reading.phrases[name.sentence]
        for role in (role_before(phrase, name.first, lex, last=name.last), role_after(phrase, name.last, lex)):
            if role is not None and role.wording not in lex.weak_roles:
                yield role
