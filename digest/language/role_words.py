"""Tell whether two wordings name one role: "Rep." and "Representative", "leader" and "Senate majority leader"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from digest.language import subject

MOST, LONGEST = 16, 5  # words of a role that are read for acronyms, and letters of one
WORD = re.compile(r"[^\W_]+")
HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")  # "half-sister"
OWN = re.compile(r"['’]s\b")
OWNER = re.compile(r"(?:^|\bthe )([a-z]+)['’]s\b")


class RoleWords(NamedTuple):
    """A role as it is compared: its head, what else it says, and the words that make another role of it.

    "the former U.S. vice president" has the head `president`, says `us`, and is altered by `former` and `vice`.
    """

    head: str
    says: frozenset[str]
    altered: frozenset[str]
    judges: bool
    initials: frozenset[str] = frozenset()
    belongs: bool = False
    kept: bool = False
    over: bool = False
    kin: bool = False
    heads: frozenset[str] = frozenset()

    def holds(self, other: RoleWords) -> bool:
        """Whether this wording says all that the other says, of the same role."""
        many = other.head in self.heads and (not self.altered or self.over) and other.altered <= self.altered
        if many and other.says <= self.says | {self.head}:
            return True  # "host and clerk", and "clerk", beside "former clerk and host"
        if other.belongs and not other.says and self.altered == other.altered and other.head in self.says:
            return True  # "a Republican" beside "Republican governor"
        if other.kept and self.over and not other.says | other.altered:
            return self.head == other.head  # "a former Melk striker" beside "striker", "former Sen." beside "Senator"
        if self.kin and other.kin and self.altered == other.altered:
            return self.head == other.head  # "mother of the suspect" beside "Ito's mother"
        return self.head == other.head and self.altered == other.altered and other.says <= self.says | self.initials


class _Words(NamedTuple):
    roles: frozenset[str]
    small: frozenset[str]
    links: frozenset[str]
    altering: frozenset[str]
    judging: frozenset[str]
    belonging: frozenset[str]
    adverbs: tuple[str, ...]
    phrases: tuple[tuple[str, str], ...]
    written: dict[str, str]
    needing: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    of_fields: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    fellows: frozenset[str] = frozenset()
    pastimes: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    owning_one: frozenset[str] = frozenset()
    owning_body: frozenset[str] = frozenset()


@cache
def role_words(role: str, language: str = "en") -> RoleWords:
    """Read a role's wording, without articles, full stops and capitals, short forms written out."""
    data = _data(language)
    plain = OWN.sub("", role.lower()).replace(".", "").replace("-", " ")
    for phrase, one in data.phrases:
        plain = plain.replace(phrase, one)
    words = WORD.findall(plain)
    linked = next((place for place, word in enumerate(words) if place and word in data.links), len(words))
    altering = frozenset(words[:linked]) & data.altering
    altered = frozenset(data.written.get(word, word) for word in altering)  # "ex", which is "former"
    front = [data.written.get(word, word) for word in words[:linked] if word not in data.small | altering]
    behind = [data.written.get(word, word) for word in words[linked:] if word not in data.small | data.links]
    at = next((n for n in range(len(front) - 1, -1, -1) if front[n] in data.roles), len(front) - 1)
    head = front[at] if front else ""
    says = frozenset(front + behind) - {head}
    judging = says & (data.judging | {word for word in front[: max(at - 1, 0)] if word.endswith(data.adverbs)})
    initials = frozenset(data.written.get(short, short) for short in _initials(words))  # "us", which is "american"
    kin = head in data.kin and data.counts.isdisjoint(behind)  # not "mother of two"
    kinds = head in data.belonging, head in data.kept, bool(altered) and altered == data.over, kin, _heads(words, data)
    return RoleWords(head, says - judging, altered, bool(judging), initials, *kinds)


def tells(role: str, language: str = "en") -> bool:
    """Whether a role says something by itself: not "wife" or "company spokesman", which leave open whose."""
    data = _data(language)
    words = HYPHENATED.findall(role)
    beside = bool(words) and words[-1] in data.beside and not OWN.search(role)
    if words and (_leaves_open(role, words, data) or beside or not data.pastimes.isdisjoint(words)):
        return False  # "presidential opponent", but "Holm's rival"; "an avid golfer"
    if not words or any(word[0].isupper() or word.isdigit() for word in words):
        return True
    linked = next((n for n, word in enumerate(words) if word.lower() in data.links), 0)
    if linked and words[linked - 1].lower() in data.kin and _are_many(words[linked + 1 :], data):
        return False  # "grandson of immigrants", but "father of two"
    if linked:  # "head of media", but not "head of state", "head of the media team"
        field = words[linked].lower() in data.owning and data.small.isdisjoint(words[linked:])
        of_field = field and words[linked - 1] in data.of_fields
        return not of_field or " ".join(words).lower() in data.whole
    left = [word for word in words if word.lower() not in data.small | data.altering | data.bodies | data.vague]
    return (left or words)[-1] not in data.needing or len(left) > 1


def _are_many(words: Sequence[str], data: _Words) -> bool:
    """Whether somebody's kin are only people of a kind: "immigrants"."""
    named = bool(words) and words[0].lower() not in data.small | data.counts
    return named and words[-1].endswith("s") and all(word.islower() for word in words)


def needs_owner(role: str, before: str, language: str = "en") -> bool:
    """Whether a role says nothing without the word before: "*its* new minister", "*her* 10-year-old son".

    What one does for somebody is clear beside them, and a name within tells enough: "his lawyer", "its Aar Air chief".
    """
    data = _data(language)
    kin = role_words(role, language).head in data.kin
    if before.lower() not in (data.owning_one if kin else frozenset()) | data.owning_body:
        return False
    plain = data.roles | data.modifiers | data.small | data.links | data.altering
    words = HYPHENATED.findall(OWN.sub("", role))
    return not any(word[0].isupper() and word.lower() not in plain for word in words)


def _heads(words: Sequence[str], data: _Words) -> frozenset[str]:
    """The roles of which a wording tells two, with nothing behind: "former clerk and television *host*"."""
    if data.joints.isdisjoint(words):
        return frozenset()
    heads = frozenset(
        data.written.get(word, word)
        for word, behind in zip(words, (*words[1:], ""), strict=True)
        if data.written.get(word, word) in data.roles and (not behind or behind in data.joints)
    )
    return heads if len(heads) > 1 else frozenset()


def _leaves_open(role: str, words: Sequence[str], data: _Words) -> bool:
    """Whether capitals do not help: "Chairman", of what; "fellow student", of whom; "head of the agency's boats"."""
    alone = len(words) == 1 and words[0].lower() in data.needing - data.alone
    left = [word for word in map(str.lower, words) if word not in data.small | data.altering | data.vague]
    if len(left) == 1:  # "Gov.", "former governor": of which state; "Press Secretary"
        alone = alone or left[0] in data.states | (data.needing - data.alone)
    return alone or words[0].lower() in data.fellows or not data.owners.isdisjoint(OWNER.findall(role))


def _initials(words: Sequence[str]) -> frozenset[str]:
    """What neighbouring words may be shortened to: "united nations secretary" -> "un", "ns", "uns"."""
    first = "".join(word[0] for word in words[:MOST])
    return frozenset(first[i:j] for i in range(len(first)) for j in range(i + 2, min(i + LONGEST, len(first)) + 1))


def join_roles(wordings: Sequence[str], language: str = "en") -> tuple[tuple[int, ...], ...]:
    """Put the wordings of one role together, by their places; the fullest stands first, the groups in their order."""
    read = [role_words(wording, language) for wording in wordings]
    fullest = sorted(range(len(read)), key=lambda n: (-len(read[n].says), read[n].judges, -_length(wordings[n]), n))
    groups: list[list[int]] = []
    for place in fullest:
        home = next((group for group in groups if read[group[0]].holds(read[place])), None)
        if home is None:
            groups.append([place])
        else:
            home.append(place)
    return tuple((group[0], *sorted(group[1:])) for group in sorted(groups, key=min))


def _length(wording: str) -> int:
    """The length of the words alone: "US President" is not fuller for being written "U.S. President"."""
    return sum(map(len, WORD.findall(OWN.sub("", wording).replace(".", ""))))


@cache
def _data(language: str) -> _Words:
    titles, compare = subject(language, "titles"), subject(language, "compare")
    written = {
        str(word): str(row[-1]) for key in ("titles", "same_words") for row in compare.get(key, ()) for word in row
    }
    for word, country in country_words(language).items():
        written.setdefault(word, written.get(country, country))
    articles = {word.strip().lower() for word in str(titles["articles"]).split(",")}
    roles = {written.get(word, word) for word in _list(titles["roles"])}
    return _Words(
        roles=frozenset(roles),
        small=frozenset(articles),
        links=frozenset(_list(compare.get("role_links", ()))),
        altering=frozenset(_list(compare.get("altering", ()))),
        judging=frozenset(_list(compare.get("judging", ()))),
        belonging=frozenset(_list(compare.get("belonging", ()))),
        phrases=tuple((str(row[0]), str(row[-1])) for row in compare.get("same_phrases", ())),
        adverbs=tuple(_list(compare.get("adverb_endings", ()))),
        written=written,
        needing=frozenset(_list(titles.get("needing_whose", ())) + _list(titles.get("kin", ()))),
        bodies=frozenset(_list(titles.get("bodies_needing_which", ()))),
        vague=frozenset(_list(titles.get("vague_modifiers", ()))),
        kept=frozenset(_list(compare.get("kept_titles", ())))
        | {str(role) for field in compare.get("trades", ()) for role in compare.get("fields", {}).get(field, ())},
        kin=frozenset(_list(titles.get("kin", ()))),
        counts=frozenset(_list(compare.get("counts", ()))),
        over=frozenset(_list(compare.get("over", ()))),
        owning=frozenset(_list(titles.get("needing_links", ()))),
        of_fields=frozenset(_list(titles.get("needing_body", ()))),
        whole=frozenset(phrase.strip() for phrase in str(titles.get("whole_roles", "")).split(",")),
        beside=frozenset(_list(titles.get("needing_somebody", ()))),
        alone=frozenset(_list(titles.get("capital_alone", ()))),
        fellows=frozenset(_list(titles.get("fellows", ()))),
        pastimes=frozenset(_list(titles.get("pastimes", ()))),
        owners=frozenset(_list(titles.get("bound_owners", ())) + _list(titles.get("owners_needing_which", ()))),
        joints=frozenset(_list(compare.get("joints", ()))),
        modifiers=frozenset(_list(titles.get("role_modifiers", ()))),
        states=frozenset(_list(titles.get("needing_state", ()))),
        owning_one=frozenset(_list(titles.get("owning_articles", {}).get("one", ()))),
        owning_body=frozenset(_list(titles.get("owning_articles", {}).get("body", ()))),
    )


@cache
def country_words(language: str) -> Mapping[str, str]:
    """A country's name and its adjectives, as far as they are one word, each with one for all: norwegian -> norway.

    A row of the table has the name, the capital, the adjectives, and other names.
    """
    found: dict[str, str] = {}
    for row in str(subject(language, "countries").get("countries", "")).splitlines():
        name, _, *adjectives = [cell.strip().lower() for cell in row.split("|")] if row.count("|") > 1 else ("", "")
        words = [word.strip().replace(".", "") for cell in (name, *adjectives) for word in cell.split(",")]
        alone = [word for word in words if word and " " not in word]
        for word in alone:
            found.setdefault(word, alone[0])
    return found


def _list(words: str | Iterable[object]) -> list[str]:
    return words.split() if isinstance(words, str) else [str(word) for word in words]
