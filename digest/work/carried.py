"""Put the articles of a story into the order of their citation numbers, with the texts that they carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digest.cluster import find_origins
from digest.model import Article
from digest.work.steps import Carried


def carry(ids: Iterable[str], articles: Mapping[str, Article]) -> Carried:
    """The articles of some ids, by date where there is one, else by id.

    Those that carry one text stand together, the one that stands for it first.
    """
    dated = [(a.published.value.isoformat() if a.published else "9999", a.id) for a in map(articles.__getitem__, ids)]
    origins = find_origins(tuple(articles[key] for _, key in sorted(dated)))
    return Carried(tuple(articles[key] for origin in origins for key in origin.article_ids), origins)
