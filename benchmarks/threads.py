"""Print which stories are linked as following one another, to be judged by reading.

    python benchmarks/threads.py FOLDER

FOLDER holds the sets that benchmarks/clustering.py reads; they are joined into one batch. Few of them are dated, so
after the links by real days all stories get a day of one month by chance: then the names alone must tell what belongs
together, and look-alike events that lie years apart are the hardest case. Each line says whether the two are halves of
one story, of one topic of look-alikes, or neither.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from clustering import Record, read
from near_misses import most
from predict import as_articles

from digest.cluster import cluster_articles
from digest.model import Article, Cluster, Known, Origin

SEED = 3
FIRST = dt.date(2031, 5, 1)


def show(clusters: Sequence[Cluster], records: Mapping[str, Record]) -> None:
    """Print the links of some clusters."""
    home = {key: cluster for cluster in clusters for key in cluster.article_ids}
    labels = {key: record["label"] for key, record in records.items()}
    topics = {key: record["topic"] for key, record in records.items()}
    for cluster in clusters:
        if cluster.later:
            after = home[cluster.later]
            same = [most(by, cluster.article_ids) == most(by, after.article_ids) for by in (labels, topics)]
            kind = "one story" if same[0] else "look-alikes" if same[1] else "two events"
            one, other = (str(records[c.article_ids[0]]["title"])[:70] for c in (cluster, after))
            print(f"  {kind:12} {most(labels, cluster.article_ids).split(':')[0]:8} {one} -> {other}")


def with_days(articles: Sequence[Article]) -> list[Article]:
    """The same articles, those of a group with a day by chance."""
    chance, dated = random.Random(SEED), []
    by_id = {article.id: article for article in articles}
    for cluster in cluster_articles([replace(article, published=None) for article in articles]):
        day = Known(value=FIRST + dt.timedelta(days=chance.randrange(30)), origin=Origin.SIDECAR)
        dated += [replace(by_id[key], published=day) for key in cluster.article_ids]
    return dated


def main() -> None:
    """Print the links by real days, then by days by chance."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    every = [record for found in read(Path(sys.argv[1])).values() for record in found]
    articles = as_articles(every)
    records = {article.id: record for article, record in zip(articles, every, strict=True)}
    for title, dated in (("real days", articles), ("days by chance", with_days(articles))):
        clusters = cluster_articles(dated)
        print(f"{title}: {len(clusters)} groups, {sum(cluster.later is not None for cluster in clusters)} links")
        show(clusters, records)


if __name__ == "__main__":
    main()
