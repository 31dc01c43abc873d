"""What a publisher prints again and again: lines that repeat in its different articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Habit(NamedTuple):
    """A line that repeats: as it is printed, as lines are compared, and in how many different articles it stands."""

    text: str
    bare: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What was learned of one publisher's articles, the most frequent line first.

    `articles` counts the different ones; `copies` those that are not counted because they print another's text again.
    """

    articles: int
    copies: int = 0
    lines: tuple[Habit, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """The lines in the form in which they are compared."""
        return frozenset(habit.bare for habit in self.lines)
