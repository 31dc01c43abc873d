"""Find the time that a figure is about: a date beside it, or words such as "so far this year"."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.lexicon import phrase
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import Word
from digest.model import DateMention


def find_period(
    found: Sequence[Word], quantity: Quantity, others: Sequence[Quantity], dates: Sequence[DateMention], cues: Cues
) -> tuple[int, int] | None:
    """The offsets of the period in the article: the first one behind the figure, else the last one in front of it.

    A single day is the day of the news more often than the time that was measured, so only longer stretches count,
    and none is taken from across another figure unless that is all there is in front.
    """
    start, end = found[quantity.first].start, found[quantity.after - 1].end
    spans = [(d.excerpt.span.start, d.excerpt.span.end) for d in dates if d.precision != "day"]
    spans += _phrases(found, cues)
    behind = sorted(s for s in spans if s[0] >= end)
    next_figure = min((found[q.first].start for q in others if q.first >= quantity.after), default=None)
    if behind and (next_figure is None or behind[0][0] < next_figure):
        return behind[0]
    front = sorted(s for s in spans if s[1] <= start)
    return front[-1] if front else None


def _phrases(found: Sequence[Word], cues: Cues) -> list[tuple[int, int]]:
    spans = []
    for at in range(len(found)):
        hit = phrase(found, at, cues.periods) if found[at].low in cues.periods else None
        if hit:
            spans.append((found[at].start, found[hit[1] - 1].end))
    return spans
