"""OPML: a list of feeds, as feed readers give it to one another."""

from __future__ import annotations

import io
from typing import NamedTuple

from digest.ingest.broken import BrokenFileError
from digest.ingest.feeds.markup import Start, events
from digest.ingest.feeds.others import no_feed
from digest.ingest.feeds.texts import title_of
from digest.ingest.links import web_link
from digest.ingest.streaming import Decoding

MOST = 10_000  # feeds in one list


class FeedAddress(NamedTuple):
    """A feed in a list: its title and its address."""

    title: str
    address: str


def feeds_of_opml(data: bytes) -> list[FeedAddress]:
    """The feeds in a list, each once and in its order, however deep in folders. Raises BrokenFileError."""
    found: dict[str, FeedAddress] = {}
    root = ""
    for event in events(Decoding(io.BytesIO(data))):
        if not isinstance(event, Start):
            continue
        root = root or event.name
        if root.lower() != "opml":
            break
        stated = {key.lower(): value for key, value in event.attributes.items()}
        address = web_link(stated.get("xmlurl", "")) if event.name.lower() == "outline" else None
        if address and len(found) < MOST:
            title = title_of(stated.get("title") or stated.get("text") or "", kind="html")
            found.setdefault(address, FeedAddress(title, address))
    if root.lower() != "opml":
        raise no_list(root)
    return list(found.values())


def no_list(root: str) -> BrokenFileError:
    """The problem that a file is no list of feeds."""
    name = root.lower()
    if name in ("rss", "feed", "rdf:rdf"):
        words = "this file is a feed, not a list of feeds (OPML)"
        return BrokenFileError("not-a-list", words, hint="give it a name that ends in .xml")
    problem = no_feed(root)
    return BrokenFileError("not-a-list", f"{problem}".replace("not a feed", "not a list of feeds"), hint=problem.hint)
