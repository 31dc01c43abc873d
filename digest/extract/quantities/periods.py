"""Find the time that a figure is about: a date beside it, or words such as "so far this year"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.lexicon import phrase
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import Word
from digest.model import DateMention

FARTHEST = 14  # words between a figure and its period
OPENING = 3  # words in front of a period that still opens the sentence


class Period(NamedTuple):
    """A stretch of time in the words `first` to `after` (exclusive), at the offsets `start..end` of the article."""

    first: int
    after: int
    start: int
    end: int


def periods(found: Sequence[Word], dates: Sequence[DateMention], cues: Cues) -> list[Period]:
    """The stretches of time in a sentence, in order.

    A single day is the day of the news more often than the time that was measured, so only longer stretches count.
    """
    stretches = []
    index = 0
    for date in dates:
        if date.precision == "day":
            continue
        start, end = date.excerpt.span.start, date.excerpt.span.end
        while index < len(found) and found[index].start < start:
            index += 1
        after = index
        while after < len(found) and found[after].end <= end:
            after += 1
        if after > index:
            stretches.append(Period(index, after, start, end))
    for at, word in enumerate(found):
        hit = phrase(found, at, cues.periods) if word.low in cues.periods else None
        if hit:
            stretches.append(Period(at, hit[1], word.start, found[hit[1] - 1].end))
    return sorted(stretches)


def find_period(
    found: Sequence[Word], quantity: Quantity, following: Quantity | None, stretches: Sequence[Period], cues: Cues
) -> Period | None:
    """The first period behind the figure and in front of the `following` one, else the last one in front of it.

    None is taken from another clause, unless it opens the sentence.
    """
    limit = following.first if following is not None else len(found)
    behind = next((p for p in stretches if quantity.after <= p.first < limit), None)
    if behind is not None and not _parted(found, quantity.after, behind.first, cues):
        return behind
    front = next((p for p in reversed(stretches) if p.after <= quantity.first), None)
    if front is not None and (front.first <= OPENING or not _parted(found, front.after, quantity.first, cues)):
        return front
    return None


def _parted(found: Sequence[Word], first: int, after: int, cues: Cues) -> bool:
    """Whether another clause begins between two words, or they lie too far apart."""
    if after - first > FARTHEST:
        return True
    return any(w.text in ",;:()—–" or w.low in cues.clause_words for w in found[first:after])
