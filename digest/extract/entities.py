"""Find the people, organizations and places that an article names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from digest.extract.name import NameFinder
from digest.extract.names import names_in
from digest.extract.organizations import join_organizations
from digest.extract.people import join_people, to_person
from digest.extract.places import join_places
from digest.extract.reading import read
from digest.extract.references import add_references, learn_genders, outside_marks
from digest.extract.strangers import strangers
from digest.model import Article, KnownBy, Organization, Person, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """Who and what one article names: each tuple in the order of the first mention, each mention in the text's order.

    A mention by name of a person never overlaps one of an organization. A place may stand inside another name
    ("Chinese foreign ministry" mentions China, too).
    """

    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    genders: Mapping[str, str] = field(default_factory=dict)  # "m" or "f" by a person's name, where something tells
    pronouns: Mapping[int, KnownBy] = field(default_factory=dict)  # how sure a pronoun's person is, by its place


def find_entities(article: Article, *, finder: NameFinder = names_in) -> Entities:
    """Find them all in one reading; a line in title case counts only for those whom the running text names, too."""
    reading = read(article)
    names = finder(reading)
    found = join_people(reading, names)
    taken = frozenset((name.start, name.end) for person in found for name in person.names)
    outside = outside_marks(reading)
    learn_genders(reading, found, outside)
    people = [to_person(article, person, reading.lex) for person in found]
    unknown = strangers(reading, names, taken=taken)
    referred, pronouns = add_references(reading, found, people, outside, unknown)
    return Entities(
        people=referred,
        organizations=tuple(join_organizations(reading, names, taken=taken)),
        places=tuple(join_places(reading, names, taken=taken)),
        genders={person.name: one.gender for person, one in zip(people, found, strict=True) if one.gender},
        pronouns=pronouns,
    )
