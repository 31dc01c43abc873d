"""Tell of a day what came of it: what was undone on the same day is not told, and two steps are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.model import Change, ChangeKind
from digest.store.history.past import Told
from digest.store.history.told import matter

OPPOSITE: Mapping[ChangeKind, ChangeKind] = {
    ChangeKind.ADDED: ChangeKind.GONE,
    ChangeKind.GONE: ChangeKind.ADDED,
    ChangeKind.HIDDEN: ChangeKind.SHOWN,
    ChangeKind.SHOWN: ChangeKind.HIDDEN,
    ChangeKind.TOOK_IN: ChangeKind.PARTED,
    ChangeKind.PARTED: ChangeKind.TOOK_IN,
}
FIGURES = (ChangeKind.MOVED, ChangeKind.DIFFERS)
STEPS = (ChangeKind.TITLE, ChangeKind.SPEAKER, ChangeKind.MOVED)
"""What goes from one value to the next."""


def appended(before: Sequence[Told], changes: Iterable[Change]) -> tuple[Told, ...]:
    """The changes that were told, and the new ones behind them, numbered on.

    | told today | now | left |
    |---|---|---|
    | source added | the same source gone | nothing, nor a figure that came with it |
    | title A → B | B → C | A → C |
    | title A → B | B → A | nothing |
    | revised | revised again | revised |
    """
    found = list(before)
    for change in changes:
        number = max((told.number for told in found), default=-1) + 1
        earlier = next((told for told in reversed(found) if _meets(told.change, change)), None)
        if earlier is None:
            found.append(Told(number, change))
        elif OPPOSITE.get(change.kind) is earlier.change.kind:
            found.remove(earlier)
            if change.kind is ChangeKind.GONE:
                found = [told for told in found if not _came_with(told.change, change)]
        else:
            place = found.index(earlier)
            joined = replace(change, before=earlier.change.before)
            found[place : place + 1] = (
                [] if joined.words and joined.words == joined.before else [Told(earlier.number, joined)]
            )
    return tuple(found)


def _meets(earlier: Change, change: Change) -> bool:
    """Whether a change takes back, or goes on from, one of the same day."""
    if earlier.day != change.day:
        return False
    if change.kind is ChangeKind.MOVED:  # a figure that an outlet corrects once more in its own article
        goes_on = earlier.kind is ChangeKind.MOVED and earlier.words == change.before
        return goes_on and earlier.article == change.article == earlier.other == change.other
    if matter(earlier) != matter(change):
        return False
    return OPPOSITE.get(change.kind) is earlier.kind or (
        earlier.kind is change.kind and change.kind in (*STEPS, ChangeKind.REVISED)
    )


def _came_with(told: Change, gone: Change) -> bool:
    """Whether a figure came with a source that is gone on the same day."""
    return told.kind in FIGURES and told.day == gone.day and told.article == gone.article
