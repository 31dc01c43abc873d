"""Read what a page says about its article in linked data (JSON-LD, schema.org)."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Thing = Mapping[str, Any]

ARTICLES = ("Article", "Posting", "Report")  # how the names of schema.org's kinds of articles end
PAGES = ("WebPage", "CreativeWork")
LAST_COMMA = re.compile(r",(\s{0,99}[\]}])")  # '["a", "b",]': the mistake that most often breaks these data
MOST_THINGS = 2_000
DEEPEST = 12


def stated_article(
    scripts: Sequence[str], *, addresses: Sequence[str] = ()
) -> tuple[Thing | None, Mapping[str, Thing]]:
    """The article that a page's scripts describe, and all things that have an id in them.

    Where several articles are described it is the one with one of the page's addresses; else the first that is not
    part of another thing (such as a list of related articles). Where none is described, the page itself may be.
    """
    found: list[tuple[int, Thing]] = []
    pages: list[Thing] = []
    named: dict[str, Thing] = {}
    for script in scripts:
        for depth, thing in _things(_data(script)):
            key = thing.get("@id")
            if isinstance(key, str) and len(thing) > 1:
                named.setdefault(key, thing)
            if _is_a(thing, ARTICLES):
                found.append((depth, thing))
            elif "datePublished" in thing and _is_a(thing, PAGES):
                pages.append(thing)
    own = [thing for _, thing in found if _addresses(thing) & set(addresses)]
    if own:
        return own[0], named
    shallow = min((depth for depth, _ in found), default=0)
    first = next((thing for depth, thing in found if depth == shallow), None)
    return first or (pages[0] if pages else None), named


def text_of(value: object) -> str | None:
    """A text that is stated plainly, or as the first of a list."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) and value.strip() else None


def names_of(value: object, named: Mapping[str, Thing]) -> list[str]:
    """The names of the people or organizations that a value gives: as text, as things, by their ids."""
    names = []
    for item in _list(value):
        thing = item
        if isinstance(thing, dict) and "name" not in thing:
            thing = named.get(str(thing.get("@id")), thing)
        name = text_of(thing.get("name")) if isinstance(thing, Mapping) else text_of(thing)
        if name:
            names.append(name)
    return names


def address_of(thing: Thing) -> Iterator[str]:
    """The addresses that an article states as its own."""
    for key in ("url", "mainEntityOfPage", "@id"):
        value = thing.get(key)
        for item in _list(value):
            address = item.get("@id") or item.get("url") if isinstance(item, dict) else item
            if isinstance(address, str) and address.startswith(("http://", "https://")):
                yield address.split("#")[0]


def _addresses(thing: Thing) -> set[str]:
    return set(address_of(thing))


def _things(data: object) -> Iterator[tuple[int, Thing]]:
    """Every thing in the data with its depth. A list and a `@graph` are no depth of their own."""
    waiting: deque[tuple[int, object]] = deque([(0, data)])
    for _ in range(MOST_THINGS):
        if not waiting:
            return
        depth, value = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft((depth, item) for item in reversed(value[:MOST_THINGS]))
        elif isinstance(value, dict) and depth < DEEPEST:
            yield depth, value
            if "@graph" in value:
                waiting.appendleft((depth, value["@graph"]))
            waiting.extend((depth + 1, v) for k, v in value.items() if k != "@graph" and isinstance(v, (dict, list)))


def _data(script: str) -> object:
    text = script.strip().removesuffix(";")
    for attempt in (text, LAST_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _is_a(thing: Thing, endings: tuple[str, ...]) -> bool:
    kinds = thing.get("@type")
    return any(isinstance(kind, str) and kind.endswith(endings) for kind in _list(kinds))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
