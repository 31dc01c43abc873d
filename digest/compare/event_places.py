"""Tell the places in which something happens from countries that only say whose somebody is: "a U.S. officer"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from digest.language import subject
from digest.language.terms import content_set, function_words
from digest.model import Article, Excerpt, Findings

NEAR = 16  # characters in front of a name in which "in" or "near" stands
AHEAD = 24  # characters behind it in which the noun stands that it goes with


def event_places(article: Article, found: Findings) -> Mapping[int, frozenset[str]]:
    """The stems of the places in which each sentence says that something happens, by sentence."""
    places: dict[int, frozenset[str]] = {}
    for place in found.places:
        own = content_set(place.name, language=article.language)
        for mention in place.mentions:
            if _is_where(article, mention.excerpt):
                places[mention.sentence] = places.get(mention.sentence, frozenset()) | own
    return places


def _is_where(article: Article, mention: Excerpt) -> bool:
    """Whether a name tells where: a preposition stands in front, or no noun behind ("U.S. Major General Lee")."""
    known, text, start, end = function_words(article.language), article.text, mention.span.start, mention.span.end
    before = text[max(0, start - NEAR) : start].rsplit(None, 1)[-1:]
    if before and before[0].lower() in known - _agents(article.language):
        return True
    following = text[end : end + AHEAD]
    return following[:1] != " " or not following[1:2].isalpha() or following.split()[0].lower() in known


@cache
def _agents(language: str) -> frozenset[str]:
    """The words in front of a name that say nothing of where: "by the U.S. army"."""
    return frozenset(map(str, subject(language, "compare")["figures"].get("not_where", ())))
