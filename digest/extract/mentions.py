"""Everybody and everything that an article names, by the place where it does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from digest.extract.entities import Entities
from digest.model import Article, Form, Mention, SpeakerKind


class Known(NamedTuple):
    """A mention at `start..end`, with the name and kind of whom it means."""

    start: int
    end: int
    name: str
    kind: SpeakerKind
    form: Form


class Mentions:
    """Everybody and everything that one article names, ready to be looked up by place."""

    def __init__(self, article: Article, entities: Entities) -> None:
        self.article = article
        self.by_name = {person.name: person for person in entities.people}
        self.genders, self.pronouns = entities.genders, entities.pronouns
        self.mentions = sorted(_mentions(entities))
        self.kinds = {m.name: m.kind for m in self.mentions}
        self.starts = [m.start for m in self.mentions]
        self.persons = [m for m in self.mentions if m.kind is SpeakerKind.PERSON]
        self.person_starts = [m.start for m in self.persons]
        self.named_starts = [m.start for m in self.persons if m.form is not Form.PRONOUN]

    def at(self, start: int, end: int) -> list[Known]:
        """The mentions that overlap a range, in order."""
        low = bisect_left(self.starts, start - 200)
        high = bisect_right(self.starts, end)
        return [m for m in self.mentions[low:high] if m.start < end and start < m.end]

    def last_person_before(self, place: int) -> int:
        """Where a person was last named before a place, or -1: who "he" is in between is what is asked."""
        index = bisect_left(self.named_starts, place)
        return self.named_starts[index - 1] if index else -1


def _mentions(entities: Entities) -> Iterable[Known]:
    def known(name: str, kind: SpeakerKind, mentions: Iterable[Mention]) -> Iterable[Known]:
        for m in mentions:
            yield Known(m.excerpt.span.start, m.excerpt.span.end, name, kind, m.form)

    for person in entities.people:
        yield from known(person.name, SpeakerKind.PERSON, person.mentions)
    for organization in entities.organizations:
        yield from known(organization.name, SpeakerKind.ORGANIZATION, organization.mentions)
    for place in entities.places:  # a country speaks, by its own name or its capital's; a town does not
        metonyms = [m for m in place.mentions if m.form is Form.METONYM or place.name == place.country]
        yield from known(place.country or place.name, SpeakerKind.COUNTRY, metonyms)
