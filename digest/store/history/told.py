"""Tell nothing twice: what the record says already is no news, whatever a merge of two branches left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from digest.model import Change, ChangeKind
from digest.store.history.past import Past

Matter = tuple[str, ...]
FIGURE = ("figure", "article", "words", "other", "before")
MATTERS: Mapping[ChangeKind, Matter] = {
    ChangeKind.ADDED: ("source", "article"),
    ChangeKind.GONE: ("source", "article"),
    ChangeKind.REVISED: ("text", "article"),
    ChangeKind.MOVED: FIGURE,
    ChangeKind.DIFFERS: FIGURE,
    ChangeKind.TITLE: ("title",),
    ChangeKind.SPEAKER: ("speaker", "article", "about"),
    ChangeKind.HIDDEN: ("line", "article", "about", "words"),
    ChangeKind.SHOWN: ("line", "article", "about", "words"),
    ChangeKind.TOOK_IN: ("story", "other"),
    ChangeKind.PARTED: ("story", "other"),
}
"""What a change is about: a name, and the fields that tell one such matter from another."""
SAYING: Mapping[ChangeKind, str] = {
    ChangeKind.REVISED: "about",
    ChangeKind.TITLE: "words",
    ChangeKind.SPEAKER: "words",
    ChangeKind.MOVED: "words",
    ChangeKind.DIFFERS: "words",
}
"""The field that holds what is said of the matter; of all others it is the kind itself."""


def not_told(past: Past, changes: Iterable[Change]) -> Iterator[Change]:
    """The changes that say something else than the last one about the same matter."""
    last = {matter(change): _saying(change) for change in reversed(past.newest_first)}
    for change in changes:
        if last.get(matter(change)) != _saying(change):
            last[matter(change)] = _saying(change)
            yield change


def matter(change: Change) -> Matter:
    """What a change is about, to be compared with that of another."""
    name, *fields = MATTERS[change.kind]
    return (name, *(str(getattr(change, field)) for field in fields))


def _saying(change: Change) -> str:
    return str(getattr(change, SAYING.get(change.kind, "kind")))
