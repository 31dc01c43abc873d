"""Give every cluster the name of the story that it continues, or a new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from digest.model import Cluster
from digest.store.continuing import continued, last_of, story_id, taken_in
from digest.store.names import FREE, Lock
from digest.store.settled import Settled
from digest.store.slug import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A cluster with its story's id and slug; `former` are slugs that must lead here, of stories merged into it."""

    cluster: Cluster
    id: str
    slug: str
    former: tuple[str, ...] = ()


def assign(
    lock: Lock, clusters: Sequence[Cluster], titles: Mapping[tuple[str, ...], str], *, settled: Settled | None = None
) -> tuple[Lock, tuple[Named, ...]]:
    """Name the clusters, and return the lock that remembers it; `titles` are by a cluster's `article_ids`.

    - A cluster with settled articles is their story; of several stories that an editor joined, the one that takes the
      others in, else the one that shares most articles with it.
    - Any other continues the story with which it shares most articles; of equals, the one that sorts first.
    - Where several clusters have articles of one story (a split), the one that shares most keeps it.
    - A story all of whose articles have gone into others is merged into the one that took most of them.
    - A story that is merged and comes apart again gets its old id and slug back.
    - A slug is made of the title once, when the story is first seen, and never again.

    The order of the clusters does not matter; the result is sorted by their articles.
    """
    naming = _Naming(lock, sorted(clusters, key=lambda cluster: cluster.article_ids), settled or Settled())
    ids = naming.ids()
    stories = dict(lock.stories)
    addresses = set(stories.values())
    for number, cluster in enumerate(naming.clusters):
        if ids[number] not in stories:
            new = slug(titles.get(cluster.article_ids, ""), taken=addresses, fallback=f"story-{ids[number]}")
            stories[ids[number]] = new
            addresses.add(new)
    homes = naming.homes(ids)
    merged = naming.merged(ids, homes)
    articles, homes = naming.places(ids, homes, merged)
    parted = naming.parted(ids, homes)
    former: dict[str, list[str]] = defaultdict(list)
    for story, end in merged.items():
        former[end].append(stories[story])
    named = tuple(
        Named(cluster=cluster, id=ids[n], slug=stories[ids[n]], former=tuple(sorted(former.get(ids[n], ()))))
        for n, cluster in enumerate(naming.clusters)
    )
    return Lock(articles=articles, stories=stories, merged=merged, homes=homes, parted=parted), named


class _Naming:
    """The clusters by number, and what they share with the stories of the lock."""

    def __init__(self, lock: Lock, clusters: Sequence[Cluster], settled: Settled) -> None:
        self.lock = lock
        self.clusters = clusters
        self.settled = settled
        self.before = [Counter(lock.articles[a] for a in c.article_ids if a in lock.articles) for c in clusters]
        self.told = [Counter(settled.stories[a] for a in c.article_ids if a in settled.stories) for c in clusters]

    def ids(self) -> dict[int, str]:
        """The story of each cluster: the settled first, then those that continue one, then those that begin."""
        found: dict[int, str] = {}
        taken: set[str] = set()
        for number, told in enumerate(self.told):
            takers = {self.settled.takers[story] for story in told if story in self.settled.takers}
            free = [story for story in takers or told if story not in taken]
            if free:
                found[number] = min(free, key=lambda s: (-self.before[number][s], -told[s], s))
                taken.add(found[number])
        taken.update(*self.told)
        found |= continued([self._open_to(number, but=taken) for number in range(len(self.clusters))], done=found)
        taken.update(self.settled.stories.values(), found.values())
        for number, cluster in enumerate(self.clusters):
            if number not in found:
                found[number] = self._begun(cluster, taken=taken)
                taken.add(found[number])
        return found

    def homes(self, ids: Mapping[int, str]) -> dict[str, str]:
        """Where each article would be without the editor."""
        here = {
            article: self._home(article, cluster, ids[number])
            for number, cluster in enumerate(self.clusters)
            for article in cluster.article_ids
        }
        return {article: self.settled.homes.get(article, story) for article, story in self.lock.articles.items()} | here

    def merged(self, ids: Mapping[int, str], homes: Mapping[str, str]) -> dict[str, str]:
        """Each story that is not told any more, with the one that tells it."""
        alive = set(ids.values())
        overlaps = [before + told for before, told in zip(self.before, self.told, strict=True)]
        lived_in = frozenset(homes.values())
        whole = {s: end for s, end in self.lock.parted.items() if s not in alive and s not in lived_in}
        takers = {*self.settled.takers.values(), *whole.values()}
        merged = {s: end for s, end in (*self.lock.merged.items(), *whole.items()) if s not in alive}
        merged |= {s: ids[number] for s, number in taken_in(overlaps, alive).items()}
        merged |= {s: end for s, end in self.settled.takers.items() if s not in alive}
        merged = {s: end for s, end in merged.items() if s not in takers}
        return {s: last for s in merged if (last := last_of(s, merged)) != s}

    def places(
        self, ids: Mapping[int, str], homes: Mapping[str, str], merged: Mapping[str, str]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """The story of each article, and its home where that is another."""
        told = {**self.lock.articles, **{a: s for a, s in self.settled.known.items() if a in self.lock.articles}}
        articles = {article: merged.get(story, story) for article, story in told.items()}
        articles |= {a: ids[number] for number, cluster in enumerate(self.clusters) for a in cluster.article_ids}
        if self.settled.anew:
            kept = set(self.settled.stories.values())
            homes = {a: home if home in kept else merged.get(home, home) for a, home in homes.items()}
        return articles, {article: home for article, home in homes.items() if home != articles[article]}

    def parted(self, ids: Mapping[int, str], homes: Mapping[str, str]) -> dict[str, str]:
        """Each story that an editor split off, with the one that it was a part of."""
        alive = set(ids.values())
        here = {article for cluster in self.clusters for article in cluster.article_ids}
        away = {story for article, story in self.settled.known.items() if article not in here}
        waiting = {*homes.values(), *away}  # what a merge took in, and what may come back
        found = {s: end for s, end in self.lock.parted.items() if s not in alive and s in waiting}
        for number, cluster in enumerate(self.clusters):
            story = ids[number]
            refused = [a for a in cluster.article_ids if a in self.settled.refused]
            if refused and story in self.lock.parted:
                found[story] = self.lock.parted[story]
            elif refused and not self.told[number] and all(a in homes for a in refused):
                wholes = Counter(homes[a] for a in refused if homes.get(a, FREE) != FREE)
                found |= {story: min(wholes, key=lambda whole: (-wholes[whole], whole))} if wholes else {}
        return found

    def _home(self, article: str, cluster: Cluster, story: str) -> str:
        """Where an article would be without the editor."""
        settled = self.settled
        home, told = settled.homes.get(article), settled.stories.get(article)
        if article in settled.included:
            return home or FREE
        if told:
            second_best = article in settled.refused or home == FREE
            leads_back = told != story and self.lock.parted.get(told) == home  # from there it finds its first home
            return home if second_best and home and not leads_back else told
        if home is None or (home == FREE and article not in settled.named):
            return FREE if article in settled.named else self._nearest(article, cluster) or story
        if settled.anew:
            unmoved = self.lock.articles[article] == story
            return story if article not in settled.named else home if unmoved else FREE
        return home

    def _nearest(self, article: str, cluster: Cluster) -> str | None:
        """The settled story in its cluster to which an article is most similar."""
        told = [self.settled.stories.get(other) for other in cluster.article_ids]
        row = cluster.similarity[cluster.article_ids.index(article)]
        sums: dict[str, list[float]] = defaultdict(list)
        for story, value in zip(told, row, strict=True):
            if story:
                sums[story].append(value)
        return min(sums, key=lambda story: (-sum(sums[story]) / len(sums[story]), story), default=None)

    def _open_to(self, number: int, *, but: Collection[str]) -> Counter[str]:
        """What a cluster shares with stories that it may continue."""
        articles = self.clusters[number].article_ids
        closed = {story for story in self.before[number] if any((a, story) in self.settled.barred for a in articles)}
        return Counter({s: n for s, n in self.before[number].items() if s not in but and s not in closed})

    def _begun(self, cluster: Cluster, *, taken: Collection[str]) -> str:
        """The id of a story that begins, or begins again: made of the id of its first article."""
        for article in cluster.article_ids:
            former = story_id(article)
            barred = any((a, former) in self.settled.barred for a in cluster.article_ids)
            if former in self.lock.merged and former not in taken and not barred:
                return former
        number = 1
        while (new := story_id(cluster.article_ids[0], number=number)) in self.lock.stories or new in taken:
            number += 1
        return new
