"""Say whether two sentences of different articles tell one fact."""

from __future__ import annotations

from typing import NamedTuple

from digest.compare.main_in_common import LEADS, main_in_common
from digest.compare.sentences import Line
from digest.language.denying import denies
from digest.language.numerals import number_stems
from digest.language.senses import directions, oppose
from digest.language.settings import without_setting
from digest.language.telling import Telling, says

PEOPLE, DEEDS = 2, 2  # people in common who, on one date, do one thing, and words in common that tell what
DONE = 0.15  # of what either sentence tells, names aside, that those words must be
COUNTED = 0.14  # the same, of those in common beside one figure
MUCH, FIRST_MUCH = 0.25, 0.2  # of what the fuller one of two tells, names among it, that the other tells; of two first


class _Rule(NamedTuple):
    """From when two sentences tell one event: similarity, words in common, and those of them that tell something."""

    alike: float
    words: int
    deeds: int


class _Little(NamedTuple):
    """Below which parts two sentences have too little in common: similarity, all of the fuller one, what either tells.

    Set on the pairs of 40 stories that had been taken for one fact.
    """

    alike: float
    whole: float
    told: float


LITTLE = _Little(0.41, 0.26, 0.38)
TINY = 0.12  # of all that the fuller one tells, below which it is not asked how much the other tells
LEAD_FACTS = (_Rule(0.56, 5, 1), _Rule(0.5, 5, 2), _Rule(0.42, 8, 2))
FIRST_FACT = _Rule(0.4, 6, 2)  # for the very first sentences
RETOLD = _Rule(0.6, 10, 2)  # for any two


def one_fact(one: Line, other: Line, alike: float, telling: Telling) -> bool:
    """Whether two sentences tell the same; `alike` is how similar their words are.

    A figure in common and its unit's words make up for other words in common; so do two people and a date, for what
    two people do on one day is hardly two things. And leads tell one event, whatever words they choose.
    """
    if tell_the_opposite(one, other) or of_others(one, other):
        return False
    first, second = telling.words(one.excerpt.text), telling.words(other.excerpt.text)
    deeds = first & second
    if len(one.people & other.people) >= PEOPLE and one.dates & other.dates and len(deeds) >= DEEDS:
        return _part(deeds, first, second, telling) >= DONE
    figures = len(one.figures.keys() & other.figures.keys())
    if figures > 1 or (figures and _part(deeds, first, second, telling) >= COUNTED):
        return bool(deeds)
    return main_in_common(one, other, telling) or _same(one, other, alike, telling, deeds)


def _same(one: Line, other: Line, alike: float, telling: Telling, deeds: frozenset[str]) -> bool:
    """Whether the words of two sentences, `deeds` among them, say that they tell the same."""
    texts = one.excerpt.text, other.excerpt.text
    if deeds and not (telling.is_main(*texts) or telling.is_main(*reversed(texts))):
        return False  # both tell it beside another thing
    leads = one.place < LEADS and other.place < LEADS
    if not leads and _is_little(one, other, alike, telling):
        return False
    return telling.same(*texts) or _one_event(one, other, alike, telling, len(deeds))


def _done_beside_place(one: Line, other: Line, telling: Telling) -> int:
    """How many words in common tell what was done: neither where, nor how many there were."""
    first, second = (telling.words(without_setting(line.excerpt.text, language=line.language)) for line in (one, other))
    return len((first & second) - number_stems(one.language))


def _part(deeds: frozenset[str], one: frozenset[str], other: frozenset[str], telling: Telling) -> float:
    """How much some words are of what either of two sentences tells, by weight: of that which tells less."""
    return telling.weight(deeds) / min(telling.weight(one), telling.weight(other)) if deeds else 0.0


def tell_the_opposite(one: Line, other: Line) -> bool:
    """Whether two sentences tell the opposite: "rose by 12 percent", "fell by 12 percent"."""
    mine = directions(one.stems, language=one.language)
    return bool(mine) and oppose(mine, directions(other.stems, language=other.language))


def _is_little(one: Line, other: Line, alike: float, telling: Telling) -> bool:
    """Whether two sentences have little in common, whatever counts: neither much of the one, nor much of the other."""
    if alike >= LITTLE.alike:
        return False
    first, second = (telling.words(line.excerpt.text) for line in (one, other))
    whole = [telling.weight(set(line.stems)) for line in (one, other)]
    told = telling.weight(first & second), min(telling.weight(first), telling.weight(second))
    part = telling.weight(set(one.stems) & set(other.stems)) / max(whole)
    if part >= LITTLE.whole:
        return False
    return part < TINY or told[0] < LITTLE.told * told[1]


def of_others(one: Line, other: Line) -> bool:
    """Whether two sentences are about other people: both name some, none in common, be it by the family name.

    A key figure in common says more than that: two offices may give one number.
    """
    if not one.people or not other.people or one.figures.keys() & other.figures.keys():
        return False
    return _names(one).isdisjoint(_names(other))


def _names(line: Line) -> set[str]:
    return {part for name in line.people for part in name.lower().split()}


def _one_event(one: Line, other: Line, alike: float, telling: Telling, deeds: int) -> bool:
    """Whether two sentences tell a story's event in other words: as leads do, whose names and words the story shares.

    "The council of Melk voted on Friday to close the harbour" and "Melk will lose its harbour after Friday's vote" have
    no rare word in common, for all sentences of the story are about that.
    """
    if one.dates and other.dates and one.dates.isdisjoint(other.dates):
        return False  # "on Monday he was urged to", "on Wednesday he did"
    if all(says(line.excerpt.text, language=line.language) for line in (one, other)):
        return False  # two things that one said of an event have its words in common
    rules = [RETOLD]
    if one.place < LEADS and other.place < LEADS:
        rules += LEAD_FACTS
    if one.place == other.place == 0:
        rules.append(FIRST_FACT)
    first, second = set(one.stems), set(other.stems)
    shared = first & second
    able = [rule for rule in rules if alike >= rule.alike and len(shared) >= rule.words and deeds >= rule.deeds]
    if not able or _done_beside_place(one, other, telling) < min(rule.deeds for rule in able):
        return False
    much = FIRST_MUCH if one.place == other.place == 0 else MUCH
    if telling.weight(shared) < much * max(telling.weight(first), telling.weight(second)):
        return False
    return denies(one.excerpt.text, language=one.language) == denies(other.excerpt.text, language=other.language)
