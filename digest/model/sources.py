"""Count sources: copies of one text are one origin, and the outlets of one publisher family one independent source."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from digest.model.article import Article
from digest.model.original import OriginalText


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Of each article of a story, in their order, the number of its origin and of its independent source, from 0.

    Two articles have one origin if they carry one text. They are no independent sources if they have one origin, one
    publisher, or publishers of one family. `fullest` are the articles with the longest version of each origin's text,
    `originals` those that stand for it, as places in the order of the articles.
    """

    origins: tuple[int, ...]
    independent: tuple[int, ...]
    originals: tuple[int, ...]
    fullest: tuple[int, ...]

    def count_origins(self, articles: Collection[int]) -> int:
        """How many origins some articles have."""
        return len({self.origins[number] for number in articles})

    def count_independent(self, articles: Collection[int]) -> int:
        """How many independent sources some articles are."""
        return len({self.independent[number] for number in articles})


def sources_of(articles: Sequence[Article], origins: Sequence[OriginalText] = ()) -> Sources:
    """Number the sources of some articles; an article that no origin names has an origin of its own."""
    place = {article.id: number for number, article in enumerate(articles)}
    of_article = {key: found for found in origins for key in found.article_ids if key in place}
    names = [of_article[a.id].original if a.id in of_article else a.id for a in articles]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    numbered = tuple(numbers[name] for name in names)
    first = {number: place.get(name, names.index(name)) for name, number in numbers.items()}
    fullest = {numbers[found.original]: place[found.fullest] for found in of_article.values() if found.fullest in place}
    return Sources(
        origins=numbered,
        independent=_independent(articles, numbered),
        originals=tuple(first[number] for number in range(len(numbers))),
        fullest=tuple(fullest.get(number, first[number]) for number in range(len(numbers))),
    )


def _independent(articles: Sequence[Article], origins: Sequence[int]) -> tuple[int, ...]:
    """Join the origins that have a publisher or a family in common."""
    home = list(range(max(origins, default=-1) + 1))

    def root(number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number

    known: dict[str, int] = {}
    for article, origin in zip(articles, origins, strict=True):
        if article.publisher:
            one, other = root(origin), root(known.setdefault(article.publisher.value.house, origin))
            home[max(one, other)] = min(one, other)
    return tuple(root(origin) for origin in origins)
