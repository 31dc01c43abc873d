"""Say what the elements of RSS and Atom mean: from the gathered fields to entries.

| what | RSS 0.9–2.0 | RSS 1.0 | Atom 0.3, 1.0 |
|---|---|---|---|
| link | `link`, `guid` unless it says that it is none | `link`, `rdf:about` | `link`, of several `rel="alternate"` |
| what tells entries apart | `guid` | `rdf:about` | `id` |
| day | `pubDate` | `dc:date` | `published`, `issued`; else `updated`, if no other entry has the same |
| content | `content:encoded` | the same | `content` |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.ingest.feeds.entry import Entry, Feed
from digest.ingest.feeds.fields import Field, Fields, Gathering
from digest.ingest.feeds.markup import events
from digest.ingest.feeds.texts import authors_of, body_of, letters_in, title_of
from digest.ingest.links import web_link

PUBLISHED = ("pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created")
UPDATED = ("updated", "modified", "dcterms:modified")
AUTHORS = ("dc:creator", "dc:creator/name", "author/name", "author", "itunes:author")
CONTENTS = ("content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fulltext")
SUMMARIES = ("description", "summary", "dc:description", "dcterms:abstract", "itunes:summary")


class Xml:
    """An XML feed that is being read: its entries, and `feed`, what it has said of itself so far."""

    def __init__(self, pieces: Iterable[str], *, address: str = "") -> None:
        self._gathering = Gathering(address=address)
        self._found = self._gathering.entries(events(pieces))
        self._first = next(self._found, None)
        self._fields: Fields | None = None
        self._feed = Feed()

    @property
    def has_entries(self) -> bool:
        """Whether this is a feed, and has an entry."""
        return self._first is not None and self._gathering.is_feed

    @property
    def root(self) -> str:
        """The name of the outermost element, as it is written; "" where there is none."""
        return self._gathering.root

    @property
    def feed(self) -> Feed:
        """What the feed has said of itself so far."""
        if self._fields is not self._gathering.feed:
            self._fields = self._gathering.feed
            self._feed = feed_of(self._fields)
        return self._feed

    def entries(self) -> Iterator[Entry]:
        """Yield each entry."""
        if self._first is not None:
            yield entry_of(self._first)
        for fields in self._found:
            yield entry_of(fields)


def feed_of(fields: Fields) -> Feed:
    """What a feed says of itself."""
    return Feed(
        title=title_of(fields.text("title"), kind=_kind_of(fields.all("title"), unsaid="")),
        link=_link(fields, is_atom=True),
        language=fields.text("language", "dc:language") or fields.language,
        author=authors_of(field.text for field in fields.all("author/name")),
    )


def entry_of(fields: Fields) -> Entry:
    """One entry."""
    is_atom = fields.name == "entry"
    titles = fields.all("title") or fields.all("dc:title")
    authors = (authors_of(field.text for field in fields.all(name)) for name in AUTHORS)
    return Entry(
        title=title_of(fields.text("title", "dc:title"), kind=_kind_of(titles, unsaid="text" if is_atom else "")),
        link=_link(fields, is_atom=is_atom),
        guid=" ".join(fields.text("guid", "id", "rdf:about").split())[:2000],
        published=fields.text(*PUBLISHED)[:200],
        updated=fields.text(*UPDATED)[:200] if is_atom else "",
        author=next(filter(None, authors), ""),
        source=title_of(fields.text("source/title", "source", "dc:publisher"), kind="html"),
        language=fields.text("dc:language", "language") or fields.language,
        content=_body(fields, CONTENTS, is_atom=is_atom),
        summary=_body(fields, SUMMARIES, is_atom=is_atom),
        too_large=fields.too_large,
    )


def _kind_of(fields: Iterable[Field], *, unsaid: str) -> str:
    """Which markup the first title says that it has."""
    stated = next((field.attributes for field in fields if field.text.strip()), {})
    return stated.get("type", "html" if stated.get("mode") == "escaped" else unsaid).strip().lower()


def _body(fields: Fields, names: Iterable[str], *, is_atom: bool) -> str:
    """The longest text under some names, as HTML."""
    found = []
    for field in fields.all(*names):
        kind = "xhtml" if field.attributes.get("mode") == "xml" else field.attributes.get("type", "")
        if field.text.strip() and field.attributes.get("mode") != "base64":
            found.append(body_of(field.text, kind=kind, is_atom=is_atom))
    return max(found, key=lambda body: len(letters_in(body)), default="") if len(found) > 1 else "".join(found)


def _link(fields: Fields, *, is_atom: bool) -> str | None:
    """The page that an entry or a feed is about: never its pictures, its comments, or the feed itself."""
    for field in fields.all("feedburner:origlink"):
        if link := web_link(field.text, base=field.base):
            return link
    stated = [field for field in fields.all("link") if field.attributes.get("rel", "alternate") == "alternate"]
    for field in sorted(stated, key=lambda f: f.attributes.get("type", "text/html") not in ("text/html", "")):
        address = field.attributes.get("href") or field.text
        if address.strip() and (link := web_link(address, base=field.base)):
            return link
    if is_atom:
        return None
    for field in (*fields.all("guid"), *fields.all("rdf:about")):
        if field.attributes.get("ispermalink", "true").lower() != "false" and (link := web_link(field.text)):
            return link
    return None
