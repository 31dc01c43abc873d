"""Say whether one of two sentences reports the main thing of the other, and both have enough beside it in common.

A main clause in common is little: "The mayor resigned" stands in many a sentence. With a person, a number, an
organization or a day in common, and much of what either tells, it is one fact, however much else each of them tells.

The thresholds were set on the pairs of 55 stories, read by hand.
"""

from __future__ import annotations

from typing import NamedTuple

from digest.compare.sentences import Line
from digest.language.deeds import deeds
from digest.language.denying import casts_doubt
from digest.language.same_main import reports_main
from digest.language.telling import Telling, says

LEADS = 2  # first sentences of an article, in which a story's own words tell its main fact


class _Enough(NamedTuple):
    """From when they have enough in common: what their words weigh, in nats, and the part of what either tells."""

    weight: float
    part: float


MUTUAL = _Enough(10.0, 0.33)  # where each reports the other's main thing
ONE_SIDED = _Enough(13.0, 0.33)  # where only one does


def main_in_common(one: Line, other: Line, telling: Telling) -> bool:
    """Whether either sentence reports what the other's main clause tells, of the same people, number or day.

    Two leads need less: one deed, on one day, and each with the other's main thing. What one said twice is not one.
    """
    if one.marks.isdisjoint(other.marks):
        return False  # most
    texts = one.excerpt.text, other.excerpt.text
    days = not (one.dates.isdisjoint(other.dates) and one.figures.keys().isdisjoint(other.figures))
    if not (days or have_one(one, other)) or _name_others(one, other):
        return False
    enough = _has_enough(one, other, telling)
    if not enough and not (days and one.place < LEADS and other.place < LEADS):
        return False  # of most, before anything dearer is asked
    if all(says(text, language=one.language) for text in texts) or _only_one_doubts(*texts, one.language):
        return False
    if not enough and not _do_one_thing(*texts, one.language):
        return False
    first, second = reports_main(*texts, telling), reports_main(texts[1], texts[0], telling)
    return (first and second) or (enough is ONE_SIDED and (first or second))


def _has_enough(one: Line, other: Line, telling: Telling) -> _Enough | None:
    """The most that they have enough in common for; what only says who somebody is, tells nothing."""
    weight = telling.weight(set(one.stems) & set(other.stems))
    if weight < MUTUAL.weight:
        return None
    first, second = (telling.words(line.excerpt.text) - line.roles for line in (one, other))
    least = min(telling.weight(first), telling.weight(second))
    part = telling.weight(first & second) / least if first & second else 0.0
    return next((e for e in (ONE_SIDED, MUTUAL) if weight >= e.weight and part >= e.part), None)


def have_one(one: Line, other: Line) -> bool:
    """Whether they have a person, an organization or a number in common that is no key figure."""
    apart = one.people.isdisjoint(other.people) and one.organizations.isdisjoint(other.organizations)
    return not (apart and one.numbers.isdisjoint(other.numbers))


def _name_others(one: Line, other: Line) -> bool:
    """Whether each names somebody whom the other does not name: two people may ask for two things of a third."""
    return not (one.people <= other.people or other.people <= one.people)


def _only_one_doubts(one: str, other: str, language: str) -> bool:
    """Whether one tells what the other doubts, as words: "cleared" is "will not be charged"."""
    return casts_doubt(one, language=language) != casts_doubt(other, language=language)


def _do_one_thing(one: str, other: str, language: str) -> bool:
    return not deeds(one, language).isdisjoint(deeds(other, language))
