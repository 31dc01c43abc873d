"""Give each person an address that stays: by the name; of several with one name, the one who was first keeps it."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from digest.language.slugs import name_key, page_slug, plain_slug
from digest.model import ProjectPerson, Story, StoryPerson

Appearances = Sequence[tuple[Story, StoryPerson]]
First = tuple[str, str]


def give_slugs(everybody: Sequence[Appearances]) -> list[ProjectPerson]:
    """The people with their names and addresses, in the order given, on which nothing depends.

    A second "Ann Ito" is `ann-ito-japan`, or `ann-ito-1f3c` where no country is known: four letters or digits that
    follow from the first article that names her.
    """
    names = [_name(seen) for seen in everybody]
    first = [_first(seen) for seen in everybody]
    where = [sorted((story.id, person.name) for story, person in seen) for seen in everybody]
    same: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(everybody)), key=lambda n: (first[n], names[n], where[n])):
        same[page_slug(names[number], other="person")].append(number)
    slugs: dict[int, str] = {}
    taken = set(same)
    for base, numbers in sorted(same.items()):
        slugs[numbers[0]] = base
        for number in numbers[1:]:
            slugs[number] = _told_apart(base, everybody[number], first[number], taken)
            taken.add(slugs[number])
    return [
        ProjectPerson(
            slug=slugs[number],
            name=names[number],
            aliases=_aliases(seen, names[number]),
            known=any(person.known for _, person in seen),
            namesakes=tuple(slugs[other] for other in _namesakes(number, names, same)),
        )
        for number, seen in enumerate(everybody)
    ]


def _name(seen: Appearances) -> str:
    """What most stories call them, a name of several words first; an editor's word before all."""
    known = next((person.known for _, person in seen if person.known), "")
    if known:
        return known
    counts = Counter(person.name for _, person in seen)
    return min(counts, key=lambda name: (len(name.split()) < 2, -counts[name], -len(name), name))


def _first(seen: Appearances) -> First:
    """The day and the id of the first article that names them; articles without a day come last."""
    articles = (
        (article.published.value.isoformat() if article.published else "9999", article.id)
        for story, person in seen
        for article in story.articles
        if any(article.id == key for key, _ in person.mentions)
    )
    return min(articles, default=("9999", ""))


def _told_apart(base: str, seen: Appearances, first: First, taken: set[str]) -> str:
    countries = Counter(person.country for _, person in seen if person.country)
    country = plain_slug(min(countries, key=lambda c: (-countries[c], c))) if countries else ""
    if country and f"{base}-{country}" not in taken:
        return f"{base}-{country}"
    digits = hashlib.sha256("\n".join(first).encode("utf-8", "surrogatepass")).hexdigest()
    return next(slug for n in range(4, 65) if (slug := f"{base}-{digits[:n]}") not in taken)


def _aliases(seen: Appearances, name: str) -> tuple[str, ...]:
    counts = Counter(alias for _, person in seen for alias in {person.name, *person.aliases} if alias != name)
    return tuple(sorted(counts, key=lambda alias: (-counts[alias], alias)))


def _namesakes(number: int, names: Sequence[str], same: dict[str, list[int]]) -> list[int]:
    """The others of the same full name; one word alone is many people's."""
    if len(names[number].split()) < 2:
        return []
    key = name_key(names[number])
    return [n for n in same[page_slug(names[number], other="person")] if n != number and name_key(names[n]) == key]
