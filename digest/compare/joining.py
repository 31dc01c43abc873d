"""Put together what several articles have of one person: the same name, a surname alone, another spelling of it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import NamedTuple

from digest.compare.bearing import role_heads
from digest.compare.full_names import family_first, nicknames, without_letters
from digest.compare.spellings import (
    is_begun,
    is_misprint,
    is_respelled,
    is_respelled_family,
    is_short_given,
    is_shorter,
    is_slip,
    is_spelling,
    is_transliteration,
)
from digest.language import subject
from digest.language.letters import one_letter_apart
from digest.language.role_words import role_words
from digest.model import Form, Person

NAMED = (Form.NAME, Form.PART)
FEW_NAMES = 2  # up to how many mentions by name a single pronoun tells whether a woman or a man is meant
PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # "O’Neill", "Al-Assad"

Parts = tuple[str, ...]


class Seen(NamedTuple):
    """A person as one article has them; `order` is the place of the article in the story."""

    order: int
    article_id: str
    person: Person
    parts: Parts
    other: tuple[Parts, ...] = ()  # other names that the article tells to be theirs: "also known as"
    junior: bool = False  # "Jan Ito Jr.", in an article that has another Ito


class _Bond(NamedTuple):
    """How two full names can be one: surely, surely where two articles have them, or where one role is told of both."""

    sure: bool
    apart: bool
    in_role: bool


class _Group:
    """What was seen of one person, the members of each name together: a name is held against another one once."""

    def __init__(self, first: Seen, language: str) -> None:
        self.members: list[Seen] = []
        self.by_name: dict[Parts, list[Seen]] = {}
        self._language = language
        self.add(first)

    def add(self, one: Seen) -> None:
        self.members.append(one)
        self.by_name.setdefault(one.parts, []).append(one)

    def has(self, one: Seen) -> bool:
        """Whether a full name is that of one of the members."""
        for parts, members in self.by_name.items():
            bond = _bond(one.parts, parts, self._language)
            alike = [other for other in members if other.junior == one.junior] if any(bond) else ()
            if any(_are_one(one, other, bond, self._language) for other in alike):
                return True
            if parts in one.other or any(one.parts in o.other or _is_ending(one, o, self._language) for o in members):
                return True
        return False

    # What follows is asked when all full names are put together, and told by these.

    @property
    def _full(self) -> list[Seen]:
        return [one for one in self.members if len(one.parts) > 1]

    @cached_property
    def genders(self) -> Counter[str]:
        """The pronouns that stand for the members, as woman or man."""
        return _genders(self._full, self._language)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The words for roles that the members have."""
        return frozenset().union(*(role_heads(one.person.roles, language=self._language) for one in self._full))


def join(seen: Sequence[Seen], language: str) -> list[list[Seen]]:
    """Group what was seen by the persons that are meant."""
    full: list[_Group] = []
    for one in sorted((s for s in seen if len(s.parts) > 1), key=lambda s: (-len(s.parts), s.parts, s.order)):
        home = next((group for group in full if group.has(one)), None)
        if home is None:
            full.append(_Group(one, language))
        else:
            home.add(one)
    families: dict[int, set[str]] = {}  # the family names of each article
    for one in seen:
        families.setdefault(one.order, set()).update(one.parts[-1:] if len(one.parts) > 1 else ())
    alone: dict[str, list[Seen]] = {}
    for one in (s for s in seen if len(s.parts) == 1):
        homes = _homes(one, full, families[one.order], language)
        if len(homes) == 1:
            homes[0].add(one)
        else:
            alone.setdefault(one.parts[0], []).append(one)
    return [*(group.members for group in full), *(alone[part] for part in sorted(alone))]


def _homes(one: Seen, full: Sequence[_Group], families: Set[str], language: str) -> Sequence[_Group]:
    """The groups of which a word alone is a name, by the first way that leaves but one."""
    part = one.parts[0]
    seniors = [g for g in full if not g.members[0].junior]  # "Jan Ito Jr." is never "Ito"
    called = [g for g in seniors if any(part in _families(p, language) for p in g.by_name)]
    homes = called or [g for g in full if _is_first(one, g, families, language)]
    homes = [g for g in homes if not _are_man_and_woman(one, g, language)]
    role = [g for g in homes if _have_role(one, g, language)]
    if homes:
        return next((found for found in (homes, role) if len(found) == 1), ())
    near = ([g for g in full if is_near(one, g, language)] for is_near in (_is_middle, _is_slip, _is_respelled_alone))
    return next((found for found in near if len(found) == 1), ())


@lru_cache(maxsize=1 << 12)  # each of a story's people is asked for again and again
def name_parts(name: str, *, language: str = "en") -> Parts:
    """The parts of a name by which it is compared: lower case, without accents, particles and initials."""
    data = subject(language, "compare")
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    parts = [re.sub(r"['’]s$", "", part) for part in PART.findall(plain)]
    prefixes = tuple(subject(language, "names")["name_prefixes"])
    parts = [part.partition("-")[2] if part.startswith(prefixes) and part[-1] != "-" else part for part in parts]
    core = without_letters([p for p in parts if len(p) > 1 and p not in data["suffixes"]], language)
    if len(core) > 1 and core[0] in data.get("kept_titles", ()):
        del core[0]  # "Lady Holm"
    if len(core) > 2:
        core = [core[0], *(p for p in core[1:-1] if p not in data["particles"]), core[-1]]
    return tuple(core or parts)


@lru_cache(maxsize=1 << 14)  # a story has few names, and each of them many times
def _bond(one: Parts, other: Parts, language: str) -> _Bond:
    one, other = _apart(one), _apart(other)
    sure = (
        _same_full(one, other, language)
        or is_shorter(one, other, language=language)
        or is_misprint(one, other, language=language)
    )
    return _Bond(
        sure=sure,
        apart=not sure and (is_spelling(one, other) or is_respelled(one, other)),
        in_role=not sure and (is_transliteration(one, other) or is_short_given(one, other) or is_begun(one, other)),
    )


def _apart(parts: Parts) -> Parts:
    """A name with its given names as single words: "Ana-Lena Holm" is "Ana Lena Holm"; a family name stays whole."""
    return (*(piece for part in parts[:-1] for piece in part.split("-")), *parts[-1:])


def _are_one(one: Seen, other: Seen, bond: _Bond, language: str) -> bool:
    """Whether two full names that can be one person's are, by themselves or because one role is told of both."""
    if bond.sure or (bond.apart and one.order != other.order):
        return True
    if not bond.in_role:
        return False
    roles = [[role_words(role.text, language) for role in seen.person.roles] for seen in (one, other)]
    return any(a.holds(b) or b.holds(a) for a in roles[0] for b in roles[1])


def _is_slip(one: Seen, group: _Group, language: str) -> bool:
    """Whether a family name alone is another's, mistyped once in the same article: "Mr. Hallerson", "Hallrson"."""
    if one.person.roles or sum(mention.form in NAMED for mention in one.person.mentions) != 1:
        return False
    return any(
        len(parts) > 1
        and _is_mistyped(one.parts[0], _families(parts, language)[-1])
        and any(other.order == one.order for other in members)
        for parts, members in group.by_name.items()
    )


def _is_mistyped(one: str, other: str) -> bool:
    """Whether a family name is another one, with a letter lost or a vowel changed."""
    return is_slip(one, other) or is_respelled_family(one, other, known=True)


def _is_respelled_alone(one: Seen, group: _Group, language: str) -> bool:
    """Whether a family name alone is the full name's of another article, written with another vowel.

    A short one only with a role in common: "Justice Minister Orkhal", "Ida Orkhol, the justice minister".
    """
    if any(other.order == one.order for other in group.members) or _are_man_and_woman(one, group, language):
        return False
    known = _have_role(one, group, language)
    return any(
        len(parts) > 1 and is_respelled_family(one.parts[0], _families(parts, language)[-1], known=known)
        for parts in group.by_name
    )


def _is_middle(one: Seen, group: _Group, language: str) -> bool:
    """Whether a word alone begins the two by which somebody is called: "Ruiz" of "Ana Ruiz Soler", "Ruiz Soler"."""
    part = one.parts[0]
    whole = {parts[-2:] for parts in group.by_name if len(parts) > 2 and parts[-2] == part}
    if not whole or _are_man_and_woman(one, group, language):
        return False
    called = (name_parts(m.excerpt.text, language=language) for s in group.members for m in s.person.mentions)
    return not whole.isdisjoint(called)


def _are_man_and_woman(one: Seen, group: _Group, language: str) -> bool:
    """Whether "she" is said of the one and "he" of the other; a single pronoun of one often named may be another's."""
    mine, theirs = _genders([one], language), group.genders
    if not mine or not theirs or set(mine) & set(theirs):
        return False
    named = sum(mention.form in NAMED for mention in one.person.mentions)
    unsure = mine.total() == 1 and (named > FEW_NAMES or _have_role(one, group, language))
    return len(mine) == len(theirs) == 1 and not unsure


def _genders(people: Sequence[Seen], language: str) -> Counter[str]:
    genders: Mapping[str, str] = {
        str(word).lower(): str(gender) for word, gender in subject(language, "names")["pronouns"].items()
    }
    return Counter(
        genders.get(mention.excerpt.text.lower(), "")
        for seen in people
        for mention in seen.person.mentions
        if mention.form is Form.PRONOUN
    )


def _have_role(one: Seen, group: _Group, language: str) -> bool:
    """Whether a person has a role in common with one of the group: "President Ito", "Joanna Ito, the president"."""
    return not group.heads.isdisjoint(role_heads(one.person.roles, language=language))


def _is_ending(one: Seen, other: Seen, language: str) -> bool:
    """Whether one name is the whole family name of the other: "Bin Ito", "Ann bin Ito"."""
    if len(one.person.name) == len(other.person.name):
        return False
    short, long = sorted((one.person.name.lower(), other.person.name.lower()), key=len)
    if not long.endswith(f" {short}"):
        return False  # of most
    particle, *family = short.split()
    return bool(family) and particle in subject(language, "compare")["particles"]


def _is_first(one: Seen, group: _Group, families: Set[str], language: str) -> bool:
    """Whether a word alone stands for a full name of another article as its first part.

    A given name does only where an article that has the full name calls the person so, too, or where its own article
    names somebody of that family: a Sergei whose family name nobody tells is not Sergei Ito. "Elizabeth II" is not
    Elizabeth Ito.
    """
    numbered = one.person.name.split()[-1].lower() in subject(language, "compare")["suffixes"]
    whole = [parts for parts in group.by_name if len(parts) > 1 and parts[0] == one.parts[0]]
    if numbered or not whole:
        return False
    if one.parts[0] in family_first(language):
        return True
    called = any(m.excerpt.text.lower() == one.parts[0] for other in group.members for m in other.person.mentions)
    return (called or any(parts[-1] in families for parts in whole)) and not one.person.roles


def _families(parts: Parts, language: str) -> Parts:
    """The parts of a full name that may stand for it: the last one, and where there are two family names the first."""
    return parts[-2:] if _surnames(language) > 1 and len(parts) > 2 else parts[-1:]


def _same_full(one: Parts, other: Parts, language: str) -> bool:
    """Whether two full names are one: "George Bush" and "George W. Bush", "Sergei Lavrov" and "Sergey Lavrov"."""
    if one == other or set(one) == set(other):
        return True
    short, long = sorted((one, other), key=len)
    if _surnames(language) > 1 and len(short) > 1 and long[: len(short)] == short:
        return True  # "Ana Ruiz", "Ana Ruiz Soler"
    if one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    return (
        first == second
        or nicknames(language).get(first, first) == nicknames(language).get(second, second)
        or (first[:2] == second[:2] and min(len(first), len(second)) >= 4 and one_letter_apart(first, second))
    )


def _surnames(language: str) -> int:
    """How many family names people have, of which later mentions use the first."""
    return int(subject(language, "compare").get("surnames", 1))
