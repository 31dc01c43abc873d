"""Find which sources came, went, or were revised, and which stories became one or came apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.model import Change, ChangeKind
from digest.store.history.essence import is_revised
from digest.store.history.past import Past, SaidArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What happened to the other stories, as far as it concerns one.

    `came_from` gives the story that told an article before, `went_to` the one that tells it now. `took_in` are stories
    that became a part of this one, `parted` those that were split off, each with its title.
    """

    came_from: Mapping[str, str]
    went_to: Mapping[str, str]
    took_in: Mapping[str, str]
    parted: Mapping[str, str]


def source_changes(past: Past, now: Mapping[str, SaidArticle], around: Around, *, today: dt.date) -> Iterator[Change]:
    """Each source that came, went or was revised. What moved along with a whole story is told as one change."""
    for story, title in sorted(around.took_in.items()):
        yield Change(day=today, kind=ChangeKind.TOOK_IN, words=title, other=story)
    for story, title in sorted(around.parted.items()):
        yield Change(day=today, kind=ChangeKind.PARTED, words=title, other=story)
    before = past.articles
    for key, entry in now.items():
        if key not in before and (origin := around.came_from.get(key, "")) not in around.took_in:
            yield Change(day=today, kind=ChangeKind.ADDED, article=key, words=entry.label, other=origin)
        elif key in before and all(is_revised(old, entry) for old in before[key]):
            yield Change(day=today, kind=ChangeKind.REVISED, article=key, about=entry.text)
    for key, entries in before.items():
        if key not in now and (target := around.went_to.get(key, "")) not in around.parted:
            yield Change(day=today, kind=ChangeKind.GONE, article=key, words=entries[-1].label, other=target)
