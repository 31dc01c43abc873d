"""Where the file of an address lies in `seeds/`: the same address always gives the same name.

`https://example.org/world/harbour-strike.html?utm_source=x` → `seeds/example.org/harbour-strike-5e1f0c2a9b`
"""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from digest.fetch.target import identity, readable_path
from digest.language.slugs import plain_slug

LONGEST = 60  # letters of the readable part
HASH = 10  # hexadecimal digits: what tells apart addresses with the same words
NOT_IN_HOST = re.compile(r"[^a-z0-9.-]+")  # the colon before a port, which some systems allow in no name
ENDING = re.compile(r"\.(?:[a-z]{1,6}[0-9]?)$", re.IGNORECASE)  # ".html", ".mp3"
PLAIN_NUMBER = re.compile(r"[0-9]+")  # "index", "12": says little by itself
SAYS_LITTLE = frozenset({"index", "default", "article", "story", "news", "feed", "rss", "atom", "amp", "page", "item"})
RESERVED = re.compile(r"(?:readme|con|prn|aux|nul|com[0-9]|lpt[0-9])(?:$|-)")  # skipped by ingest; devices of Windows


class Place(NamedTuple):
    """The folder below `seeds/`, and the name of the files without revision and extension."""

    host: str
    name: str


def place_of(address: str) -> Place:
    """Where the files of an address lie. Raises FetchError for what is no address."""
    key = identity(address)
    netloc, _, rest = key.partition("/")
    words = _words(rest.partition("?")[0])
    name = f"{words}-{hashlib.sha256(key.encode()).hexdigest()[:HASH]}"
    host = NOT_IN_HOST.sub("-", netloc).strip("-.") or "host"
    return Place(host=f"host-{host}" if RESERVED.match(host) else host, name=name)


def _words(path: str) -> str:
    """The last part of a path that says something; with a part before it where it says little by itself."""
    parts = [slug for part in readable_path(path).split("/") if (slug := plain_slug(ENDING.sub("", part)))]
    chosen = parts[-1:]
    if chosen and len(parts) > 1 and (chosen[0] in SAYS_LITTLE or PLAIN_NUMBER.fullmatch(chosen[0])):
        chosen = parts[-2:]
    words = "-".join(chosen)
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    words = words.strip("-") or "home"
    return f"page-{words}" if RESERVED.match(words) else words
