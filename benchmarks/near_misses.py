"""Measure how often an editor who follows `digest stories --near-misses` does right, and what is found that way.

    python benchmarks/near_misses.py FOLDER

FOLDER holds the sets that benchmarks/clustering.py reads; they are joined into one batch. A merge is right if most
articles of both groups tell one story, a split if most of those that leave tell another than most of those that stay,
a move if the article tells the story of the group where it goes, and not that of its own. Measured in one batch (all,
and each half of the topics), and in batches of a quarter each, after which nothing published moves.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from clustering import Record, read
from predict import as_articles

from digest.cluster import cluster_articles, near_misses
from digest.model import Article, Cluster, NearMiss, Step

DAYS = 4
SEEDS = (1, 2)


def most(labels: Mapping[str, str], keys: Sequence[str]) -> str:
    """The label of most articles; of equals, the one that sorts first."""
    counts = Counter(labels[key] for key in keys)
    return min(counts, key=lambda label: (-counts[label], label))


def is_right(miss: NearMiss, home: Mapping[str, Cluster], labels: Mapping[str, str]) -> bool:
    """Whether an editor would do right to follow a suggestion."""
    here = home[miss.articles[0]].article_ids
    if miss.step is Step.MERGE:
        return most(labels, here) == most(labels, home[miss.articles[1]].article_ids)
    if miss.step is Step.MOVE and miss.target:
        return most(labels, here) != labels[miss.articles[0]] == most(labels, home[miss.target].article_ids)
    rest = [key for key in here if key not in miss.articles]
    return most(labels, miss.articles) != most(labels, rest)


def report(title: str, clusters: Sequence[Cluster], labels: Mapping[str, str]) -> None:
    """Print one line: how many suggestions of each kind, and how many of them are right."""
    home = {key: cluster for cluster in clusters for key in cluster.article_ids}
    right: defaultdict[str, list[bool]] = defaultdict(list)
    every = []
    for miss in near_misses(clusters):
        every.append(is_right(miss, home, labels))
        right[miss.cause.name.lower()].append(every[-1])
    stories = Counter(most(labels, cluster.article_ids) for cluster in clusters)
    mixed = sum(len({labels[key] for key in cluster.article_ids}) > 1 for cluster in clusters)
    kinds = ", ".join(f"{name} {sum(found)} of {len(found)}" for name, found in right.items())
    print(
        f"{title}: {len(clusters)} groups, {sum(n - 1 for n in stories.values())} merges missing, {mixed} mixed; "
        f"right: {sum(every)} of {len(every)}, of the first 20 {sum(every[:20])}; {kinds}"
    )


def in_turns(articles: Sequence[Article], *, seed: int) -> Sequence[Cluster]:
    """Group articles that come in several batches, in an order by chance; what is published stays as it is."""
    order = random.Random(seed).sample(articles, len(articles))
    settled: dict[str, str] = {}
    clusters: Sequence[Cluster] = ()
    for day in range(1, DAYS + 1):
        clusters = cluster_articles(order[: len(order) * day // DAYS], settled=settled)
        for cluster in clusters:
            known = [settled[key] for key in cluster.article_ids if key in settled]
            settled |= dict.fromkeys(cluster.article_ids, known[0] if known else f"story {cluster.article_ids[0]}")
    return clusters


def main() -> None:
    """Print the figures."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    records: list[Record] = [record for found in read(Path(sys.argv[1])).values() for record in found]
    articles = as_articles(records)
    labels = {article.id: record["label"] for article, record in zip(articles, records, strict=True)}
    report("one batch", cluster_articles(articles), labels)
    for half in (0, 1):
        part = [a for a, record in zip(articles, records, strict=True) if record["half"] == half]
        report(f"half {half}", cluster_articles(part), labels)
    for seed in SEEDS:
        report(f"in {DAYS} batches, order {seed}", in_turns(articles, seed=seed), labels)


if __name__ == "__main__":
    main()
