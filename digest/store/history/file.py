"""Read and write `stories.history`, with each mistake shown where it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from digest.diagnostics import Diagnostic, Location, error
from digest.store.history.entry import FEED, SITE, Entry, Feed, Published, line_of, lines_of, parse_entry
from digest.store.history.past import History, Past, Said, Told

ABOUT = """\
# Written by digest: do not edit, but commit it. What each story last said, and what has changed since, by day.
# One entry a line, sorted. After a merge in version control keep the lines of both sides, in any order.
version: 1
"""
VERSION = "version: 1"
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
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
    known = {SITE, *(story for _, story, entry in entries if isinstance(entry, Published))}
    lost = {story: number for number, story, _ in reversed(entries) if story not in known}
    for story, number in sorted(lost.items()):
        text = f"the line is gone that says when story '{story}' was published"
        problems.append(error("broken-history", text, location=Location(path=place, line=number), hint=RESTORE))
    if problems:
        return History(), tuple(problems)
    return _gather((story, entry) for _, story, entry in entries), ()


def render_history(history: History) -> str:
    """The history as text; the same history always gives the same text."""
    lines = sorted(line for story, past in history.stories.items() for line in lines_of(story, past))
    lines += [line_of(SITE, FEED, history.feed_id)] if history.feed_id else []
    return ABOUT + "".join(f"{line}\n" for line in lines)


def _entries(lines: Iterable[str], place: str, problems: list[Diagnostic]) -> Iterator[tuple[int, str, Entry]]:
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
        elif (found := parse_entry(text)) is None:
            problems.append(
                error("broken-history", "this is not an entry of the history", location=at, source=shown, hint=RESTORE)
            )
        else:
            yield number, *found


def _gather(entries: Iterable[tuple[str, Entry]]) -> History:
    published: dict[str, Published] = {}
    said: dict[str, set[Said]] = {}
    changes: dict[str, set[Told]] = {}
    feeds: list[str] = []
    for story, entry in entries:
        if isinstance(entry, Feed):
            feeds.append(entry.feed_id)
        elif isinstance(entry, Published):
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
