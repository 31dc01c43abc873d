"""Make one lock of the entries of two branches, in which nothing is lost and nothing stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digest.store.names import Lock
from digest.store.slug import slug

Entries = list[tuple[str, str]]


def settle(entries: Mapping[str, Entries]) -> tuple[Lock, list[str]]:
    """Make one lock of all entries, as two branches may have added them, and say what had to be decided.

    Of two stories for one article, or two slugs for one story, the one that sorts first stays. Of two stories with
    one slug, the later one gets a new slug. Stories that were merged in a circle end in the one that sorts first.
    """
    notes: list[str] = []
    tables: dict[str, dict[str, str]] = {}
    for name in ("merged", "homes", "parted", "articles", "stories"):
        table = tables[name] = {}
        for key, value in sorted(_now(entries.get(name, ()), tables, name)):
            if table.setdefault(key, value) != value:
                notes.append(f"'{key}' stands twice under {name}: '{table[key]}' stays, '{value}' goes")
    stories: dict[str, str] = {}
    taken: set[str] = set()
    for story, address in sorted(tables["stories"].items()):
        stories[story] = slug(address, taken=taken) if address in taken else address
        taken.add(stories[story])
        if stories[story] != address:
            notes.append(f"two stories have the address '{address}': story '{story}' now has '{stories[story]}'")
    merged = {story: end for story in tables["merged"] if (end := _end(story, tables["merged"])) != story}
    articles = tables["articles"]
    waiting = set(
        tables["homes"].values()
    )  # stories that an editor merged: what another branch added to them is theirs
    before = {article: story for article, story in sorted(entries.get("articles", ())) if story in waiting}
    tables["homes"] = before | tables["homes"]
    homes = {article: story for article, story in tables["homes"].items() if articles.get(article, story) != story}
    parted = {story: end for story, end in tables["parted"].items() if story != end}
    return Lock(articles=articles, stories=stories, merged=merged, homes=homes, parted=parted), notes


def _now(entries: Iterable[tuple[str, str]], tables: Mapping[str, Mapping[str, str]], name: str) -> Entries:
    """The entries of a section, without what only one of two branches still has.

    An article is in the story that took in its own; where an editor moved it on one branch, it is where it was moved.
    """
    if name != "articles":
        return list(entries)
    found = {(key, _end(value, tables["merged"])) for key, value in entries}
    moved = {key for key, value in found if tables["homes"].get(key, value) != value}
    return [(key, value) for key, value in found if key not in moved or tables["homes"][key] != value]


def _end(story: str, merged: Mapping[str, str]) -> str:
    """Follow a story to the one that has it now; in a circle, to the one of the circle that sorts first."""
    path = [story]
    while (after := merged.get(path[-1])) is not None:
        if after in path:
            return min(path[path.index(after) :])
        path.append(after)
    return path[-1]
