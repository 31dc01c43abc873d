"""Join the names of an article into people: "Le Yucheng" and the "Le" of later sentences are one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from digest.extract.name_lexicon import Lexicon, lexicon
from digest.extract.names import Name, NameKind
from digest.extract.reading import Phrase, Reading
from digest.extract.roles import Role, role_after, role_before
from digest.model import Article, Form, Mention, Person

MOST_ROLES = 12  # wordings kept for one person


@dataclass(slots=True)
class FoundPerson:
    """A person while the article is being read; `family` is the word by which later sentences call them."""

    parts: tuple[str, ...]
    family: str
    given: str | None
    names: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    nation: str | None = None

    @property
    def first(self) -> int:
        """Where the article first names them."""
        return self.names[0].start

    @property
    def country(self) -> str | None:
        """The first country that a role gives, else the one that the text around a role gives."""
        return next((role.country for role in self.roles if role.country), self.nation)


def join_people(reading: Reading, names: Sequence[Name]) -> list[FoundPerson]:
    """Decide which names are people's, and join the long and short forms of each, in the order of the text."""
    lex = lexicon(reading.article.language)
    phrases = {phrase.index: phrase for phrase in reading.phrases}
    alone = _alone(names)
    full: list[Name] = []
    single: list[Name] = []
    for name in names:
        if name.kind not in (NameKind.OPEN, NameKind.PERSON, NameKind.ACRONYM):
            continue
        phrase = phrases[name.sentence]
        name_parts = _plain(name.parts, lex)
        if len(name_parts) < 2:
            if name_parts:
                single.append(name)
        elif is_person(name, phrase, reading, lex, alone):
            full.append(name)
    people = _join_full(full, lex)
    _join_single(people, single, phrases, reading, lex)
    nations = _nations_of_roles(reading, names, lex)
    for person in people:
        _describe(person, phrases, reading, lex)
        if person.country is None:
            person.nation = _nation(person, names, phrases, reading, nations)
    return sorted(people, key=lambda p: p.first)


def to_person(article: Article, found: FoundPerson, lex: Lexicon) -> Person:
    """Freeze a person; mentions by pronoun and description are added by others."""
    mentions = tuple(
        _mention(article, name, Form.NAME if len(_plain(name.parts, lex)) > 1 else Form.PART)
        for name in sorted(found.names, key=lambda n: n.start)
    )
    roles = tuple(article.excerpt(role.start, role.end) for role in found.roles)
    return Person(name=full_name(found), mentions=mentions, roles=roles, country=found.country)


def full_name(found: FoundPerson) -> str:
    """The longest form, as the article writes it."""
    longest = max(found.names, key=lambda n: (len(n.parts), -n.start))
    return " ".join(longest.text.split())


def _mention(article: Article, name: Name, form: Form) -> Mention:
    return Mention(excerpt=article.excerpt(name.start, name.end), sentence=name.sentence, form=form)


def _nations_of_roles(reading: Reading, names: Sequence[Name], lex: Lexicon) -> dict[str, str | None]:
    """Roles that the article gives with a country and without a name: "*Chinese* vice foreign minister meets …"."""
    nations: dict[str, str | None] = {}
    phrases = {phrase.index: phrase for phrase in reading.phrases}
    for name in names:
        if name.kind is not NameKind.DEMONYM or name.place is None or name.place.country is None:
            continue
        words, last = phrases[name.sentence].words, name.last
        while last < len(words) and (words[last].lower() in lex.role_modifiers or words[last].lower() in lex.roles):
            last += 1
        role = " ".join(words[name.last : last]).casefold()
        if role and nations.setdefault(role, name.place.country) != name.place.country:
            nations[role] = None  # several countries have one
    return nations


def _nation(
    person: FoundPerson,
    names: Sequence[Name],
    phrases: dict[int, Phrase],
    reading: Reading,
    nations: dict[str, str | None],
) -> str | None:
    """The country of a role that names none: "the country's minister" after a country, or the same role elsewhere."""
    for role in person.roles:
        wording = reading.article.text[role.start : role.end].casefold()
        found = nations.get(wording)
        if found:
            return found
        for name in person.names:
            words = phrases[name.sentence].words[: name.first]
            if name.start < role.end or "country" not in words[-8:]:
                continue
            at = len(words) - 1 - words[::-1].index("country")
            if words[at + 1 : at + 2] in (["'s"], ["’s"]) and words[at - 1] in ("the", "The"):
                before = [n for n in names if n.sentence == name.sentence and n.last < at and n.place is not None]
                countries = {n.place.country for n in before if n.place is not None and n.place.country}
                if len(countries) == 1:
                    return countries.pop()
    return None


def _plain(parts: Sequence[str], lex: Lexicon) -> tuple[str, ...]:
    """The words of a name without "Jr." and without the particles that begin it, with one kind of apostrophe."""
    plain = [part.replace("’", "'") for part in parts if part not in lex.suffixes]
    while len(plain) > 1 and plain[0] in lex.particles:
        del plain[0]
    return tuple(plain)


def _alone(names: Iterable[Name]) -> dict[str, int]:
    count: dict[str, int] = defaultdict(int)
    for name in names:
        if len(name.parts) == 1 and name.kind in (NameKind.OPEN, NameKind.PERSON):
            count[name.parts[0]] += 1
    return count


def is_person(name: Name, phrase: Phrase, reading: Reading, lex: Lexicon, alone: dict[str, int]) -> bool:
    """Whether a name of several words is a person's, by its own words and by what stands around it."""
    parts = _plain(name.parts, lex)
    if len(parts) > 5 or "&" in parts or any(char.isdigit() for char in name.text):
        return False
    first, last = parts[0], parts[-1]
    if (
        first in ("St", "Saint")
        or ("St" in parts[:-1] and first not in lex.given)
        or (first in lex.organization_first and first not in lex.given)
    ):
        return False
    if last in lex.organization_heads and (last not in lex.weak_heads or not (name.titled or alone.get(last))):
        return False
    if any(part in lex.no_names for part in parts) or (last.isupper() and len(last) > 1 and not first.isupper()):
        return False
    if len(last) == 1 or (last.lower() in lex.function_words and last not in lex.family_first):
        return False
    if name.opens and first not in lex.given and first.endswith("ing"):
        return False
    common_last = _common(last, reading, lex)
    if name.titled or _titled_before(name, phrase, lex):
        return not (common_last and _common(first, reading, lex))
    surname = not common_last or last.lower() in lex.ordinary_surnames
    if first in lex.given or first.partition("-")[0] in lex.given:
        return surname or bool(alone.get(last))
    if first in lex.family_first and len(parts) <= 3 and not _common(first, reading, lex):
        sure = not common_last or alone.get(first) or role_before(phrase, name.first, lex) is not None
        return bool(sure) and parts[1] not in lex.organization_heads
    if first in lex.known and not (_evidence(name, phrase, lex) or alone.get(last)):
        return False
    if first in lex.weak_given and surname:
        return not (common_last and first.lower() in lex.ordinary) and not (first in lex.known and last in lex.known)
    if common_last:
        return False
    inner = parts[1:-1]
    if any(len(part) == 1 and part.isupper() for part in (first, *inner)):
        return first.lower() not in lex.ordinary
    if any(part in lex.particles or part.lower() in lex.particles for part in parts[:-1]):
        return True
    if first in lex.known or len(parts) > 4 or any(_common(part, reading, lex) for part in parts):
        return False
    return _evidence(name, phrase, lex) + bool(alone.get(last)) >= 1


def _common(part: str, reading: Reading, lex: Lexicon) -> bool:
    """Whether a capitalised word is an ordinary one."""
    low = part.lower()
    return low in lex.ordinary or bool(reading.lower.get(low))


def _titled_before(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a role in lower case stands right before: "vice foreign minister Le Yucheng"."""
    i = name.first - 1
    return i >= 0 and phrase.words[i].lower() in lex.roles


def _evidence(name: Name, phrase: Phrase, lex: Lexicon) -> int:
    """Count the signs around a name that a person is meant: an age, "who", a role between commas, a verb of speech."""
    words, count = phrase.words, len(phrase.words)
    found = 0
    after = name.last
    if after < count and words[after] in lex.speech_verbs:
        found += 1
    if after + 1 < count and words[after] == ",":
        following = words[after + 1]
        if (following.isdigit() and len(following) <= 2) or following in ("who", "whose"):
            found += 2
        elif role_after(phrase, after, lex) is not None:
            found += 1
    if after < count and words[after] == "who":
        found += 1
    before = name.first - 1
    if role_before(phrase, name.first, lex) is not None:
        found += 1
    if before >= 0 and words[before] in lex.speech_verbs:
        found += 1
    return found


def _join_full(full: Sequence[Name], lex: Lexicon) -> list[FoundPerson]:
    people: list[FoundPerson] = []
    by_family: dict[str, list[FoundPerson]] = defaultdict(list)
    endings = {_plain(name.parts, lex)[k:]: _plain(name.parts, lex) for name in full for k in (1, 2)}
    for name in full:
        parts = _plain(name.parts, lex)
        if parts[0] not in lex.given:
            parts = endings.get(parts, parts)  # "Peña Nieto" is Enrique Peña Nieto
        family, given = _family(parts, lex)
        for person in by_family[family]:
            if _same_given(person.parts, parts):
                person.names.append(name)
                if len(parts) > len(person.parts):
                    person.parts, person.given = parts, given
                break
        else:
            person = FoundPerson(parts=parts, family=family, given=given, names=[name])
            people.append(person)
            by_family[family].append(person)
    return people


def _family(parts: tuple[str, ...], lex: Lexicon) -> tuple[str, str | None]:
    first, last = parts[0], parts[-1]
    east = first in lex.family_first and len(parts) <= 3 and first not in lex.given
    if east and (last not in lex.family_first or "-" in last) and last.lower() not in lex.ordinary:
        return first, last
    return last, first


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with the same family name can be one person's: "George W. Bush", "George Bush"."""
    a, b = one[0], other[0]
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and long.startswith(short)


def _join_single(
    people: list[FoundPerson], single: Sequence[Name], phrases: dict[int, Phrase], reading: Reading, lex: Lexicon
) -> None:
    """Give the names of one word to the people whose family name (or given name) they are."""
    families: dict[str, list[FoundPerson]] = defaultdict(list)
    givens: dict[str, list[FoundPerson]] = defaultdict(list)
    for person in people:
        families[person.family].append(person)
        if person.parts[-1] != person.family:
            families[person.parts[-1]].append(person)
        if person.given:
            givens[person.given].append(person)
    loners: dict[str, FoundPerson] = {}
    open_names: dict[str, list[Name]] = defaultdict(list)
    for name in single:
        word = _plain(name.parts, lex)[0]
        candidates = families.get(word) or givens.get(word)
        if not candidates and word.isupper() and len(word) > 3:
            candidates = families.get(word.title())  # "PENCE:"
        if name.kind is NameKind.ACRONYM and not candidates:
            continue
        if candidates:
            nearest = _nearest(candidates, name, lex)
            insort(nearest.names, name, key=lambda n: n.start)
        elif name.titled or _titled_before(name, phrases[name.sentence], lex):
            if word not in lex.given and (_common(word, reading, lex) or word.lower() in lex.role_modifiers):
                continue
            if word in lex.organization_heads or (word.isupper() and len(word) > 2):
                continue
            if word not in loners:
                loners[word] = FoundPerson(parts=(word,), family=word, given=None)
                people.append(loners[word])
            loners[word].names.append(name)
        else:
            open_names[word].append(name)
    for word, names in open_names.items():
        if word in loners:
            loners[word].names.extend(names)
        elif not _common(word, reading, lex) and any(_speaks_as_person(n, phrases, lex) for n in names):
            people.append(FoundPerson(parts=(word,), family=word, given=None, names=names))
    for person in people:
        person.names.sort(key=lambda n: n.start)


def _speaks_as_person(name: Name, phrases: dict[int, Phrase], lex: Lexicon) -> bool:
    """Whether a name of one word speaks, and "he" or "she" follows: "Clinton said that she …"."""
    phrase = phrases[name.sentence]
    after = phrase.words[name.last : name.last + 1]
    if not after or after[0] not in lex.speech_verbs or len(name.text) < 3 or name.text.isupper():
        return False
    following = phrases.get(name.sentence + 1)
    near = phrase.words[name.last :] + (following.words[:2] if following else [])
    return any(word in ("he", "she", "He", "She", "his", "her", "His", "Her") for word in near)


def _nearest(candidates: Sequence[FoundPerson], name: Name, lex: Lexicon) -> FoundPerson:
    """Of several people of one family, the one that a form of address fits, or who was named last."""
    if name.honorific:
        gender = "f" if name.honorific in lex.women_words else "m" if name.honorific in lex.men_words else None
        fitting = [p for p in candidates if gender is None or gender_of(p, lex) in (gender, None)]
        candidates = fitting or candidates
    if len(candidates) == 1:
        return candidates[0]
    return max(candidates, key=lambda p: (_last_before(p, name.start), -p.first))


def _last_before(person: FoundPerson, start: int) -> int:
    """Where a person was last named before `start`, or -1."""
    at = bisect_left(person.names, start, key=lambda n: n.start)
    return person.names[at - 1].start if at else -1


def gender_of(person: FoundPerson, lex: Lexicon) -> str | None:
    """ "m" or "f" where a form of address, a role or the given name tells."""
    for name in person.names:
        if name.honorific in lex.women_words:
            return "f"
        if name.honorific in lex.men_words:
            return "m"
    for role in person.roles:
        if role.head in lex.women_words:
            return "f"
        if role.head in lex.men_words:
            return "m"
    given = (person.given or "").partition("-")[0]
    if given in lex.women and given not in lex.men:
        return "f"
    if given in lex.men and given not in lex.women:
        return "m"
    return None


def _describe(person: FoundPerson, phrases: dict[int, Phrase], reading: Reading, lex: Lexicon) -> None:
    """Collect the roles that stand before and after the person's names, each wording once."""
    seen = set()
    for name in person.names:
        phrase = phrases[name.sentence]
        for role in (role_before(phrase, name.first, lex), role_after(phrase, name.last, lex)):
            if role is None:
                continue
            wording = reading.article.text[role.start : role.end].casefold()
            if len(seen) < MOST_ROLES and wording not in seen and wording not in lex.weak_roles:
                seen.add(wording)
                person.roles.append(role)
    person.gender = gender_of(person, lex)
