"""Read and write `stories.history`: one entry a line, each complete in itself, so that git can join two branches.

["site","feed","tag:example.org,2026-03-01:feed"]
["s1f0c2b7a9d3e","published","2026-03-01","tag:example.org,2026-03-01:s1f0c2b7a9d3e"]
["s1f0c2b7a9d3e","figure","harbour","40 dead","40","dead","in the fire"]
["s1f0c2b7a9d3e","change","2026-03-02","0","added","bridge","","Bridge still closed, The Courier","",""]
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from digest.diagnostics import Diagnostic, Location, error
from digest.model import Change, ChangeKind
from digest.store.history.past import (
    History,
    Past,
    Said,
    SaidArticle,
    SaidEdit,
    SaidFigure,
    SaidFile,
    SaidQuote,
    SaidTitle,
    Told,
)

ABOUT = """\
# Written by digest: do not edit, but commit it. What each story last said, and what has changed since, by day.
# One entry a line, sorted. After a merge in version control keep the lines of both sides, in any order.
version: 1
"""
VERSION = "version: 1"
SAID: Mapping[str, type[Said]] = {
    "article": SaidArticle,
    "edit": SaidEdit,
    "figure": SaidFigure,
    "file": SaidFile,
    "quote": SaidQuote,
    "title": SaidTitle,
}
NAMES = {kind: name for name, kind in SAID.items()}
PUBLISHED, CHANGE = "published", "change"
SITE, FEED = "site", "feed"
STORY = re.compile("s[0-9a-f]{12}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile("[0-9]{1,9}")
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
FEED_ID = re.compile(r"(?:tag|urn):[!-;=?-~]{1,300}")  # what may stand in an address: no space, no bracket
RESTORE = "restore the file from version control; or delete the line, and what it remembers is forgotten"


def read_history(path: Path, *, root: Path) -> tuple[History, tuple[Diagnostic, ...]]:
    """Read the history; a missing file is an empty one, a broken one an empty one with an error for each bad line.

    Of a story that two branches published on their own, the earlier day and the id that sorts first stay.
    """
    place = path.relative_to(root).as_posix()
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except FileNotFoundError:
        return History(), ()
    except (OSError, UnicodeDecodeError) as problem:
        hint = "restore the file from version control; without it, the list of changes begins anew"
        return History(), (
            error("broken-history", f"cannot be read: {problem}", location=Location(path=place), hint=hint),
        )
    problems: list[Diagnostic] = []
    entries = list(_entries(lines, place, problems))
    known = {SITE, *(story for _, story, entry in entries if isinstance(entry, _Published))}
    lost = {story: number for number, story, _ in reversed(entries) if story not in known}
    for story, number in sorted(lost.items()):
        text = f"the line is gone that says when story '{story}' was published"
        problems.append(error("broken-history", text, location=Location(path=place, line=number), hint=RESTORE))
    if problems:
        return History(), tuple(problems)
    return _gather((story, entry) for _, story, entry in entries), ()


def render_history(history: History) -> str:
    """The history as text; the same history always gives the same text."""
    lines = sorted(line for story, past in history.stories.items() for line in _lines(story, past))
    lines += [_line(SITE, FEED, history.feed_id)] if history.feed_id else []
    return ABOUT + "".join(f"{line}\n" for line in lines)


class _Published(NamedTuple):
    """The day of publication, and the id in feeds."""

    day: str
    feed_id: str


class _Feed(NamedTuple):
    """The id of the site's feed."""

    feed_id: str


_Entry = Said | _Published | _Feed | Told


def _entries(lines: Iterable[str], place: str, problems: list[Diagnostic]) -> Iterator[tuple[int, str, _Entry]]:
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("#") or text == VERSION:
            continue
        at = Location(path=place, line=number, column=1)
        shown = line[:200]
        if text.startswith(CONFLICT):
            hint = "delete the marker lines and keep the lines of both sides, in any order"
            problems.append(
                error("conflict-marker", "two branches changed the same lines", location=at, source=shown, hint=hint)
            )
        elif text.startswith("version:"):
            problems.append(
                error(
                    "newer-history", "a newer digest wrote this file", location=at, source=shown, hint="upgrade digest"
                )
            )
        elif (found := _entry(text)) is None:
            problems.append(
                error("broken-history", "this is not an entry of the history", location=at, source=shown, hint=RESTORE)
            )
        else:
            yield number, *found


def _entry(text: str) -> tuple[str, _Entry] | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, list) or len(data) < 3 or not all(isinstance(part, str) for part in data):
        return None
    story, kind, *parts = data
    if (story, kind, len(parts)) == (SITE, FEED, 1):
        return (SITE, _Feed(parts[0])) if FEED_ID.fullmatch(parts[0]) else None
    if not STORY.fullmatch(story):
        return None
    entry = _change(parts) if kind == CHANGE else _published(parts) if kind == PUBLISHED else _said(kind, parts)
    return (story, entry) if entry is not None else None


def _said(kind: str, parts: list[str]) -> Said | None:
    made: Any = SAID.get(kind)
    return made(*parts) if made and len(parts) == len(made._fields) else None


def _published(parts: list[str]) -> _Published | None:
    fits = len(parts) == 2 and _day(parts[0]) and FEED_ID.fullmatch(parts[1])
    return _Published(*parts) if fits else None


def _change(parts: list[str]) -> Told | None:
    if len(parts) != 8:
        return None
    day, number, kind, article, about, words, before, other = parts
    told = _day(day)
    if told is None or not NUMBER.fullmatch(number) or kind not in list(ChangeKind):
        return None
    change = Change(
        day=told, kind=ChangeKind(kind), article=article, about=about, words=words, before=before, other=other
    )
    return Told(int(number), change)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def _gather(entries: Iterable[tuple[str, _Entry]]) -> History:
    published: dict[str, _Published] = {}
    said: dict[str, set[Said]] = {}
    changes: dict[str, set[Told]] = {}
    feeds: list[str] = []
    for story, entry in entries:
        if isinstance(entry, _Feed):
            feeds.append(entry.feed_id)
        elif isinstance(entry, _Published):
            published[story] = min(published.get(story, entry), entry)
        elif isinstance(entry, Told):
            changes.setdefault(story, set()).add(entry)
        else:
            said.setdefault(story, set()).add(entry)
    return History(
        feed_id=min(feeds, default=""),
        stories={
            story: Past(
                published=dt.date.fromisoformat(first.day),
                feed_id=first.feed_id,
                said=frozenset(said.get(story, ())),
                changes=tuple(sorted(changes.get(story, ()), key=_order)),
            )
            for story, first in sorted(published.items())
        },
    )


def _order(told: Told) -> tuple[str, int, str]:
    return told.change.day.isoformat(), told.number, repr(told.change)


def _lines(story: str, past: Past) -> Iterator[str]:
    yield _line(story, PUBLISHED, past.published.isoformat(), past.feed_id)
    for entry in past.said:
        yield _line(story, NAMES[type(entry)], *entry)
    for number, c in past.changes:
        parts = (c.day.isoformat(), str(number), c.kind, c.article, c.about, c.words, c.before, c.other)
        yield _line(story, CHANGE, *parts)


def _line(*parts: str) -> str:
    """One entry. Letters outside ASCII are escaped: nothing that is invisible or turns a line around gets into it."""
    return json.dumps([str(part) for part in parts], separators=(",", ":"))
