"""Words that news writers use for one another, so that "vetoed the bill" and "blocked the legislation" meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from digest.language import has_pack, subject
from digest.language.terms import plain_words, stem


@lru_cache(maxsize=1 << 17)
def sense(term: str, *, language: str = "en") -> str:
    """The sense of a stem: that of the first word of its group, a number in digits, or the stem itself."""
    return _senses(language).get(term, term)


def denies(text: str, *, language: str = "en") -> bool:
    """Whether a sentence denies or doubts something."""
    low = text.lower().replace("’", "'")
    return "n't" in low or not _denials(language).isdisjoint(plain_words(low))


@cache
def _denials(language: str) -> frozenset[str]:
    return frozenset(str(word) for word in subject(language, "compare")["denials"])


@cache
def _senses(language: str) -> Mapping[str, str]:
    if not has_pack(language):
        return {}
    figures = subject(language, "figures")
    numbers = {**figures.get("numbers", {}), **figures.get("ones", {}), **figures.get("tens", {})}
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
def opposites(language: str) -> tuple[tuple[str, str], ...]:
    """Pairs of opposite senses: what rises does not fall."""
    if not has_pack(language):
        return ()

    def of(word: object) -> str:
        return sense(stem(str(word), language=language), language=language)

    return tuple((of(one), of(other)) for one, other in subject(language, "senses")["opposites"])
