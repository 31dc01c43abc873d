"""Join the names of an article into people: "Le Yucheng" and the "Le" of later sentences are one."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from digest.extract.aliases import is_pseudonym, join_aliases
from digest.extract.candidate import Candidate, plain_parts
from digest.extract.characters import is_character, is_kind
from digest.extract.denied_roles import tells_of_an_end, tells_what_was_thought
from digest.extract.family import is_of_family
from digest.extract.found_person import MOST_ROLES, FoundPerson, gender_of
from digest.extract.lone_names import join_lone_names
from digest.extract.name import Name, NameKind
from digest.extract.name_lexicon import Lexicon
from digest.extract.names import person_name
from digest.extract.nations import Nations
from digest.extract.nearest_bearer import nearest_bearer
from digest.extract.person_rules import is_person
from digest.extract.person_signs import in_a_title
from digest.extract.reading import Phrase, Reading
from digest.extract.roles import Role, role_before
from digest.extract.roles_after import body_after, role_after
from digest.model import Article, Form, Mention, Person

CONTACT = re.compile(r"\w@\w+(?:\.\w+)+")  # "to contact the reporter: Ann Ito in Bern, aito@bern.example"
BEFORE = 3  # words before a role that may tell of its end: "the *ouster of the* President"
NAMES_OF_PEOPLE = frozenset({NameKind.OPEN, NameKind.PERSON, NameKind.ACRONYM, NameKind.PLACE})


def join_people(reading: Reading, names: Sequence[Name]) -> list[FoundPerson]:
    """Decide which names are people's, and join the long and short forms of each, in the order of the text."""
    lex = reading.lex
    open_names = (plain_parts(n, lex) for n in names if n.kind in (NameKind.OPEN, NameKind.PERSON))
    alone = Counter(parts[0] for parts in open_names if len(parts) == 1)
    full: list[Name] = []
    single: list[Name] = []
    doubtful: list[Name] = []
    for name in names:
        if _is_contact(reading, name):
            continue
        if name.kind is NameKind.ORGANIZATION and len(name.parts) == 1:
            single.append(name)  # "Mr Bernol", where a company is called so, too
            continue
        phrase = reading.phrases[name.sentence]
        if name.kind not in NAMES_OF_PEOPLE or in_a_title(name, phrase, lex) or is_pseudonym(name, phrase, lex):
            continue
        if is_kind(name, phrase, lex):
            continue
        parts = plain_parts(name, lex)
        if len(parts) == 1:
            single.append(name)
        elif name.kind is NameKind.PLACE:
            continue
        elif parts and is_person(Candidate(name, parts, phrase, reading, alone)):
            full.append(name)
        else:
            doubtful.append(name)
    # "Peña Nieto" is nobody by itself, and somebody after "Enrique Peña Nieto".
    endings = {plain_parts(name, lex)[1:] for name in full}
    endings |= {_spelled_out(plain_parts(name, lex)) for name in full if "-" in name.text}
    families = {ending[-1] for ending in endings}
    full += [n for n in doubtful if plain_parts(n, lex) in endings or is_of_family(n, families, doubtful, reading)]
    full.sort(key=lambda n: n.start)
    people = _join_full(full, lex)
    people += join_lone_names(people, single, reading)
    people = [person for person in join_aliases(people, reading) if not _is_made_up(person, reading)]
    covered = {(n.sentence, i) for n in names if n.kind is NameKind.ORGANIZATION for i in range(n.first, n.last)}
    _join_titled(people, reading, covered)
    _join_opening(people, reading, names)
    nations = Nations(reading, names)
    for person in people:
        person.names.sort(key=lambda n: n.start)
        _describe(person, reading)
        person.gender = gender_of(person, lex)
        if person.country is None:
            person.nation = nations.of(person.roles, person.names)
    return sorted(people, key=lambda p: p.first)


def _is_made_up(person: FoundPerson, reading: Reading) -> bool:
    """Whether the article says of one of somebody's names that it is a character's."""
    return any(is_character(name, reading.phrases[name.sentence], reading.lex) for name in person.names)


def _is_contact(reading: Reading, name: Name) -> bool:
    """Whether an address for letters stands behind a name: those are the outlet's own people."""
    phrase = reading.phrases[name.sentence]
    if "@" not in phrase.words[name.last :]:
        return False
    return CONTACT.search(reading.article.text, name.end, phrase.ends[-1]) is not None


def to_person(article: Article, found: FoundPerson, lex: Lexicon) -> Person:
    """Freeze a person; mentions by pronoun and description are added by others."""
    mentions = tuple(
        Mention(
            excerpt=article.excerpt(name.start, name.end),
            sentence=name.sentence,
            form=Form.NAME if len(plain_parts(name, lex)) > 1 else Form.PART,
        )
        for name in found.names
    )
    longest = max(found.names, key=lambda n: (len(_spelled_out(n.parts)), n.text.count("-"), -n.start))
    title = longest.honorific if len(plain_parts(longest, lex)) == 1 else None  # "Lady Holm", as nobody says "Holm"
    return Person(
        name=" ".join([*([title] if title in lex.kept_honorifics else []), *longest.text.split()]),
        mentions=mentions,
        roles=tuple(article.excerpt(role.start, role.end) for role in found.roles),
        country=found.country,
    )


def _join_full(full: Sequence[Name], lex: Lexicon) -> list[FoundPerson]:
    people: list[FoundPerson] = []
    by_family: dict[str, list[FoundPerson]] = defaultdict(list)
    plain = [plain_parts(name, lex) for name in full]
    endings = {parts[k:]: parts for parts in plain for k in (1, 2)}
    joined = {_spelled_out(parts): parts for parts in plain if any("-" in part for part in parts)}
    for name, written in zip(full, plain, strict=True):
        parts = joined.get(written) or (written if written[0] in lex.given else endings.get(written, written))
        family, given = _family_and_given(parts, lex)
        person = next((p for p in by_family[family] if _same_given(p.parts[0], parts[0])), None)
        if person is None:
            person = FoundPerson(parts=parts, family=family, given=given)
            people.append(person)
            by_family[family].append(person)
        person.names.append(name)
        if len(parts) > len(person.parts):
            person.parts, person.given = parts, given
    return people


def _family_and_given(parts: tuple[str, ...], lex: Lexicon) -> tuple[str, str]:
    """ "Qin Gang" -> Qin, Gang; "Andrey Denisov" -> Denisov, Andrey."""
    first, last = parts[0], parts[-1]
    east = first in lex.family_first and len(parts) <= 3 and first not in lex.given
    if east and (last not in lex.family_first or "-" in last):
        return first, last
    if lex.surnames > 1 and len(parts) > 2:
        middle = parts[-2]
        if not (middle in lex.given or middle in lex.particles or middle in lex.inner_particles):
            return middle, first  # "Ana Ruiz Soler" is called Ruiz
    return last, first


def _spelled_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A name as some write it who leave out its hyphens: "Ann Ito-Roth" -> Ann, Ito, Roth."""
    return tuple(piece for part in parts for piece in part.split("-"))


def _same_given(one: str, other: str) -> bool:
    """Whether two given names before one family name can be one person's: "George", "G"."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _join_titled(people: Sequence[FoundPerson], reading: Reading, covered: Set[tuple[int, int]]) -> None:
    """Add the mentions in lines in title case, of people whom the running text names: "Putin Says Talks Go On"."""
    by_word: dict[str, list[FoundPerson]] = defaultdict(list)
    for person in people:
        for word in {person.family, _spelled_out(person.parts)[-1]} if "-" in person.family else (person.family,):
            by_word[word].append(person)
    for phrase in reading.phrases:
        for i, word in enumerate(phrase.words if phrase.titled else ()):
            owners = by_word.get(word, ())
            if len(owners) != 1 or (phrase.index, i) in covered:
                continue
            parts = owners[0].parts if word == owners[0].family else _spelled_out(owners[0].parts)
            at = i - parts.index(word) if word in parts else i
            whole = at >= 0 and tuple(phrase.words[at : at + len(parts)]) == parts
            if whole or (word == owners[0].family and not reading.is_common(word)):
                first, last = (at, at + len(parts)) if whole else (i, i + 1)
                owners[0].names.append(person_name(phrase, reading, first, last))


def _join_opening(people: Sequence[FoundPerson], reading: Reading, names: Sequence[Name]) -> None:
    """Add the family names that are ordinary words where they open a sentence: "Stone said", after "Ann Stone".

    Only where the article never has the word in lower case.
    """
    by_word: dict[str, list[FoundPerson]] = defaultdict(list)
    for person in people:
        low = person.family.lower()
        if low in reading.lex.ordinary and low not in reading.lex.function_words and not reading.lower.get(low):
            by_word[person.family].append(person)
    taken = {(name.sentence, i) for name in names for i in range(name.first, name.last)} if by_word else set()
    for phrase in reading.phrases if by_word else ():
        for i in phrase.opening:
            owners = by_word.get(phrase.words[i], ())
            if owners and not phrase.titled and (phrase.index, i) not in taken:
                name = person_name(phrase, reading, i, i + 1)
                bearer = nearest_bearer([p for p in owners if p.first < name.start], name, people, reading)
                if bearer is not None:
                    insort(bearer.names, name, key=lambda n: n.start)


def _describe(person: FoundPerson, reading: Reading) -> None:
    """Collect the roles that stand before and after the person's names, each wording once."""
    seen: set[str] = set()
    given: Name | None = None
    for name in person.names:
        phrase = reading.phrases[name.sentence]
        if phrase.titled or tells_what_was_thought(phrase.words, reading.article.language):
            continue
        owner = phrase.words[name.last : name.last + 1] in (["'s"], ["’s"]) and phrase.words[name.first - 1] == ","
        before = None if owner and name.first else role_before(phrase, name.first, reading.lex, last=name.last)
        if before and _is_over(before, phrase, reading.article.language):
            before = None
        after = role_after(phrase, name.last, reading.lex) or body_after(phrase, name.last, reading.lex)
        for role in (before, after):  # "they rang the clerk, Ito's bill in hand"
            if role is None or role.wording in seen or role.wording in reading.lex.weak_roles:
                continue
            if _may_be_given(role, person, reading):
                given = name
            elif len(seen) < MOST_ROLES:
                seen.add(role.wording)
                person.roles.append(role)
    if given is not None:
        _give_back(person, given, reading)


def _is_over(role: Role, phrase: Phrase, language: str) -> bool:
    first = bisect_left(phrase.starts, role.start)
    return tells_of_an_end(phrase.words[max(0, first - BEFORE) : first], role.head, language)


def _give_back(person: FoundPerson, name: Name, reading: Reading) -> None:
    """Give somebody the given name back that was read as a title: "the Chilean *Pastor* Ito"."""
    whole = person_name(reading.phrases[name.sentence], reading, name.first - 1, name.last)
    person.names[person.names.index(name)] = whole
    person.parts, person.given = whole.parts, whole.parts[0]


def _may_be_given(role: Role, person: FoundPerson, reading: Reading) -> bool:
    """Whether a title behind a people may be a given name: "the Chilean *Pastor* Ito", where no pastor is told of."""
    behind_people = role.country is not None and role.wording.count(" ") == 1 and len(person.parts) == 1
    return behind_people and role.head in reading.lex.titles_as_given and not reading.lower.get(role.head)
