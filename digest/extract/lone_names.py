"""Give the names of one word to the people whose they are: "Le" to "Le Yucheng"; some are people by themselves."""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from digest.extract.borne_names import as_a_persons, means_body
from digest.extract.candidate import plain_parts, titled_before
from digest.extract.found_person import FoundPerson, gender_of, gender_of_word
from digest.extract.many import is_many
from digest.extract.name import Name, NameKind
from digest.extract.name_lexicon import Lexicon
from digest.extract.nearest_bearer import nearest_bearer
from digest.extract.reading import Phrase, Reading
from digest.extract.roles_after import role_after
from digest.extract.told_bearers import has_other_office
from digest.language.letters import VOWELS, other_letters

NUMBERED = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XVI"})
LISTING = frozenset({",", "and", "&"})
AGAIN = 3  # names before somebody's full one that show that they are another's
LONG = 5  # letters of a family name that may be mistyped
SHORT = 3  # letters of a name whose capitals are looked at
WITHIN = re.compile(r"[a-z]{4}[A-Z]")  # a company's spelling: "BernRopes", but not "MacIto", "FitzIto"
People = Mapping[str, Sequence[FoundPerson]]  # by a word of their name


def join_lone_names(people: Sequence[FoundPerson], single: Sequence[Name], reading: Reading) -> list[FoundPerson]:
    """Give the names of one word to the people whose family or given name they are; return the people left over."""
    lex = reading.lex
    families: dict[str, list[FoundPerson]] = defaultdict(list)
    givens: dict[str, list[FoundPerson]] = defaultdict(list)
    for person in people:
        for family in sorted({person.family, person.parts[-1]}):
            families[family].append(person)
            families[family.lower()].append(person)  # "LaBolt" beside "Ben Labolt"
        givens[person.given or ""].append(person)
    left: dict[str, list[Name]] = defaultdict(list)
    spouses: dict[str, list[Name]] = defaultdict(list)
    seniors = {p.family for p in people if len(families[p.family]) == 1 and _has_senior(p, single, lex)}
    stage = {one.parts for one in single if one.kind is NameKind.ACRONYM and _is_stage_name(one, reading)}
    bodies = {one.parts for one in single if one.kind is NameKind.ORGANIZATION and means_body(one, reading)}
    pairs = {
        shared for one in single if (shared := _shared_family(one, reading)) and _is_of_nobody(one, families[shared])
    }
    times = Counter(plain_parts(one, lex)[0] for one in single)
    for one in single:
        word = plain_parts(one, lex)[0]
        name = one._replace(kind=NameKind.PERSON, person=True) if one.parts in stage else one
        if one.kind is NameKind.ORGANIZATION:
            bearers = families.get(word, ())
            told = one.parts in bodies or not any(person.first < one.start for person in bearers)
            borne = as_a_persons(one, reading, tells_body=told) if bearers else None
            if borne is None:
                continue
            name = borne
        if name.kind is NameKind.PLACE and (word not in families or _stands_as_place(name, reading)):
            continue
        candidates = _candidates(word, name, families, givens, reading)
        if candidates is None or (word in pairs and has_other_office(candidates, name, reading)):
            continue  # "President Ito", after "Jan and Ann Ito", where only Ann is known: Jan
        mistyped = candidates == () and times[word] == 1
        candidates = _mistyped(word, name, families, lex) if mistyped else candidates
        addressed = not candidates or _is_addressed_as(candidates, name, lex)
        if candidates and (word in seniors or not addressed or _is_elders(candidates, name, reading)):
            spouses[word].append(name)  # "Mr. Ito", where only Ann Ito, or Jan Ito Jr., has a full name
        elif candidates and (bearer := nearest_bearer(candidates, name, people, reading)):
            insort(bearer.names, name, key=lambda n: n.start)
        elif name.kind in (NameKind.OPEN, NameKind.PERSON):
            left[word].append(name)
    for word, names in spouses.items():
        bearers = families.get(word, ())
        owned = [name for person in bearers for name in person.names if name.parts == (word,) and name.honorific]
        if len(names) > max(1, len(owned)):  # a lone "Mrs. Ito" beside Mr. Ito is nobody of whom more is known
            left[word] += [*names, *_bare_names(bearers, word)]
    return [
        FoundPerson(parts=(word,), family=word, given=None, names=sorted(names, key=lambda n: n.start))
        for word, names in left.items()
        if (word in spouses or word.removesuffix("s").removesuffix("e") not in families)  # "the Bushes"
        and any(_is_alone_a_person(word, name, reading) for name in names)
        and not any(_has_premises(name, reading) for name in names)
    ]


def _candidates(
    word: str, name: Name, families: People, givens: People, reading: Reading
) -> Sequence[FoundPerson] | None:
    """The people whom a lone name may mean; None where it certainly means another, of whom nothing is known."""
    if name.parts[-1] in NUMBERED:
        return ()  # "Elizabeth II" is nobody else's given name
    loud = word.isupper() and len(word) > 3  # "PENCE:"
    found = families.get(word) or givens.get(word) or (families.get(word.title()) if loud else None) or ()
    if not found and len(word) > SHORT and not word.isupper():
        found = families.get(word.lower(), ())
    listed = bool(found) and word not in families and _is_listed(name, givens, reading)
    if listed or _is_anothers(name, reading):
        return None
    if word not in families and (shared := _shared_family(name, reading)):  # "Ada and Ann Ito"
        return [person for person in families.get(shared, ()) if person.given == word] or None
    return found


def _mistyped(word: str, name: Name, families: People, lex: Lexicon) -> Sequence[FoundPerson]:
    """The only one named before whose family name has one other vowel than a word that stands once: "Rothen"."""
    if len(word) < LONG or name.kind is NameKind.PLACE or word in lex.given | lex.weak_given or word in lex.known:
        return ()
    alike = (bearers for family, bearers in families.items() if _has_other_vowel(word, family))
    found = [person for bearers in alike for person in bearers if person.first < name.start]
    return found if len(found) == 1 else ()


def _has_other_vowel(one: str, other: str) -> bool:
    apart = other_letters(one, other)
    return apart is not None and all(letter in VOWELS for letter in apart)


def _is_addressed_as(candidates: Sequence[FoundPerson], name: Name, lex: Lexicon) -> bool:
    """Whether the form of address before a lone name fits one of the people of that name."""
    gender = gender_of_word(name.honorific or "", lex)
    return gender is None or any(gender_of(person, lex) in (gender, None) for person in candidates)


def _is_elders(candidates: Sequence[FoundPerson], name: Name, reading: Reading) -> bool:
    """Whether a name with a rank is that of somebody whose kin is the only one known: "Lady Ito", "her son Jan Ito"."""
    if name.honorific not in reading.lex.kept_honorifics or len(candidates) != 1:
        return False
    full = [one for one in candidates[0].names if len(one.parts) > 1]
    before = (reading.phrases[one.sentence].words[one.first - 1] for one in full if one.first)
    return not any(one.honorific for one in full) and any(word in reading.lex.kin for word in before)


def _has_premises(name: Name, reading: Reading) -> bool:
    """Whether a name is that of a shop or the like: "outside *the* Bernol *store*"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    behind = words[name.last : name.last + 1]
    return name.first > 0 and words[name.first - 1] in lex.articles and behind != [] and behind[0] in lex.premises


def _is_stage_name(name: Name, reading: Reading) -> bool:
    """Whether a word in capitals is an artist's name: "the singer OXA said", but not "the star OXA players"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    behind = words[name.last] if name.last < len(words) else "."
    closed = not behind[0].isalpha() or behind in lex.function_words or behind in lex.speech_verbs
    return name.first > 0 and words[name.first - 1] in lex.artists and closed


def _has_senior(person: FoundPerson, single: Sequence[Name], lex: Lexicon) -> bool:
    """Whether somebody is only called "Jan Ito Jr.", and before that another is named again and again: "Mr. Ito"."""
    if not all(len(name.parts) > 2 and name.parts[-1] in lex.suffixes - NUMBERED for name in person.names):
        return False
    titled = (name for name in single if name.titled and name.parts == (person.family,))
    return sum(name.start < person.first for name in titled) >= AGAIN


def _bare_names(people: Sequence[FoundPerson], word: str) -> list[Name]:
    """Take the lone names without a form of address from the one whom they were given: the other is called so."""
    if len(people) != 1:
        return []
    bare = [name for name in people[0].names if name.parts == (word,) and not name.honorific]
    people[0].names = [name for name in people[0].names if name not in bare]
    return bare


def _is_anothers(name: Name, reading: Reading) -> bool:
    """Whether words before a lone name say that another of that name is meant: "the first President Bush"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    before = name.first
    while before and (words[before - 1] in (".", "President") or words[before - 1] in lex.honorifics):
        before -= 1
    behind = words[name.last : name.last + 1]
    alone = not behind or behind[0].lower() not in lex.roles  # "the first Ito spokeswoman"
    return alone and before > 0 and words[before - 1] in lex.other_bearers


def _is_listed(name: Name, givens: People, reading: Reading) -> bool:
    """Whether a lone given name stands in a list of such, of which one is nobody's who is known: "Ada, Jan and Max"."""
    words, given = reading.phrases[name.sentence].words, reading.lex.given | reading.lex.weak_given
    for mark, near, beyond in (
        (name.first - 1, name.first - 2, name.first - 3),
        (name.last, name.last + 1, name.last + 2),
    ):
        if near < 0 or near >= len(words) or words[mark] not in LISTING:
            continue
        alone = not (0 <= beyond < len(words) and words[beyond][0].isupper())
        if alone and words[near] in given and words[near] not in givens:
            return True
    return False


def _shared_family(name: Name, reading: Reading) -> str | None:
    """The family name that a lone given name has in common with the next: "*Ada* and Ann Ito"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    behind = words[name.last : name.last + 3]
    if len(behind) < 3 or behind[0] not in ("and", "&") or name.parts[0] not in lex.given | lex.weak_given:
        return None
    return behind[2] if behind[1] in lex.given | lex.weak_given and behind[2][0].isupper() else None


def _is_of_nobody(name: Name, bearers: Sequence[FoundPerson]) -> bool:
    """Whether somebody of a family has but a given name: "*Jan* and Ann Ito", where no Jan Ito is named."""
    return bool(bearers) and all(person.given != name.parts[0] for person in bearers)


def _stands_as_place(name: Name, reading: Reading) -> bool:
    """Whether a place that is somebody's family name, too, is meant as a place: "in Dayton", "Jordan, Utah"."""
    words, lex = reading.phrases[name.sentence].words, reading.lex
    before = words[name.first - 1].lower() if name.first else ""
    after = words[name.last : name.last + 2]
    beside = len(after) == 2 and after[0] == "," and after[1] in lex.known
    return beside or before in lex.place_words or before in ("the", "-", "and", ",")


def _is_alone_a_person(word: str, name: Name, reading: Reading) -> bool:
    """Whether a name of one word is a person's: "President Holm", or "Duhr said that she …"."""
    if name.person is not None or word in reading.lex.known_alone:
        return name.person is not False
    lex, phrase = reading.lex, reading.phrases[name.sentence]
    common = reading.is_common(word) or word.lower() in lex.role_modifiers or word in lex.organization_heads
    if name.honorific:
        common = False  # "Mr. King"
    if WITHIN.search(word) or (not name.honorific and is_many(word, lex, reading.article.language)):
        return False
    if (common and word not in lex.given) or (word.isupper() and len(word) > 2) or len(word) < 2:
        return False
    behind = phrase.words[name.last : name.last + 2]
    if behind[:1] == ["]"] and behind[-1][0].isupper():
        return False  # "[the prosecutor Jan] Ito"
    if name.titled or titled_before(name, reading):
        return name.titled or not behind or behind[0].lower() not in lex.roles  # "my fellow Verdict columnist"
    return _is_told_of(phrase, name, lex) or _speaks(word, name, reading)


def _speaks(word: str, name: Name, reading: Reading) -> bool:
    """Whether a lone word speaks like a person: "Ann said", "Clinton said that she …"."""
    lex, words = reading.lex, reading.phrases[name.sentence].words[name.last :]
    if name.first and reading.phrases[name.sentence].words[name.first - 1] in lex.place_heads:
        return False  # "the Bern State Highway Riders said"
    if not words or words[0] not in lex.speech_verbs or len(word) < 3:
        return False
    if word in lex.given:
        return True
    following = reading.phrases[name.sentence + 1].words[:2] if name.sentence + 1 < len(reading.phrases) else []
    return any(near in lex.personal_pronouns for near in (*words, *following))


def _is_told_of(phrase: Phrase, name: Name, lex: Lexicon) -> bool:
    """Whether an age or a role between commas tells of a lone word's person: "Sugito, 43,", "Sugito, a farmer,"."""
    word = name.parts[0]
    if word in lex.known or len(word.partition("-")[0]) == 1:  # "D-California"
        return False
    behind = phrase.words[name.last : name.last + 3]
    if len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and 1 < len(behind[1]) < 3:
        return True
    role = role_after(phrase, name.last, lex)
    return role is not None and behind[1] in lex.articles and role.head not in lex.roles_of_bodies
