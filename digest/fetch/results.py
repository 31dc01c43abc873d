"""What became of each address or file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from digest.diagnostics import Diagnostic
from digest.fetch.sniff import Kind

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many addresses are done, and how many are known by now."""


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


class Outcome(StrEnum):
    """In one word, for people and for programs."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FRESH = "fresh"  # the server said how long its answer is good: it was not asked
    COPIED = "copied"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An address to fetch. `pages`: whether those that a feed's entries link to, too; None leaves it to the feed."""

    address: str
    publisher: str | None = None
    pages: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`path` is that of the file in the project, "" where there is none; `of` the feed or list that named the address.

    `entries` counts a feed's entries, or a list's feeds; `waiting` the linked pages that are left for another run.
    """

    address: str
    outcome: Outcome
    kind: Kind = Kind.PAGE
    path: str = ""
    of: str = ""
    entries: int | None = None
    waiting: int = 0
    problems: tuple[Diagnostic, ...] = ()
