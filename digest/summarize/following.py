"""Find a sentence that may follow a chosen one because it leans on it, where a summary has too few."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.language.leaning import own_voice
from digest.summarize.candidates import Candidate
from digest.summarize.sameness import Likeness, too_near


def follower(
    chosen: Sequence[int], usable: Sequence[int], pool: Sequence[Candidate], apart: AbstractSet[tuple[int, int]]
) -> int | None:
    """The first sentence that leans on a chosen one right before it and says something else.

    A summary of too few sentences may have it: "He also said …" reads well behind what he said.
    """
    places = {(pool[i].article, pool[i].place) for i in chosen}
    for i in sorted(usable, key=lambda i: (pool[i].place, i)):
        one = pool[i]
        if i in chosen or one.overtaken or (one.article, one.place - 1) not in places:
            continue
        if own_voice(one.excerpt.text, language=one.language):
            continue  # "We asked the mayor"
        near = too_near(Likeness([one], [pool[j] for j in chosen])).any()
        if not near and not any((i, j) in apart or (j, i) in apart for j in chosen):
            return i
    return None
