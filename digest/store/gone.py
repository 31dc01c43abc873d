"""Say what becomes of addresses that were published, and under which nothing is told any more."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from digest.model import Gone
from digest.store.identity import Named
from digest.store.names import Lock


def gone_pages(
    lock: Lock, named: Sequence[Named], articles: Collection[str], other_ids: Mapping[str, str]
) -> tuple[Gone, ...]:
    """The articles and stories of the lock that are not here, each with what to read instead.

    `other_ids` gives the id of an article by another one that it had. An article that is away leads to its story, if
    that is told; a story none of whose articles is here leads nowhere.
    """
    told = {name.id: name.slug for name in named}
    lead = {slug for name in named for slug in (name.slug, *name.former)}
    away = [
        Gone(
            article=article,
            now_article=now if (now := other_ids.get(article, "")) in articles else "",
            now_story=told.get(story, ""),
        )
        for article, story in sorted(lock.articles.items())
        if article not in articles
    ]
    return (*away, *(Gone(story=slug) for slug in sorted(lock.stories.values()) if slug not in lead))
