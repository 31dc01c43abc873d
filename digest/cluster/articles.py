"""Group the articles that tell the same story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from digest.cluster.compared import Compared
from digest.cluster.linkage import join
from digest.cluster.links import contradictions, decide
from digest.cluster.reasons import shared_terms
from digest.cluster.settings import STANDARD, Settings
from digest.cluster.similarity import among, circumstances, near
from digest.cluster.surroundings import surroundings
from digest.cluster.terms import article_terms
from digest.cluster.threads import Thread
from digest.cluster.vectors import vectors, weigh
from digest.model import Article, Cluster

NOTHING: Mapping[str, str] = MappingProxyType({})


def cluster_articles(
    articles: Sequence[Article],
    *,
    must_link: Sequence[tuple[str, str]] = (),
    cannot_link: Sequence[tuple[str, str]] = (),
    settled: Mapping[str, str] = NOTHING,
    settings: Settings = STANDARD,
) -> tuple[Cluster, ...]:
    """Put every article into exactly one cluster; the clusters are sorted by their first article's id.

    `must_link` and `cannot_link` are pairs of ids that editors want in one cluster, or not in one; links lead on
    through articles that are not here. `settled` names the story in which an article was published: the articles of a
    story stay together, two stories are never joined, and other articles may join them. A link may name a story, too;
    links between stories join them. The order of the articles does not matter.

    Raises ValueError where two articles have one id, or where what is together is to be apart (see `contradictions`).
    """
    for first, second in contradictions((*must_link, *settled.items()), cannot_link):
        raise ValueError(f"{first} and {second} are both to be together and to be apart")
    ordered = sorted(articles, key=lambda article: article.id)
    rows = {article.id: row for row, article in enumerate(ordered)}
    if len(rows) < len(ordered):
        raise ValueError("two articles have the same id")
    if not ordered:
        return ()
    terms = [article_terms(article, settings) for article in ordered]
    matrix, columns = vectors(
        weigh(found, article.language, settings) for found, article in zip(terms, ordered, strict=True)
    )
    around = circumstances(ordered, terms, settings)
    pairs, decided = near(matrix, around, settings), decide(must_link, cannot_link, settled, rows)
    groups = join(pairs, settings, decided)
    nearby = surroundings(Compared(ordered, matrix, columns, around, pairs), groups, decided)
    linked = {key for link in must_link for key in link}
    clusters = []
    for number, group in enumerate(groups):
        members = np.array(group)
        thread = nearby.threads.get(number, Thread())
        clusters.append(
            Cluster(
                article_ids=tuple(ordered[row].id for row in group),
                similarity=tuple(
                    tuple(round(float(value), 4) for value in line) for line in among(matrix, around, members)
                ),
                terms=shared_terms(matrix[members], columns, [ordered[row] for row in group]),
                neighbours=nearby.neighbours.get(number, ()),
                strays=nearby.strays.get(number, ()),
                linked=tuple(ordered[row].id for row in group if ordered[row].id in linked),
                earlier=None if thread.earlier is None else ordered[groups[thread.earlier][0]].id,
                later=None if thread.later is None else ordered[groups[thread.later][0]].id,
            )
        )
    return tuple(sorted(clusters, key=lambda cluster: cluster.article_ids))
