"""Ask whether stories are named for good, or would be others in the next build."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Joined, Links, story_node
from digest.store.identity import Named, assign
from digest.store.names import Lock
from digest.store.settled import settle_articles


def is_steady(lock: Lock, named: Sequence[Named], links: Links) -> bool:
    """Whether another build would leave these stories as they are.

    It would where what is settled in one story is in one, and a story holds no two others that no link joins.
    """
    if not (links.together or links.apart or lock.homes or lock.parted):
        return True
    settled = settle_articles(lock, links)
    wanted = [(article, story_node(settled.stories[article])) for article in settled.named & settled.stories.keys()]
    joined = Joined((*links.together, *wanted))
    places: dict[str, str] = {}
    for name in named:
        told = {settled.stories[article] for article in name.cluster.article_ids if article in settled.stories}
        if len({joined.group(story_node(story)) for story in told}) > 1:
            return False
        if any(places.setdefault(story, name.id) != name.id for story in told):
            return False
    return assign(lock, [name.cluster for name in named], {}, settled=settled) == (lock, tuple(named))
