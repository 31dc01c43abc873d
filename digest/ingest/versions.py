"""Make one article of its versions: revisions of a file, and the entry in a feed whose page is there as well."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import NamedTuple

from digest.ingest.pages.address import without_trackers
from digest.model import RawArticle, Stated, Version, VersionKind

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


def one_each(drafts: Sequence[Draft]) -> list[RawArticle]:
    """One article for each address that a feed names: its page, if there is one, else its longest entry.

    What the page does not state is taken from the entry. Articles that no feed names are all kept.
    """
    pages: dict[str, Draft] = {}
    for page in sorted((d for d in drafts if not d.is_entry), key=_length):
        pages.update(dict.fromkeys(page.addresses, page))
    folded: dict[str, list[RawArticle]] = {draft.raw.id: [] for draft in drafts}
    first: dict[str, Draft] = {}
    for entry in sorted((d for d in drafts if d.is_entry), key=_length, reverse=True):
        home = next((found[a] for a in entry.addresses for found in (pages, first) if a in found), None)
        if home:
            folded[home.raw.id].append(entry.raw)
            del folded[entry.raw.id]
        first.update(dict.fromkeys(entry.addresses, home or entry))
    raws = {draft.raw.id: draft.raw for draft in drafts}
    return [_with_entries(raws[key], sorted(entries, key=lambda raw: raw.id)) for key, entries in folded.items()]


def _length(draft: Draft) -> tuple[int, str]:
    return len(draft.raw.text), draft.raw.id


def _with_entries(raw: RawArticle, entries: Sequence[RawArticle]) -> RawArticle:
    for entry in entries:
        stated = raw.over(entry)
        known = {field.name: getattr(stated, field.name) for field in fields(Stated)}
        raw = replace(raw, **known, versions=(*raw.versions, _version(entry, VersionKind.FEED_ENTRY)))
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


def _version(raw: RawArticle, kind: VersionKind) -> Version:
    return Version(kind=kind, path=raw.path, sha256=raw.sha256, part=raw.part)
