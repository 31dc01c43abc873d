"""Take the facts about an article out of the fields of an object, however its writer has laid them out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from digest.config.values import is_web_address
from digest.ingest.objects.names import NAMES, Fields
from digest.ingest.pages.address import own_address
from digest.ingest.pages.titles import one_line
from digest.ingest.stamps import stamp_of
from digest.model import Known, Moment, Origin

# Where a text stands in an object that stands for it: {"rendered": "Strike ends"}, {"role": "main", "value": "…"}.
INSIDE = ("name", "value", "@value", "rendered", "main", "basic", "text", "html", "content", "href", "url", "by", "@id")
SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters, which no file can hold
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}", re.IGNORECASE)  # "www.courier.example"
BY = re.compile(r"^(?:by|from|von|par|por|di)\s+(?=\S)", re.IGNORECASE)
MOST_STEPS = 10_000
MOST_AUTHORS, LONGEST_NAME, LONGEST_AUTHOR = 12, 120, 300  # the last two in characters
DEEPEST = 5

Named = Mapping[str, Mapping[str, Any]]


def texts_of(value: object, named: Named) -> Iterator[str]:
    """The texts that a value gives: as text, in a list, in objects, or by the id of another object.

    Objects may name each other in circles, and by the thousand: only so many steps are gone.
    """
    waiting: list[tuple[int, object]] = [(0, value)]
    for _ in range(MOST_STEPS):
        if not waiting:
            return
        depth, item = waiting.pop()
        if isinstance(item, str) and item.strip():
            yield SURROGATES.sub("\ufffd", item)
        elif isinstance(item, list) and depth < DEEPEST:
            room = max(0, MOST_STEPS - len(waiting))
            waiting.extend((depth + 1, one) for one in reversed(item[:room]))
        elif isinstance(item, dict) and depth < DEEPEST:
            thing = item if "name" in item else named.get(str(item.get("@id")), item)
            waiting.append((depth + 1, next((thing[key] for key in INSIDE if thing.get(key)), None)))


def stated_texts(fields: Fields, fact: str, named: Named) -> Iterator[str]:
    """The texts of all fields that may hold a fact, the most trusted first."""
    for name in NAMES[fact]:
        if name in fields:
            yield from texts_of(fields[name], named)


def title_of(fields: Fields, named: Named) -> str | None:
    """The title as one line of plain text."""
    return next((line for text in stated_texts(fields, "title", named) if (line := one_line(text))), None)


def url_of(fields: Fields, named: Named) -> str | None:
    """The article's address: also one that stands where a source is named."""
    given = [text.strip() for fact in ("url", "publisher") for text in stated_texts(fields, fact, named)]
    known = [Known(value=text, origin=Origin.FRONT_MATTER) for text in given[:50] if is_web_address(text)]
    found = own_address(known)
    return found.value if found else None


def publisher_of(fields: Fields, named: Named, url: str | None) -> str | None:
    """Who published it: a name before a host, and the host of the address where neither is stated."""
    names = [line for text in stated_texts(fields, "publisher", named) if (line := one_line(text))]
    names = [name for name in names[:50] if len(name) <= LONGEST_NAME and "//" not in name]
    hosts = [name.lower().removeprefix("www.") for name in names if HOST.fullmatch(name)]
    words = [name for name in names if not HOST.fullmatch(name)]
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return next(iter([*words, *hosts, host]), "") or None


def author_of(fields: Fields, named: Named) -> str | None:
    """Who wrote it, several joined; addresses and the like are left out."""
    for name in NAMES["author"]:
        lines = [one_line(text) for text in texts_of(fields.get(name), named)]
        bare = (BY.sub("", line, count=1) for line in lines if line and "//" not in line and "@" not in line)
        names = dict.fromkeys(name for name in bare if len(name) <= LONGEST_NAME)
        joined = ", ".join(list(names)[:MOST_AUTHORS])
        if joined and len(joined) <= LONGEST_AUTHOR:
            return joined
    return None


def published_of(fields: Fields) -> Moment | None:
    """When it was published."""
    return next((stamp for name in NAMES["published"] if (stamp := stamp_of(fields.get(name)))), None)


def language_of(fields: Fields, named: Named) -> str | None:
    """The code of its language: "en-GB" → "en"."""
    codes = (LANGUAGE.fullmatch(text.strip()) for text in stated_texts(fields, "language", named))
    return next((code[1].lower() for code in codes if code), None)
