"""Match clusters with the stories that they go on telling, by the articles that they share."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence


def last_of(story: str, merged: Mapping[str, str]) -> str:
    """The story that has another in the end."""
    seen = {story}
    while (after := merged.get(story)) and after not in seen:
        seen.add(story := after)
    return story


def taken_in(overlaps: Sequence[Counter[str]], alive: Collection[str]) -> dict[str, int]:
    """For each story that no cluster continues: the number of the cluster that has most of its articles."""
    most: dict[str, tuple[int, int]] = {}
    for number, overlap in enumerate(overlaps):
        for story, count in overlap.items():
            if story not in alive:
                most[story] = max(most.get(story, (0, 0)), (count, -number))
    return {story: -number for story, (_, number) in most.items()}


def continued(overlaps: Sequence[Counter[str]], *, done: Collection[int]) -> dict[int, str]:
    """Which story each cluster continues that is not `done`: the largest overlaps first, each story and each once."""
    return dict(_matched(overlaps, done))


def _matched(overlaps: Sequence[Counter[str]], done: Collection[int]) -> Iterator[tuple[int, str]]:
    pairs = sorted(
        (-count, story, number) for number, overlap in enumerate(overlaps) for story, count in overlap.items()
    )
    found, used = set(done), set[str]()
    for _, story, number in pairs:
        if number not in found and story not in used:
            found.add(number)
            used.add(story)
            yield number, story


def story_id(article_id: str, *, number: int = 1) -> str:
    """The id of the `number`-th story that an article founds: "s" and twelve hexadecimal digits."""
    data = article_id if number == 1 else f"{article_id}\n{number}"
    return "s" + hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:12]
