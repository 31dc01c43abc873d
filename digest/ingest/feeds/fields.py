"""Gather what a feed says of itself and of each entry: the texts of its elements, under their plain names."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from digest.ingest.feeds.markup import End, Event, Start, Words
from digest.ingest.feeds.vocabulary import NO_SCOPE, Scope, attribute_name, inner_scope, plain_name
from digest.ingest.links import joined

ENTRIES = frozenset({"item", "entry"})
# What holds a feed's own facts, and what of them is a name of other things: RSS's picture and its search form.
HOLDERS = frozenset({"channel", "feed", "rss", "rdf:rdf"})
FEEDS = HOLDERS | {"rdf"}
PARTED = frozenset({"author", "source", "dc:creator"})  # elements whose own elements are told apart: "author/name"
# Elements that hold no markup, and those that never stand inside of them: where one does, an end was forgotten.
BARE = frozenset({
    "title", "link", "guid", "id", "pubdate", "dc:date", "dc:creator", "published", "updated", "category",
})  # fmt: skip
NEXT = BARE | {"author", "content", "content:encoded", "description", "summary"}
LONGEST = 2_000_000  # characters of one entry
MOST_FIELDS = 200  # of one entry
DEEPEST = 100  # elements inside one another
JUNK = 30  # tags that may stand before a feed: what a server says of its own troubles


class Field(NamedTuple):
    """The text of one element, with its attributes, and the address that relative links in it begin at."""

    text: str
    attributes: Mapping[str, str]
    base: str = ""


class Fields(NamedTuple):
    """What is said of the feed, or of one entry. `name` is the element's, `language` that of its surroundings."""

    name: str
    values: Mapping[str, list[Field]]
    language: str = ""
    too_large: bool = False

    def all(self, *names: str) -> list[Field]:
        """Every value under one of the names, in the order of the names."""
        return [field for name in names for field in self.values.get(name, ())]

    def text(self, *names: str) -> str:
        """The first text that is not empty under one of the names."""
        return next((text for field in self.all(*names) if (text := field.text.strip())), "")


class Holder(NamedTuple):
    """An element that is open: its name as written and its plain one, and what is in force inside of it."""

    written: str
    name: str
    scope: Scope
    base: str
    language: str


class Gathering:
    """The fields of a feed's entries, one after the other; `feed` are those of the feed, as far as it was read.

    `root` is the name of the outermost element, as it is written, and `is_feed` whether it is that of a feed. An entry
    that does not end, ends where the next one begins, and what was never opened is not closed.
    """

    def __init__(self, *, address: str = "") -> None:
        self.root = ""
        self.feed = Fields("", {}, "")
        self.is_feed = False
        self._started = 0
        self._outside = Holder("", "", NO_SCOPE, address, "")
        self._open: list[Holder] = []
        self._names: Counter[str] = Counter()
        self._entry: _Part | None = None
        self._feed = _Part("feed", 0, "")

    def entries(self, found: Iterable[Event]) -> Iterator[Fields]:
        """Yield the fields of each entry, where it ends."""
        for event in found:
            if isinstance(event, Words):
                self._part().write(event.text)
            elif isinstance(event, Start):
                yield from self._start(event)
            else:
                yield from self._end(event)
        yield from self._close(0)

    def _part(self) -> _Part:
        return self._feed if self._entry is None else self._entry

    def _start(self, event: Start) -> Iterator[Fields]:
        above = self._open[-1] if self._open else self._outside
        scope = inner_scope(above.scope, event.attributes) if event.attributes else above.scope
        name = plain_name(event.name, scope)
        attributes = {attribute_name(key, scope): value for key, value in event.attributes.items()}
        self._begin(event.name, name)
        base = joined(above.base, attributes["xml:base"]) if "xml:base" in attributes else above.base
        holder = Holder(event.name, name, scope, base, attributes.get("xml:lang", above.language))
        if name in ENTRIES:
            at = self._begins_entry(name)
            if at is not None:
                yield from self._close(at)
                self._entry = _Part(name, len(self._open) + 1, holder.language)
                self._entry.note("rdf:about", attributes)
                self._push(holder, closed=False)
                if event.closed:
                    yield from self._close(len(self._open) - 1)
                return
        if name in NEXT and self._part().is_bare:
            yield from self._close(self._part().depth)
        if self._entry is None and name in HOLDERS:
            self._feed.depth = len(self._open) + 1
            self._feed.language = holder.language or self._feed.language
        elif len(self._open) < DEEPEST:
            self._part().start(len(self._open), holder, attributes)
        self._push(holder, closed=event.closed)
        if event.closed:
            self._part().end(len(self._open), holder)

    def _begin(self, written: str, name: str) -> None:
        """Note the outermost element: the first, or a feed's where that follows soon."""
        self._started += 1
        if not self.root or (name in FEEDS and not self.is_feed and self._started <= JUNK):
            self.root, self.is_feed = written, name in FEEDS

    def _begins_entry(self, name: str) -> int | None:
        """How many elements stay open where an entry begins; None where it is no entry, but a part of one's text."""
        if self._entry is None:
            return len(self._open)
        if self._entry.name != name or self._entry.in_markup:
            return None
        return self._entry.depth - 1

    def _push(self, holder: Holder, *, closed: bool) -> None:
        if not closed and len(self._open) < DEEPEST:
            self._open.append(holder)
            self._names[holder.written] += 1

    def _end(self, event: End) -> Iterator[Fields]:
        if self._names[event.name] <= 0:
            return
        at = len(self._open) - 1
        while self._open[at].written != event.name:
            at -= 1
        yield from self._close(at)

    def _close(self, at: int) -> Iterator[Fields]:
        """Close all elements but the first so many, and give the entry if it is among them."""
        while len(self._open) > at:
            holder = self._open.pop()
            self._names[holder.written] -= 1
            if not self._names[holder.written]:
                del self._names[holder.written]
            if self._entry is not None and len(self._open) < self._entry.depth:
                self.feed = self._feed.fields()
                done, self._entry = self._entry.fields(), None
                yield done
            else:
                self._part().end(len(self._open), holder)
            if self._entry is None and holder.name in HOLDERS:
                self._feed.depth = len(self._open)  # what follows stands beside it: RSS 1.0 has its picture there
        self.feed = self._feed.fields()


class _Part:
    """The feed or an entry while it is being read."""

    def __init__(self, name: str, depth: int, language: str) -> None:
        self.name = name
        self.depth = depth
        self.language = language
        self.in_markup = False
        self._size = 0
        self._values: dict[str, list[Field]] = {}
        self._count = 0
        self._path = ""
        self._written: list[str] = []
        self._attributes: Mapping[str, str] = {}
        self._base = ""
        self._too_large = False

    @property
    def is_bare(self) -> bool:
        """Whether an element is open that holds no markup."""
        return self._path in BARE and not self.in_markup

    def note(self, key: str, attributes: Mapping[str, str]) -> None:
        """Keep an attribute of the element itself."""
        if attributes.get(key):
            self._values[key] = [Field(attributes[key], {}, "")]

    def start(self, depth: int, holder: Holder, attributes: Mapping[str, str]) -> None:
        """An element begins, so many elements deep in the document."""
        if depth == self.depth:
            self._begin(holder.name, holder, attributes)
            self.in_markup = attributes.get("type") in ("xhtml", "application/xhtml+xml")
            self.in_markup = self.in_markup or attributes.get("mode") == "xml"
        elif depth == self.depth + 1 and self._path.partition("/")[0] in PARTED:
            self._begin(f"{self._path.partition('/')[0]}/{holder.name}", holder, attributes)
        elif depth > self.depth:
            self._add(f"<{_tag(holder)}>")

    def end(self, depth: int, holder: Holder) -> None:
        """An element ends that stood so many elements deep."""
        if depth == self.depth or (depth == self.depth + 1 and "/" in self._path):
            self._keep()
            self._path = self._path.partition("/")[0] if depth > self.depth else ""
            self.in_markup = self.in_markup and depth > self.depth
        elif depth > self.depth:
            self._add(f"</{_tag(holder)}>")

    def write(self, text: str) -> None:
        """A piece of text."""
        if self._path:
            self._add(html.escape(text, quote=False) if self.in_markup else text)

    def fields(self) -> Fields:
        """What has been gathered."""
        return Fields(self.name, self._values, self.language, self._too_large)

    def _begin(self, path: str, holder: Holder, attributes: Mapping[str, str]) -> None:
        self._keep()
        self._path, self._attributes, self._base = path, attributes, holder.base

    def _keep(self) -> None:
        if self._path and (self._written or self._attributes) and self._count < MOST_FIELDS:
            field = Field("".join(self._written), self._attributes, self._base)
            self._values.setdefault(self._path, []).append(field)
            self._count += 1
        self._written, self._attributes = [], {}

    def _add(self, text: str) -> None:
        self._size += len(text)
        if self._size > LONGEST:
            self._too_large = True
            self._written = []
        elif self._path:
            self._written.append(text)


def _tag(holder: Holder) -> str:
    return holder.name.rpartition(":")[2]
