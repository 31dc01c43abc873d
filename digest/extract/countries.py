"""Know the countries, their capitals, peoples and other names, and the places that news names most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from digest.language import subject


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A name of the tables: the place it stands for, and the country that this place is or lies in."""

    place: str
    country: str | None
    is_demonym: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name of the tables. `people` are adjectives and peoples, `governments` capitals and their country."""

    names: Mapping[str, KnownPlace]
    people: Mapping[str, KnownPlace]
    governments: Mapping[str, str]
    states: frozenset[str]


@cache
def gazetteer(language: str) -> Gazetteer:
    """Read the tables of a language."""
    data = subject(language, "countries")
    names: dict[str, KnownPlace] = {}
    people: dict[str, KnownPlace] = {}
    governments: dict[str, str] = {}
    for country_of, cities in _cities(data["cities"]):
        for city in cities:
            names[city] = KnownPlace(city, country_of)
    states: list[str] = []
    endings = data.get("adjective_endings", ("",))
    for state, short in _rows(data["states"], 2):
        states.append(state)
        names[state] = KnownPlace(state, "United States")
        for name in _list(short):
            names[name] = KnownPlace(state, "United States")
    for place, country, peoples in _rows(data["parts"], 3):
        names[place] = KnownPlace(place, country or None)
        for name in _inflected(peoples, endings):
            people[name] = KnownPlace(place, country or None, is_demonym=True)
    not_metonyms = frozenset(data["not_metonyms"])
    for country, capitals, peoples, others in _rows(data["countries"], 4):
        for capital in _list(capitals):
            city = _list(capitals)[0] if capital.startswith(_list(capitals)[0]) else capital
            names[capital] = KnownPlace(city, country)
            if capital not in not_metonyms:
                governments[capital] = country
        for name in (country, *_list(others)):
            names[name] = KnownPlace(country, country)
        for name in _inflected(peoples, endings):
            people.setdefault(name, KnownPlace(country, country, is_demonym=True))
    return Gazetteer(names=names, people=people, governments=governments, states=frozenset(states))


def _rows(table: str, columns: int) -> Iterator[list[str]]:
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        yield cells + [""] * (columns - len(cells))


def _cities(table: str) -> Iterator[tuple[str | None, list[str]]]:
    for line in table.splitlines():
        country, _, cities = line.partition(":")
        yield country.strip() or None, _list(cities)


def _list(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(",") if name.strip()]


def _inflected(cell: str, endings: Sequence[str]) -> Iterator[str]:
    """The names of a cell; an adjective with its endings, where a hyphen ends it: "russisch-" is russische, too."""
    for name in _list(cell):
        yield from (name[:-1] + ending for ending in endings) if name.endswith("-") else (name,)
