"""Find which chosen sentences hang in the air: they lean on something that the summary does not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.summarize.candidates import Candidate

FAR = 8  # sentences after which "the meeting" no longer points at the meeting of the opening


def unresolved(chosen: Iterable[int], pool: Sequence[Candidate]) -> tuple[int, int]:
    """Count the chosen sentences that lean on one that is missing, and the people named only by a part of the name."""
    picked = list(chosen)
    hanging = sum(pool[i].lean is not None and support(i, picked, pool) is None for i in picked)
    nameless = 0
    for i in picked:
        earlier = {name for j in picked if pool[j].place <= pool[i].place for name in pool[j].full}
        nameless += len(pool[i].partial - earlier)
    return hanging, nameless


def support(i: int, chosen: Iterable[int], pool: Sequence[Candidate]) -> int | None:
    """The chosen sentence that a leaning one leans on: the one before it, or one that introduces what it points at."""
    candidate = pool[i]
    if candidate.lean is None:
        return None
    same = [j for j in chosen if pool[j].article == candidate.article and pool[j].place < candidate.place]
    for j in same:
        if pool[j].place == candidate.place - 1:
            return j
    for j in sorted(same, key=lambda j: -pool[j].place):
        if pool[j].place >= candidate.place - FAR and any(
            term.startswith(candidate.lean.triggers) for term in pool[j].content
        ):
            return j
    return None


def reading_order(chosen: Sequence[int], pool: Sequence[Candidate]) -> list[int]:
    """Order sentences as a text: by place, and what leans on the sentence before stands right after it."""
    carried = {
        i: j for i in chosen if (j := support(i, chosen, pool)) is not None and pool[j].place == pool[i].place - 1
    }
    heads = sorted((i for i in chosen if i not in carried), key=lambda i: (pool[i].place, pool[i].lean is not None, i))
    first = next((i for i in heads if pool[i].lean is None), None)
    if first is not None:
        heads = [first, *(i for i in heads if i != first)]
    return [i for head in heads for i in _with_followers(head, carried)]


def _with_followers(head: int, carried: dict[int, int]) -> list[int]:
    """A sentence, and after it those that lean on it, and on these."""
    found = [head]
    for i in sorted(i for i, j in carried.items() if j == head):
        found.extend(_with_followers(i, carried))
    return found
