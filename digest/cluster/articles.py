"""Group the articles that tell the same story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from concurrent.futures import Executor
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from digest.cluster.building import build_index
from digest.cluster.compared import Compared
from digest.cluster.linkage import join
from digest.cluster.links import contradictions, decide
from digest.cluster.near import near
from digest.cluster.outcome import clusters
from digest.cluster.settings import STANDARD, Settings
from digest.cluster.surroundings import Surroundings, surroundings
from digest.cluster.threads import Thread
from digest.cluster.work import several
from digest.model import Article, Cluster

NOTHING: Mapping[str, str] = MappingProxyType({})


def cluster_articles(  # noqa: PLR0913 - what the editors decided, and how to work
    articles: Iterable[Article],
    *,
    must_link: Sequence[tuple[str, str]] = (),
    cannot_link: Sequence[tuple[str, str]] = (),
    settled: Mapping[str, str] = NOTHING,
    settings: Settings = STANDARD,
    executor: Executor | None = None,
) -> tuple[Cluster, ...]:
    """Put every article into exactly one cluster; the clusters are sorted by their first article's id.

    `must_link` and `cannot_link` are pairs of ids that editors want in one cluster, or not in one; links lead on
    through articles that are not here. `settled` names the story in which an article was published: the articles of a
    story stay together, two stories are never joined, and other articles may join them. A link may name a story, too;
    links between stories join them. The order of the articles does not matter, nor does the `executor`, which counts
    the words of some articles while others are read; each article is looked at once, and not kept.

    Raises ValueError where two articles have one id, or where what is together is to be apart (see `contradictions`).
    """
    for first, second in contradictions((*must_link, *settled.items()), cannot_link):
        raise ValueError(f"{first} and {second} are both to be together and to be apart")
    index = build_index(articles, settings, executor=executor)
    order = np.array(sorted(range(len(index)), key=index.ids.__getitem__), dtype=np.intp)
    places = {index.ids[row]: place for place, row in enumerate(order.tolist())}
    if len(places) < len(index):
        raise ValueError("two articles have the same id")
    if not places:
        return ()
    decided = decide(must_link, cannot_link, settled, places)
    with several(executor) as each:
        pairs = near(
            index,
            order,
            fresh=order,  # also what is settled: what came near it is to be seen
            together=[order[group] for group in decided.groups],
            each=each,
        )
        groups = join(pairs, settings, decided)
    nearby = surroundings(Compared(index, order, pairs), groups, decided)
    linked = frozenset(key for link in must_link for key in link)
    names: list[str] = [index.ids[order[group[0]]] for group in groups]
    numbers = {name: number for number, name in enumerate(names)}
    found = clusters(index, [order[group] for group in groups])
    whole = (_with(cluster, numbers[cluster.article_ids[0]], nearby, names, linked) for cluster in found)
    return tuple(sorted(whole, key=lambda cluster: cluster.article_ids))


def _with(cluster: Cluster, number: int, nearby: Surroundings, names: Sequence[str], linked: Set[str]) -> Cluster:
    """The cluster with what lies around it; `names` are the first ids of all groups."""
    thread = nearby.threads.get(number, Thread())
    return replace(
        cluster,
        neighbours=nearby.neighbours.get(number, ()),
        strays=nearby.strays.get(number, ()),
        linked=tuple(key for key in cluster.article_ids if key in linked),
        earlier=None if thread.earlier is None else names[thread.earlier],
        later=None if thread.later is None else names[thread.later],
    )
