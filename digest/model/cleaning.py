"""What the cleaning did to a project's articles, publisher by publisher: read by editors who look for a wrong rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from digest.model.article import LineReason, Publisher
from digest.model.habits import Habits
from digest.model.overrule import Overrule


class Amount(NamedTuple):
    """How much text: lines that are not blank, and words parted by blanks."""

    lines: int = 0
    words: int = 0


class DroppedLine(NamedTuple):
    """A line that was dropped, and where it stands."""

    article_id: str
    line: int
    text: str
    reason: LineReason


class ReasonCount(NamedTuple):
    """How often a reason was given, in how many articles, and for which line of the most words."""

    reason: LineReason
    amount: Amount
    articles: int
    longest: DroppedLine


class Repeated(NamedTuple):
    """A line that was dropped from several articles, with the reason that was given first."""

    text: str
    reason: LineReason
    articles: int


class Portion(NamedTuple):
    """How much of one article was kept."""

    article_id: str
    kept: Amount
    whole: Amount


class InForce(NamedTuple):
    """An overrule, the article that it is about (None: all of the publisher's), and how many lines it decided."""

    overrule: Overrule
    article_id: str | None
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCleaning:
    """What was dropped from one publisher's articles; `publisher` is None for those whose publisher is not known.

    `suspects` are the longest sentences that were dropped, a few for each reason: the most likely mistakes. Of the
    articles in `little` next to nothing was kept, of those in `all_kept` nearly everything, though they are long.
    """

    publisher: Publisher | None
    articles: int
    whole: Amount
    dropped: Amount
    reasons: tuple[ReasonCount, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    habits: Habits
    suspects: tuple[DroppedLine, ...] = ()
    little: tuple[Portion, ...] = ()
    all_kept: tuple[Portion, ...] = ()
    overrules: tuple[InForce, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningReport:
    """All publishers in the order of the alphabet, the unknown one last.

    `repeats` says of each line that went as a publisher's habit in how many articles it stands, by article and line.
    """

    outlets: tuple[OutletCleaning, ...] = ()
    repeats: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
