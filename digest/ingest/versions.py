"""Make one article of its versions: revisions of a file, the same page twice, the entry in a feed and its page."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import NamedTuple

from digest.ingest.links import host_of
from digest.ingest.pages.address import without_trackers
from digest.model import RawArticle, Stated, Version, VersionKind

LONG_LINE = 40  # characters
NOTHING: Mapping[str, str] = MappingProxyType({})
LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


class Draft(NamedTuple):
    """An article as one file has it, which revision of the file that is, and whether it is an entry of a feed.

    `as_of` is how new it is among those of one file; `address` is where that file was fetched.
    """

    raw: RawArticle
    revision: int
    is_entry: bool
    as_of: dt.datetime = LONG_AGO
    address: str = ""

    @property
    def age(self) -> tuple[int, dt.datetime]:
        """Greater for what is newer."""
        return self.revision, self.as_of

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses by which a feed may name it, without trackers; with http and https they are the same."""
        own = self.raw.url.value if self.raw.url else ""
        stated = (own,) if self.is_entry else (own, self.address)
        return tuple(without_trackers(url).partition("://")[2].rstrip("/") for url in stated if url)


def newest(drafts: Iterable[Draft]) -> list[Draft]:
    """Of each article the newest revision. Older ones with another text are its versions, the newest first.

    Of two articles with one key in one file the newer counts, such as a page that was fetched later. Where neither is
    newer the first counts, if both say the same; else both are kept.
    """
    by_id: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_id[draft.raw.id].append(draft)
    return [found for key in sorted(by_id) for found in _of_one_id(by_id[key])]


def one_each(
    drafts: Sequence[Draft], published: Mapping[str, str] = NOTHING
) -> tuple[list[RawArticle], dict[str, str]]:
    """One article for each address: its page, if there is one, else its longest entry in a feed.

    The second value gives the id of an article by those of its other versions. It has its own id, unless only that of
    another version was `published`.

    What the page does not state is taken from the entry. Two pages of one address are one article only if they say
    much the same: many a website names a wrong address on all of its pages.
    """
    found: dict[str, Draft] = {}  # by address
    others: dict[str, list[tuple[RawArticle, VersionKind]]] = {draft.raw.id: [] for draft in drafts}
    for draft in sorted(drafts, key=lambda d: (d.is_entry, -len(d.raw.text), d.raw.id)):
        home = next((found[a] for a in draft.addresses if a in found), None)
        if home and (draft.is_entry or _alike(draft.raw.text, home.raw.text)):
            kind = VersionKind.FEED_ENTRY if draft.is_entry else VersionKind.SAME_PAGE
            others[home.raw.id].append((draft.raw, kind))
            del others[draft.raw.id]
        else:
            home = draft
        for address in draft.addresses:
            found.setdefault(address, home)
    raws = {draft.raw.id: draft.raw for draft in drafts}
    articles, other_ids = [], {}
    for key, rest in others.items():
        ids = [key, *sorted(other.id for other, _ in rest)]
        name = next((name for name in ids if name in published), key)
        raw = _with_others(raws[key], sorted(rest, key=lambda other: other[0].id))
        articles.append(replace(raw, id=name))
        other_ids.update({other: name for other in ids if other != name})
    return articles, other_ids


def _alike(one: str, other: str) -> bool:
    """Whether at least half of the long lines of the one stand in the other."""
    lines = {line for text in one.split("\n") if len(line := " ".join(text.split())) >= LONG_LINE}
    there = {" ".join(text.split()) for text in other.split("\n")}
    return 2 * len(lines & there) >= len(lines) > 0


def _with_others(raw: RawArticle, others: Iterable[tuple[RawArticle, VersionKind]]) -> RawArticle:
    for other, kind in others:
        nameless = _is_host(raw) and other.publisher is not None
        stated = (replace(raw, publisher=None) if nameless else raw).over(other)
        known = {field.name: getattr(stated, field.name) for field in fields(Stated)}
        raw = replace(raw, **known, versions=(*raw.versions, _version(other, kind)))
    return raw


def _of_one_id(drafts: Sequence[Draft]) -> Iterator[Draft]:
    last = max(draft.age for draft in drafts)
    current = [draft for draft in drafts if draft.age == last]
    texts: dict[str, Draft] = {}
    for draft in current:
        texts.setdefault(draft.raw.text, draft)
    first, *others = texts.values()
    older = sorted((d for d in drafts if d.age < last), key=lambda d: d.age, reverse=True)
    versions = {d.raw.text: _version(d.raw, VersionKind.EARLIER) for d in older if d.raw.text not in texts}
    yield first._replace(raw=replace(first.raw, versions=tuple(versions.values())))
    for number, other in enumerate(others, start=2):
        yield other._replace(raw=replace(other.raw, id=f"{other.raw.id}-{number}"))


def _is_host(raw: RawArticle) -> bool:
    """Whether nothing names the publisher but the host of the address."""
    name = raw.publisher
    return bool(name and raw.url and not name.origin.by_hand and name.value == host_of(raw.url.value))


def _version(raw: RawArticle, kind: VersionKind) -> Version:
    return Version(kind=kind, path=raw.path, sha256=raw.sha256, part=raw.part)
