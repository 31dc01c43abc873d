"""Tell which person of `stories/people.yml` a person of a story is, article by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest.config.people import KnownPerson
from digest.edit.matching import fold
from digest.language.slugs import name_key
from digest.model import Story, StoryPerson

# How surely a sign tells who is meant: the closer to the words, the surer.
BY_ARTICLE, BY_ROLE, BY_STORY, BY_COUNTRY, BY_NAME = 5, 4, 3, 2, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Who is meant in which articles; `unsure` are articles where the name is known, and nothing tells who it is."""

    by_article: Mapping[str, KnownPerson]
    unsure: tuple[str, ...] = ()
    between: tuple[KnownPerson, ...] = ()


def who_is_meant(person: StoryPerson, story: Story, known: Mapping[str, tuple[KnownPerson, ...]]) -> Meant:
    """Ask for each article that names a person of the story. `known` gives the people by each of their names.

    A name counts before the other forms of it, and of these only such as have two words: "Ito" is too many people's.
    What one article tells holds for the others of the story, unless they tell of somebody else.
    """
    owners = _owners(person, known)
    if not owners:
        return Meant(by_article={})
    told: dict[str, KnownPerson] = {}
    open_: list[str] = []
    for article, _ in person.mentions:
        ranked: dict[int, list[KnownPerson]] = defaultdict(list)
        for owner in owners:
            ranked[_sureness(owner, person, story, article)].append(owner)
        best = max(ranked)
        if best and len(ranked[best]) == 1:
            told[article] = ranked[best][0]
        else:
            open_.append(article)
    everywhere = {owner.name: owner for owner in told.values()}
    if len(everywhere) == 1:
        (owner,) = everywhere.values()
        told |= dict.fromkeys(open_, owner)
        open_ = []
    return Meant(by_article=told, unsure=tuple(open_), between=owners)


def by_name(people: Iterable[KnownPerson]) -> dict[str, tuple[KnownPerson, ...]]:
    """The known people by each of their names."""
    found: dict[str, list[KnownPerson]] = defaultdict(list)
    for person in people:
        for key in person.keys:
            found[key].append(person)
    return {key: tuple(owners) for key, owners in found.items()}


def names_of(person: StoryPerson) -> tuple[str, ...]:
    """A person's name, and the other forms of it that have more than one word, as names are compared."""
    longer = (alias for alias in person.aliases if len(alias.split()) > 1)
    return tuple(dict.fromkeys(map(name_key, (person.name, *longer))))


def fits(sign: str, person: StoryPerson, story: Story) -> bool:
    """Whether a sign that an editor wrote tells anything about a person of a story."""
    return any(_fits(sign, person, story, article) for article, _ in person.mentions)


def _owners(person: StoryPerson, known: Mapping[str, tuple[KnownPerson, ...]]) -> tuple[KnownPerson, ...]:
    return next((known[key] for key in names_of(person) if key in known), ())


def _sureness(owner: KnownPerson, person: StoryPerson, story: Story, article: str) -> int:
    if not owner.signs:
        return BY_NAME
    return max(_fits(sign, person, story, article) for sign in owner.signs)


def _fits(sign: str, person: StoryPerson, story: Story, article: str) -> int:
    if sign == article:
        return BY_ARTICLE
    words = f" {fold(sign)} "
    if any(words in f" {fold(role.text)} " for role in person.roles if role.span.article_id == article):
        return BY_ROLE
    if sign in (story.slug, story.id, *story.former):
        return BY_STORY
    return BY_COUNTRY if person.country is not None and fold(person.country) == fold(sign) else 0
