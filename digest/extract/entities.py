"""Find the people, organizations and places that an article names."""

from __future__ import annotations

from dataclasses import dataclass

from digest.extract.name_lexicon import lexicon
from digest.extract.names import names_in
from digest.extract.organizations import join_organizations
from digest.extract.people import join_people, to_person
from digest.extract.places import join_places
from digest.extract.reading import read
from digest.extract.references import add_references
from digest.model import Article, Organization, Person, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """Who and what one article names; each tuple in the order of the first mention, each mention in the text's order."""

    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()


def find_entities(article: Article) -> Entities:
    """Find them all in one reading. A mention's excerpt never overlaps that of another person or organization."""
    reading = read(article)
    names = names_in(reading)
    found = join_people(reading, names)
    taken = frozenset((name.start, name.end) for person in found for name in person.names)
    lex = lexicon(article.language)
    people = [to_person(article, person, lex) for person in found]
    return Entities(
        people=add_references(reading, found, people),
        organizations=tuple(join_organizations(reading, names, taken=taken)),
        places=tuple(join_places(reading, names, taken=taken)),
    )
