"""Find the objects in a JSON document that may be articles: alone, in lists, in what wraps lists."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from digest.ingest.objects.body import body_of, page_of
from digest.ingest.objects.names import HOLDERS, Fields, fields_of
from digest.ingest.pages.linked_data import ARTICLES

DEEPEST = 8
Thing = Mapping[str, Any]


def things_in(data: object) -> Iterator[tuple[Thing, Fields]]:
    """Every object that holds a text, with its fields, in the document's order; of the others those that hold none."""
    waiting: deque[tuple[int, object]] = deque([(0, data)])
    while waiting:
        depth, value = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft((depth + 1, item) for item in reversed(value) if isinstance(item, (dict, list)))
        elif isinstance(value, dict) and depth <= DEEPEST:
            fields = fields_of(value)
            inside = [] if _has_text(fields) else _held(value)
            if not inside:
                yield value, fields
            waiting.extendleft((depth + 1, item) for item in reversed(inside))


def named_in(data: object) -> Mapping[str, Thing]:
    """The things of linked data that have an id, by it."""
    graph = data.get("@graph") if isinstance(data, dict) else data
    things = [thing for thing in graph if isinstance(thing, dict)] if isinstance(graph, list) else []
    return {thing["@id"]: thing for thing in reversed(things) if isinstance(thing.get("@id"), str)}


def is_linked(thing: Thing) -> bool:
    """Whether an object is linked data: it has a type."""
    return "@type" in thing


def is_other_thing(thing: Thing) -> bool:
    """Whether linked data describe something that is no article: a person, a site, a picture."""
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return is_linked(thing) and not any(isinstance(name, str) and name.endswith(ARTICLES) for name in names)


def _has_text(fields: Fields) -> bool:
    return bool(body_of(fields, {}) or page_of(fields, {}))


def _held(value: Thing) -> list[object]:
    """What stands in an object that wraps others."""
    return [item for name, item in value.items() if name.lower() in HOLDERS and isinstance(item, (dict, list)) and item]
