"""Words that news writers use for one another, so that "vetoed the bill" and "blocked the legislation" meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from digest.language import has_pack, subject
from digest.language.terms import stem


@lru_cache(maxsize=1 << 17)
def sense(term: str, *, language: str = "en") -> str:
    """The sense of a stem: that of the first word of its group, a number in digits, or the stem itself."""
    return _senses(language).get(term, term)


def senses_of(terms: Iterable[str], *, language: str = "en") -> list[str]:
    """The senses of some stems, in order."""
    known = _senses(language)
    return [known.get(term, term) for term in terms]


@cache
def _senses(language: str) -> Mapping[str, str]:
    if not has_pack(language):
        return {}
    figures = subject(language, "figures")
    groups = ("numbers", "ones", "tens", "scales")  # a dozen is 12
    numbers = {word: value for group in groups for word, value in figures.get(group, {}).items()}
    found = {
        stem(str(word), language=language): str(value) for word, value in numbers.items() if value in range(2, 100)
    }
    for country, peoples in _peoples(language):
        found.update((stem(people, language=language), stem(country, language=language)) for people in peoples)
    for group in subject(language, "senses")["senses"]:
        first = stem(str(group[0]), language=language)
        for word in group:
            found.setdefault(stem(str(word), language=language), first)
    return found


def _peoples(language: str) -> Iterator[tuple[str, list[str]]]:
    """The countries that have a name of one word, each with the words for its people: "Norway" with "Norwegian"."""
    for line in str(subject(language, "countries")["countries"]).splitlines():
        country, *columns = (column.strip() for column in line.split("|"))
        if country and " " not in country and len(columns) > 1:
            yield country, [people.strip() for people in columns[1].split(",") if people.strip()]


@cache
def opposites(language: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The stems of words of opposite meaning, side by side: what rises does not fall."""
    if not has_pack(language):
        return ()
    return tuple(sides(row, language) for row in subject(language, "senses")["opposites"])


def directions(stems: Iterable[str], *, language: str) -> frozenset[int]:
    """The sides on which some words stand: each pair of opposites has a number, with a minus for its second side."""
    known = _directions(language)
    return frozenset().union(*[known[term] for term in stems if term in known])


def oppose(one: AbstractSet[int], other: AbstractSet[int]) -> bool:
    """Whether two texts, by their directions, tell the opposite: "rose by 12 percent", "fell by 12 percent"."""
    return any(-side in other and side not in other and -side not in one for side in one)


@cache
def _directions(language: str) -> Mapping[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, (first, second) in enumerate(opposites(language), start=1):
        for side, terms in ((number, first), (-number, second)):
            found |= {term: found.get(term, frozenset()) | {side} for term in terms}
    return found


@cache
def opposite_senses(language: str) -> tuple[tuple[str, str], ...]:
    """Pairs of opposite senses."""
    pairs = {
        (sense(one, language=language), sense(other, language=language))
        for first, second in opposites(language)
        for one in first
        for other in second
    }
    return tuple(sorted(pairs))


def sides(row: Sequence[Sequence[object]], language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of both sides of a row of opposites."""
    first, second = (frozenset(stem(str(word), language=language) for word in side) for side in row)
    return first, second
