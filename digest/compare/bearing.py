"""What stories tell of a person besides the name: countries, roles, fields of work, whether a man or a woman."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from digest.language import subject
from digest.model import Excerpt, Form, Story, StoryPerson

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
PRONOUNS = 2  # as many as it takes to believe them; they must all be of one kind


class Bearing(NamedTuple):
    """The signs by which people of one name are told apart. Each is empty where nothing is told."""

    countries: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()

    @property
    def tokens(self) -> frozenset[str]:
        """What two must have in common to belong together where a name is not one person's: a role, else a country."""
        return self.heads or frozenset(f"in {country}" for country in self.countries) or self.genders


def bearing_of(person: StoryPerson, story: Story) -> Bearing:
    """Read the signs of one person in one story."""
    language = story.articles[0].language if story.articles else "en"
    words = _words(language)
    heads = role_heads(person.roles, language=language)
    genders = {gender for gender, known in (("f", words.women), ("m", words.men)) if heads & known}
    return Bearing(
        countries=frozenset([person.country] if person.country else ()),
        heads=heads,
        fields=frozenset(field for head in heads for field in words.fields.get(head, ())),
        genders=frozenset(genders or _by_pronouns(person, story, words.pronouns)),
    )


def role_heads(roles: Iterable[Excerpt], *, language: str = "en") -> frozenset[str]:
    """The words for roles in some roles, without what follows "of", "to", "for": "vice foreign *minister* of China"."""
    words = _words(language)
    return frozenset(head for role in roles for head in _heads(role.text, words))


def together(bearings: Iterable[Bearing]) -> Bearing:
    """The signs of several mentions of one person."""
    whole = list(bearings)
    return Bearing(*(frozenset().union(*(one[i] for one in whole)) for i in range(4)))


def clash(one: Bearing, other: Bearing, *, language: str = "en") -> bool:
    """Whether two people must be meant: a man and a woman, other countries, other fields; and no role in common."""
    if one.heads & other.heads:
        return False
    if len(one.genders) == len(other.genders) == 1 and one.genders != other.genders:
        return True
    if one.countries and other.countries and not one.countries & other.countries:
        return True
    unlike = _unlike(language)
    apart = one.fields and other.fields and not one.fields & other.fields
    return bool(apart) and all(frozenset(pair) in unlike for pair in product(one.fields, other.fields))


class _Words(NamedTuple):
    roles: frozenset[str]
    weak: frozenset[str]
    links: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]
    pronouns: Mapping[str, str]


@cache
def _words(language: str) -> _Words:
    titles, compare = subject(language, "titles"), subject(language, "compare")
    fields: dict[str, list[str]] = {}
    for field, heads in compare.get("fields", {}).items():
        for head in heads:
            fields.setdefault(str(head), []).append(str(field))
    return _Words(
        roles=_set(titles["roles"]),
        weak=_set(titles["weak_roles"]),
        links=_set(compare["role_links"]),
        women=_set(titles["women_roles"]),
        men=_set(titles["men_roles"]),
        fields={head: tuple(found) for head, found in fields.items()},
        pronouns={str(word).lower(): str(gender) for word, gender in subject(language, "names")["pronouns"].items()},
    )


@cache
def _unlike(language: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(str, pair)) for pair in subject(language, "compare").get("unlike", ()))


def _set(words: str | Iterable[object]) -> frozenset[str]:
    return frozenset(words.split() if isinstance(words, str) else map(str, words))


def _heads(role: str, words: _Words) -> Iterable[str]:
    for word in WORD.findall(role.lower()):
        if word in words.links:
            return
        if word in words.roles and word not in words.weak:
            yield word


def _by_pronouns(person: StoryPerson, story: Story, pronouns: Mapping[str, str]) -> set[str]:
    names = {person.name, *(alias for alias in person.aliases if " " in alias)}
    found = [
        pronouns[word]
        for findings in story.findings
        for one in findings.people
        if one.name in names
        for mention in one.mentions
        if mention.form is Form.PRONOUN and (word := mention.excerpt.text.lower()) in pronouns
    ]
    return set(found) if len(found) >= PRONOUNS and len(set(found)) == 1 else set()
