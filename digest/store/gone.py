"""Say what becomes of addresses that were published, and under which nothing is told any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from digest.language.slugs import page_slug
from digest.model import Gone, ProjectPerson
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


def moved_people(published: Iterable[str], people: Sequence[ProjectPerson]) -> tuple[Gone, ...]:
    """The addresses of people that were published and now belong to nobody, with those who have the name.

    So somebody who was joined to another, or told from another, or is called by another name, is found under the old
    address. Of people whom no story names any more nothing is left.
    """
    heirs: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for name in (person.name, *person.aliases):
            heirs[page_slug(name, other="person")].add(person.slug)
    now = {person.slug for person in people}
    old = sorted({*published} - now)
    return tuple(Gone(person=slug, now_people=tuple(sorted(heirs[slug]))) for slug in old if slug in heirs)
