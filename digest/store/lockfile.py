"""Read and write `stories.lock`: one entry a line, with each mistake shown where it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from digest.diagnostics import Diagnostic, Location, error, warning
from digest.store.branches import Entries, settle
from digest.store.names import FREE, Lock

NAME = "stories.lock"
ABOUT = """\
# Written by digest: do not edit, but commit it. It keeps every story's name for ever.
# articles: article -> story, "from" the one where it would be without the editor.
# merged: story -> the story that took it in.  stories: story -> its address, "from" the story that it was split from.
# One entry a line, sorted. After a merge in version control keep the lines of both sides, in any order.
version: 2
"""
VERSIONS = ("version: 1", "version: 2")  # in the first nothing was from anywhere
SECTIONS = ("articles", "merged", "stories")
ORIGINS = {"articles": "homes", "stories": "parted"}  # what the second half of an entry tells
SCALAR = r'(?:[A-Za-z][A-Za-z0-9._-]*|"(?:[^"\\]|\\.)*")'
ENTRY = re.compile(rf"  ({SCALAR}): ({SCALAR})(?: from ({SCALAR}))?")  # '  "007_bond": s41f0c2b7a9d3 from nowhere'
STORY = re.compile("s[0-9a-f]{12}")
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
NOT_TEXT = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
)  # what YAML takes for something else
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
RESTORE = "restore the file from version control; without it, every story would get a new name"


def read_lock(path: Path, *, root: Path) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """Read the lock; a missing file is an empty one, a broken file an empty one with an error for each bad line.

    What merging two branches leaves behind is mended with a warning: see `settle`.
    """
    place = path.relative_to(root).as_posix()
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except FileNotFoundError:
        return Lock(), ()
    except (OSError, UnicodeDecodeError) as problem:
        found = error("broken-lock", f"cannot be read: {problem}", location=Location(path=place), hint=RESTORE)
        return Lock(), (found,)
    entries, problems = _parse(lines, place)
    if problems:
        return Lock(), tuple(problems)
    lock, notes = settle(entries)
    return lock, tuple(warning("merged-lock", note, location=Location(path=place)) for note in notes)


def render_lock(lock: Lock) -> str:
    """The lock as sorted YAML, one entry a line; the same lock always gives the same text."""
    parts = [ABOUT]
    for name in SECTIONS:
        entries = getattr(lock, name)
        parts.append(f"{name}:\n" if entries else f"{name}: {{}}\n")
        origins = getattr(lock, ORIGINS[name]) if name in ORIGINS else {}
        for key in sorted(entries):
            origin = f" from {_scalar(origins[key])}" if key in origins else ""
            parts.append(f"  {_scalar(key)}: {_scalar(entries[key])}{origin}\n")
    return "".join(parts)


def _parse(lines: list[str], place: str) -> tuple[dict[str, Entries], list[Diagnostic]]:
    entries: dict[str, Entries] = {name: [] for name in (*SECTIONS, *ORIGINS.values())}
    where: dict[tuple[str, str, str], int] = {}
    problems: list[Diagnostic] = []
    section = ""
    for number, line in enumerate(lines, start=1):
        text = line.rstrip()
        if not text or text.startswith("#") or text in VERSIONS:
            continue
        at = Location(path=place, line=number, column=len(text) - len(text.lstrip()) + 1)
        if text.startswith(CONFLICT):
            problems.append(
                error("conflict-marker", "two branches changed the same lines", location=at, source=line,
                      hint="delete the marker lines and keep the lines of both sides, in any order")
            )  # fmt: skip
        elif text.startswith("version:"):
            problems.append(
                error("newer-lock", "a newer digest wrote this file", location=at, hint="upgrade digest", source=line)
            )
        elif text.removesuffix(" {}").removesuffix(":") in SECTIONS and not text[0].isspace():
            section = text.removesuffix(" {}").removesuffix(":")
        elif section and (entry := ENTRY.fullmatch(text)) and (pair := _pair(entry[1], entry[2])):
            kind = _kind(section, *pair)
            entries[kind].append(pair)
            where.setdefault((kind, *pair), number)
            if kind in ORIGINS and entry[3] and (origin := _pair(entry[1], entry[3])):
                entries[ORIGINS[kind]].append(origin)
                where.setdefault((ORIGINS[kind], *origin), number)
        else:
            problems.append(
                error("broken-lock", "this is not an entry of the lock", location=at, hint=RESTORE, source=line)
            )
    return entries, problems + list(_dangling(entries, where, place))


def _kind(section: str, key: str, value: str) -> str:
    """The section that an entry belongs to: git may leave it below the heading of a later one when it joins lines."""
    if section != "articles" and STORY.fullmatch(value):
        return "merged" if STORY.fullmatch(key) else "articles"
    return "stories" if section == "merged" and STORY.fullmatch(key) else section


def _dangling(
    entries: Mapping[str, Entries], where: Mapping[tuple[str, str, str], int], place: str
) -> Iterator[Diagnostic]:
    """Complain of entries that name a story without a line of its own."""
    known = {story for story, _ in entries["stories"]}
    for (section, key, value), number in where.items():
        named = [] if section == "stories" else [key, value] if section == "merged" else [value]
        for story in named:
            if story not in known and not (section == "homes" and story == FREE):
                at = Location(path=place, line=number)
                yield error("unknown-story", f"story '{story}' has no line under stories", location=at, hint=RESTORE)


def _pair(key: str, value: str) -> tuple[str, str] | None:
    try:
        first, second = (json.loads(part) if part.startswith('"') else part for part in (key, value))
    except ValueError:
        return None
    return first, second


def _scalar(text: str) -> str:
    """Write a text so that every YAML reader takes it for a text."""
    if PLAIN.fullmatch(text) and text.lower() not in NOT_TEXT:
        return text
    return json.dumps(text)
