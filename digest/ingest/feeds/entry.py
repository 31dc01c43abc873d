"""What is known of a feed and of one entry in it, whichever dialect it is written in."""

from __future__ import annotations

from typing import NamedTuple

from digest.ingest.keys import hashed


class Feed(NamedTuple):
    """What a feed says of itself. `link` is its website."""

    title: str = ""
    link: str | None = None
    language: str = ""
    author: str = ""


class Entry(NamedTuple):
    """One entry, as it stands there. `content` and `summary` are HTML; `source` is whom it was taken over from.

    `published` and `updated` are dates as they are written. `guid` is what the feed tells its entries apart by.
    """

    title: str = ""
    link: str | None = None
    guid: str = ""
    published: str = ""
    updated: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    content: str = ""
    summary: str = ""
    too_large: bool = False

    @property
    def key(self) -> str:
        """What stays the same when the entry is changed or the feed grows."""
        return self.guid or self.link or hashed(self.title, self.published)

    @property
    def fingerprint(self) -> str:
        """A hash of all that the entry says: another one means that it was changed."""
        return hashed(*(str(value) for value in self))
