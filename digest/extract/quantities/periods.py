"""Find the time that a figure is about: a date beside it, or words such as "so far this year"."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.lexicon import phrase
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import Word
from digest.model import DateMention

FARTHEST = 14  # words between a figure and its period


def find_period(
    found: Sequence[Word], quantity: Quantity, others: Sequence[Quantity], dates: Sequence[DateMention], cues: Cues
) -> tuple[int, int] | None:
    """The offsets of the period in the article: the first one behind the figure, else the last one in front of it.

    A single day is the day of the news more often than the time that was measured, so only longer stretches count.
    None is taken from another clause, unless it opens the sentence.
    """
    start, end = found[quantity.first].start, found[quantity.after - 1].end
    spans = [(d.excerpt.span.start, d.excerpt.span.end) for d in dates if d.precision != "day"]
    spans += _phrases(found, cues)
    next_figure = min((found[q.first].start for q in others if q.first >= quantity.after), default=None)
    behind = [s for s in spans if s[0] >= end and (next_figure is None or s[0] < next_figure)]
    if behind and not _parted(found, end, min(behind)[0], cues):
        return min(behind)
    front = [s for s in spans if s[1] <= start]
    if front and (
        max(front)[0] <= found[min(3, len(found) - 1)].start or not _parted(found, max(front)[1], start, cues)
    ):
        return max(front)
    return None


def _parted(found: Sequence[Word], start: int, end: int, cues: Cues) -> bool:
    """Whether another clause begins between two places, or they lie too far apart."""
    between = [w for w in found if start <= w.start < end]
    return len(between) > FARTHEST or any(w.text in ",;:()—–" or w.low in cues.clause_words for w in between)


def _phrases(found: Sequence[Word], cues: Cues) -> list[tuple[int, int]]:
    spans = []
    for at in range(len(found)):
        hit = phrase(found, at, cues.periods) if found[at].low in cues.periods else None
        if hit:
            spans.append((found[at].start, found[hit[1] - 1].end))
    return spans
