"""What the page about the cleaning shows: for each publisher what was dropped, in tables of a bounded length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from digest.config.overrules import fitting_text
from digest.model import (
    CleaningReport,
    DroppedLine,
    Habit,
    Habits,
    InForce,
    OutletCleaning,
    Portion,
    Publisher,
    ReasonCount,
    Repeated,
)
from digest.render.wording import count

T = TypeVar("T")

ROWS = 20
"""How many rows a table has at most."""
OUTLETS = 100
"""How many publishers the page shows at most, those with the most articles."""
WIDTH = 160
"""How many characters of a line are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Generic[T]):
    """The first rows of a table, and what is said about the others."""

    shown: tuple[T, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletSection:
    """One publisher's part of the page."""

    publisher: Publisher | None
    facts: str
    learned: str
    different: int
    reasons: Rows[ReasonCount]
    habits: Rows[Habit]
    repeated: Rows[Repeated]
    suspects: Rows[DroppedLine]
    little: Rows[Portion]
    all_kept: Rows[Portion]
    overrules: Rows[InForce]


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningPage:
    """Everything that `cleaning.md.j2` prints."""

    sections: tuple[OutletSection, ...]
    more: str


def cleaning_page(report: CleaningReport) -> CleaningPage:
    """Lay out the report."""
    largest = sorted(report.outlets, key=lambda outlet: -outlet.articles)[:OUTLETS]
    names = {outlet.publisher.id if outlet.publisher else "" for outlet in largest}
    shown = [o for o in report.outlets if (o.publisher.id if o.publisher else "") in names]
    more = len(report.outlets) - len(shown)
    return CleaningPage(sections=tuple(map(_section, shown)), more=count(more, "more publisher") if more else "")


def shortened(text: str) -> str:
    """A line as it is shown in a table."""
    return text if len(text) <= WIDTH else text[: WIDTH - 1].rstrip() + "…"


def keep_it(text: str) -> str:
    """What to write to keep a line."""
    return f"keep: [{fitting_text(text)}]"


def share(part: int, whole: int) -> str:
    """A part of something in per cent: "38%"; "less than 1%" where it would round to nothing."""
    if 0 < 100 * part < whole:
        return "less than 1%"
    return f"{100 * part // whole if whole else 0}%"


def outlet_facts(outlet: OutletCleaning) -> str:
    """How much of a publisher's articles was dropped."""
    dropped, whole = outlet.dropped, outlet.whole
    return " · ".join(
        (
            count(outlet.articles, "article"),
            f"{dropped.lines:,} of {count(whole.lines, 'line')} dropped ({share(dropped.lines, whole.lines)})",
            f"{dropped.words:,} of {count(whole.words, 'word')} ({share(dropped.words, whole.words)})",
        )
    )


def learned_from(habits: Habits) -> str:
    """What was learned of a publisher, and from how much."""
    copies = (
        f" ({count(habits.copies, 'copy or revision', 'copies or revisions')} not counted)" if habits.copies else ""
    )
    if habits.lines:
        return f"{count(len(habits.lines), 'line')}, learned from {count(habits.articles, 'article')}{copies}"
    return f"nothing in {count(habits.articles, 'article')}{copies}; a line must stand in three different ones"


def _section(outlet: OutletCleaning) -> OutletSection:
    return OutletSection(
        publisher=outlet.publisher,
        facts=outlet_facts(outlet),
        learned=learned_from(outlet.habits),
        different=outlet.habits.articles,
        reasons=_rows(outlet.reasons, "reason"),
        habits=_rows(outlet.habits.lines, "line"),
        repeated=_rows(outlet.repeated, "line"),
        suspects=_rows(outlet.suspects, "line"),
        little=_rows(outlet.little, "article"),
        all_kept=_rows(outlet.all_kept, "article"),
        overrules=_rows(outlet.overrules, "text"),
    )


def _rows(things: Sequence[T], noun: str) -> Rows[T]:
    more = len(things) - ROWS
    return Rows(shown=tuple(things[:ROWS]), more=f"… and {count(more, f'more {noun}')}." if more > 0 else "")
