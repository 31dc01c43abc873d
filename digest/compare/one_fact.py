"""Say whether two sentences of different articles tell one fact."""

from __future__ import annotations

from digest.compare.sentences import Line
from digest.language.denying import denies
from digest.language.senses import directions, oppose
from digest.language.telling import Telling

PEOPLE, DEEDS = 2, 2  # people in common who, on one date, do one thing, and words in common that tell what
LEADS = 2  # first sentences of an article, in which a story's own words tell its main fact
# Similarity, words in common, and those of them that tell something, with which leads of one story tell its event.
LEAD_FACTS = ((0.5, 5, 1), (0.42, 8, 2))
RETOLD = 0.6, 10, 2  # the same, of any two sentences
MUCH = 0.25  # of what the fuller one of the two tells, names among it, that the other must tell, too


def one_fact(one: Line, other: Line, alike: float, telling: Telling) -> bool:
    """Whether two sentences tell the same; `alike` is how similar their words are.

    A figure in common and its unit's words make up for other words in common; so do two people and a date, for what
    two people do on one day is hardly two things. And leads tell one event, whatever words they choose.
    """
    if tell_the_opposite(one, other):
        return False
    deeds = telling.words(one.excerpt.text) & telling.words(other.excerpt.text)
    if len(one.people & other.people) >= PEOPLE and one.dates & other.dates and len(deeds) >= DEEDS:
        return True
    if deeds and one.figures.keys() & other.figures.keys():
        return True
    return telling.same(one.excerpt.text, other.excerpt.text) or _one_event(one, other, alike, telling, len(deeds))


def tell_the_opposite(one: Line, other: Line) -> bool:
    """Whether two sentences tell the opposite: "rose by 12 percent", "fell by 12 percent"."""
    return oppose(*(directions(line.stems, language=line.language) for line in (one, other)))


def _one_event(one: Line, other: Line, alike: float, telling: Telling, deeds: int) -> bool:
    """Whether two sentences tell a story's event in other words: as leads do, whose names and words the story shares.

    "The council of Melk voted on Friday to close the harbour" and "Melk will lose its harbour after Friday's vote" have
    no rare word in common, for all sentences of the story are about that.
    """
    leads = LEAD_FACTS if one.place < LEADS and other.place < LEADS else ()
    rules = [(words, told) for least, words, told in (*leads, RETOLD) if alike >= least]
    if not rules:
        return False
    first, second = set(one.stems), set(other.stems)
    shared = first & second
    if not any(len(shared) >= words and deeds >= told for words, told in rules):
        return False
    if telling.weight(shared) < MUCH * max(telling.weight(first), telling.weight(second)):
        return False
    return denies(one.excerpt.text, language=one.language) == denies(other.excerpt.text, language=other.language)
