"""What happened when, as the articles tell it: dated sentences in the order of their days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from digest.model.evidence import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A sentence with its day or period (both days included), and the sentences of other articles that tell the same.

    `precision` is that of the date: day, week, month, quarter or year. `written` are the words of the sentence that
    give the date. `ahead` means that it was still to come when the article was written.
    """

    earliest: dt.date
    latest: dt.date
    precision: str
    written: Excerpt
    sentence: Excerpt
    also: tuple[Excerpt, ...] = ()
    ahead: bool = False
