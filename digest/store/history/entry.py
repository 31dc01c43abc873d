"""One entry of the history as a line, complete in itself, so that git can join the lines of two branches.

["site","feed","tag:example.org,2026-03-01:feed"]
["s1f0c2b7a9d3e","published","2026-03-01","tag:example.org,2026-03-01:s1f0c2b7a9d3e"]
["s1f0c2b7a9d3e","figure","harbour","40 dead","40","dead","in the fire"]
["s1f0c2b7a9d3e","change","2026-03-02","0","added","bridge","","Bridge still closed, The Courier","",""]
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from digest.model import Change, ChangeKind
from digest.store.history.past import (
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
FEED_ID = re.compile(r"(?:tag|urn):[!-;=?-~]{1,300}")  # what may stand in an address: no space, no bracket


class Published(NamedTuple):
    """The day of publication, and the id in feeds."""

    day: str
    feed_id: str


class Feed(NamedTuple):
    """The id of the site's feed."""

    feed_id: str


Entry = Said | Published | Feed | Told


def parse_entry(text: str) -> tuple[str, Entry] | None:
    """The story of a line and what the line says of it; None where it is no entry."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, list) or len(data) < 3 or not all(isinstance(part, str) for part in data):
        return None
    story, kind, *parts = data
    if (story, kind, len(parts)) == (SITE, FEED, 1):
        return (SITE, Feed(parts[0])) if FEED_ID.fullmatch(parts[0]) else None
    if not STORY.fullmatch(story):
        return None
    entry = _change(parts) if kind == CHANGE else _published(parts) if kind == PUBLISHED else _said(kind, parts)
    return (story, entry) if entry is not None else None


def _said(kind: str, parts: list[str]) -> Said | None:
    made: Any = SAID.get(kind)
    return made(*parts) if made and len(parts) == len(made._fields) else None


def _published(parts: list[str]) -> Published | None:
    fits = len(parts) == 2 and _day(parts[0]) and FEED_ID.fullmatch(parts[1])
    return Published(*parts) if fits else None


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


def lines_of(story: str, past: Past) -> Iterator[str]:
    """All lines of a story, in no order."""
    yield line_of(story, PUBLISHED, past.published.isoformat(), past.feed_id)
    for entry in past.said:
        yield line_of(story, NAMES[type(entry)], *entry)
    for number, c in past.changes:
        parts = (c.day.isoformat(), str(number), c.kind, c.article, c.about, c.words, c.before, c.other)
        yield line_of(story, CHANGE, *parts)


def line_of(*parts: str) -> str:
    """One entry. Letters outside ASCII are escaped: nothing that is invisible or turns a line around gets into it."""
    return json.dumps([str(part) for part in parts], separators=(",", ":"))
