"""Find which chosen sentences hang in the air: they lean on something that the summary does not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.summarize.candidates import Candidate

FAR = 8  # sentences after which "the meeting" no longer points at the meeting of the opening


def carries(leaning: Candidate, candidates: Sequence[Candidate]) -> list[bool]:
    """By candidate: whether one may lean on it: it stands right before, or introduces what is pointed at."""
    lean = leaning.lean
    if lean is None:
        return [False] * len(candidates)
    return [
        other.article == leaning.article
        and leaning.place - FAR <= other.place < leaning.place
        and (other.place == leaning.place - 1 or any(term.startswith(lean.triggers) for term in other.content))
        for other in candidates
    ]


def names_before(name: str, place: int, candidates: Sequence[Candidate]) -> list[bool]:
    """By candidate: whether it names somebody in full and does not stand later in its article than `place`."""
    return [name in other.full and other.place <= place for other in candidates]


def support(i: int, chosen: Iterable[int], pool: Sequence[Candidate]) -> int | None:
    """The chosen sentence that a leaning one leans on: the one before it, or one that introduces what it points at."""
    picked = [*chosen]
    carriers = [j for j, carried in zip(picked, carries(pool[i], [pool[j] for j in picked]), strict=True) if carried]
    return max(carriers, key=lambda j: pool[j].place, default=None)


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
