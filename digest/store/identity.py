"""Give every cluster the name of the story that it continues, or a new one."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Cluster
from digest.store.lockfile import Lock
from digest.store.slug import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A cluster with its story's id and slug; `former` are slugs that must lead here, of stories merged into it."""

    cluster: Cluster
    id: str
    slug: str
    former: tuple[str, ...] = ()


def assign(
    lock: Lock, clusters: Sequence[Cluster], titles: Mapping[tuple[str, ...], str]
) -> tuple[Lock, tuple[Named, ...]]:
    """Name the clusters, and return the lock that remembers it; `titles` are by a cluster's `article_ids`.

    - A cluster continues the story with which it shares most articles; of equals, the one that sorts first.
    - Where several clusters have articles of one story (a split), the one that shares most keeps it.
    - A story all of whose articles have gone into others is merged into the one that took most of them.
    - A story that is merged and comes apart again gets its old id and slug back.
    - A slug is made of the title once, when the story is first seen, and never again.

    The order of the clusters does not matter; the result is sorted by their articles.
    """
    ordered = sorted(clusters, key=lambda cluster: cluster.article_ids)
    stories, merged = dict(lock.stories), dict(lock.merged)
    overlaps = [Counter(lock.articles[a] for a in c.article_ids if a in lock.articles) for c in ordered]
    ids = _continued(overlaps)
    taken = set(ids.values())
    for number, cluster in enumerate(ordered):
        if number not in ids:
            ids[number] = _found(cluster, stories, merged, taken=taken)
            merged.pop(ids[number], None)
            taken.add(ids[number])
    addresses = set(stories.values())
    for number, cluster in enumerate(ordered):
        if ids[number] not in stories:
            new = slug(titles.get(cluster.article_ids, ""), taken=addresses, fallback=f"story-{ids[number]}")
            stories[ids[number]] = new
            addresses.add(new)
    merged |= {story: ids[number] for story, number in _taken_in(overlaps, taken).items()}
    merged = {story: merged.get(end, end) for story, end in merged.items()}
    articles = dict(lock.articles) | {a: ids[n] for n, cluster in enumerate(ordered) for a in cluster.article_ids}
    articles = {article: merged.get(story, story) for article, story in articles.items()}
    former: dict[str, list[str]] = defaultdict(list)
    for story, end in merged.items():
        former[end].append(stories[story])
    named = tuple(
        Named(cluster=cluster, id=ids[n], slug=stories[ids[n]], former=tuple(sorted(former.get(ids[n], ()))))
        for n, cluster in enumerate(ordered)
    )
    return Lock(articles=articles, stories=stories, merged=merged), named


def _taken_in(overlaps: Sequence[Counter[str]], alive: Collection[str]) -> dict[str, int]:
    """For each story that no cluster continues: the number of the cluster that has most of its articles."""
    most: dict[str, tuple[int, int]] = {}
    for number, overlap in enumerate(overlaps):
        for story, count in overlap.items():
            if story not in alive:
                most[story] = max(most.get(story, (0, 0)), (count, -number))
    return {story: -number for story, (_, number) in most.items()}


def _continued(overlaps: Sequence[Counter[str]]) -> dict[int, str]:
    """Which story each cluster continues: the largest overlaps first, each story and each cluster once."""
    pairs = sorted(
        (-count, story, number) for number, overlap in enumerate(overlaps) for story, count in overlap.items()
    )
    found: dict[int, str] = {}
    used: set[str] = set()
    for _, story, number in pairs:
        if number not in found and story not in used:
            found[number] = story
            used.add(story)
    return found


def _found(cluster: Cluster, stories: Mapping[str, str], merged: Mapping[str, str], *, taken: Collection[str]) -> str:
    """The id of a story that begins, or begins again: made of the id of its first article."""
    for article in cluster.article_ids:
        if (former := story_id(article)) in merged and former not in taken:
            return former
    number = 1
    while (new := story_id(cluster.article_ids[0], number=number)) in stories or new in taken:
        number += 1
    return new


def story_id(article_id: str, *, number: int = 1) -> str:
    """The id of the `number`-th story that an article founds: "s" and twelve hexadecimal digits."""
    data = article_id if number == 1 else f"{article_id}\n{number}"
    return "s" + hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:12]
