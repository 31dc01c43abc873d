"""Make one article of its versions: revisions of a file, and the entry in a feed whose page is there as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import NamedTuple

from digest.ingest.pages.address import without_trackers
from digest.model import RawArticle, Stated, Version, VersionKind


class Draft(NamedTuple):
    """An article as one file has it, which revision of the file that is, and whether it is an entry of a feed."""

    raw: RawArticle
    revision: int
    is_entry: bool


def newest(drafts: Iterable[Draft]) -> list[Draft]:
    """Of each article the newest revision. Older ones with another text are its versions, the newest first.

    Of two articles with one key in one file the first counts, if both say the same; else both are kept.
    """
    by_id: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_id[draft.raw.id].append(draft)
    return [found for key in sorted(by_id) for found in _of_one_id(by_id[key])]


def one_each(drafts: Sequence[Draft]) -> list[RawArticle]:
    """One article for each address that a feed names: its page, if there is one, else its longest entry.

    What the page does not state is taken from the entry. Articles that no feed names are all kept.
    """
    by_address: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.raw.url:
            by_address[without_trackers(draft.raw.url.value)].append(draft)
    kept = {draft.raw.id: draft.raw for draft in drafts}
    for same in by_address.values():
        entries = [draft for draft in same if draft.is_entry]
        if not entries or len(same) == 1:
            continue
        best = max(same, key=lambda d: (not d.is_entry, len(d.raw.text), d.raw.id)).raw
        for entry in sorted(entries, key=lambda d: d.raw.id):
            if entry.raw.id != best.id:
                best = _with_facts(best, entry.raw)
                best = replace(best, versions=(*best.versions, _version(entry.raw, VersionKind.FEED_ENTRY)))
                del kept[entry.raw.id]
        kept[best.id] = best
    return list(kept.values())


def _of_one_id(drafts: Sequence[Draft]) -> Iterator[Draft]:
    last = max(draft.revision for draft in drafts)
    current = [draft for draft in drafts if draft.revision == last]
    texts: dict[str, Draft] = {}
    for draft in current:
        texts.setdefault(draft.raw.text, draft)
    first, *others = texts.values()
    older = sorted((d for d in drafts if d.revision < last), key=lambda d: -d.revision)
    versions = {d.raw.text: _version(d.raw, VersionKind.EARLIER) for d in older if d.raw.text not in texts}
    yield first._replace(raw=replace(first.raw, versions=tuple(versions.values())))
    for number, other in enumerate(others, start=2):
        yield other._replace(raw=replace(other.raw, id=f"{other.raw.id}-{number}"))


def _version(raw: RawArticle, kind: VersionKind) -> Version:
    return Version(kind=kind, path=raw.path, sha256=raw.sha256, part=raw.part)


def _with_facts(raw: RawArticle, other: RawArticle) -> RawArticle:
    stated = raw.over(other)
    return replace(raw, **{field.name: getattr(stated, field.name) for field in fields(Stated)})
