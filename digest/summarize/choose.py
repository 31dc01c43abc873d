"""Choose the sentences of a summary, and put them in an order that reads as a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from digest.summarize.candidates import Candidate
from digest.summarize.context import reading_order, unresolved
from digest.summarize.nearness import Nearness
from digest.summarize.sameness import says_alike, says_same

EARLY = 0.15  # worth of standing first in an article, mean over the sentences
LEAD = 0.05  # worth of having an article's first sentence
FACTS = 0.15  # worth of having all facts, each weighed by its kind and by how many articles have it
KINDS = {"figure": 2.0, "person": 1.0, "organization": 0.5, "date": 0.5}
HANGING = 0.1  # cost of a sentence that leans on one that is missing
ALIKE = 0.02  # cost of two sentences that probably tell the same news, times how many could stand instead, squared
NAMELESS = 0.02  # cost of a person whose full name the summary lacks
POOL = 150  # candidates that are looked at closely
STARTS = 4  # first sentences that are tried
ROUNDS = 3  # times that every sentence may be exchanged for a better one


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be chosen from; `clashes` are pairs of candidates that say the same, `alike` those that may."""

    pool: Sequence[Candidate]
    nearness: Nearness
    limit: int
    usable: Sequence[int]
    clashes: frozenset[tuple[int, int]] = frozenset()
    alike: frozenset[tuple[int, int]] = frozenset()
    facts: Mapping[str, float] = field(default_factory=dict)


def choose(pool: Sequence[Candidate], nearness: Nearness, *, limit: int) -> list[int]:
    """Choose at most `limit` candidates that together stand for the story, no two saying the same; in reading order."""
    task = _task(pool, nearness, limit)
    first = sorted(task.usable, key=lambda i: (-round(_value([i], task), 9), i))[:STARTS]
    tries = [_exchange(_greedy(start, task), task) for start in first] if limit > 0 else []
    best = max(tries, key=lambda chosen: round(_value(chosen, task), 9), default=[])
    return reading_order(best, pool)


def _task(pool: Sequence[Candidate], nearness: Nearness, limit: int) -> _Task:
    usable = [i for i, candidate in enumerate(pool) if candidate.usable]
    facts = _weighed_facts(pool)
    bare = _Task(pool, nearness, limit, usable, facts=facts)
    usable = sorted(sorted(usable, key=lambda i: (-_value([i], bare), i))[:POOL])
    clashes = frozenset((i, j) for i, j in combinations(usable, 2) if says_same(pool[i], pool[j]))
    alike = frozenset((i, j) for i, j in combinations(usable, 2) if says_alike(pool[i], pool[j])) - clashes
    return _Task(pool, nearness, limit, usable, clashes, alike, facts)


def _weighed_facts(pool: Sequence[Candidate]) -> dict[str, float]:
    """Each fact's share of what is to be told."""
    holders: dict[str, set[int]] = {}
    for candidate in pool:
        for fact in sorted(candidate.facts):
            holders.setdefault(fact, set()).add(candidate.article)
    weights = {fact: KINDS[fact.partition(" ")[0]] * len(articles) ** 1.5 for fact, articles in holders.items()}
    total = sum(weights.values())
    return {fact: weight / total for fact, weight in weights.items()}


def _greedy(start: int, task: _Task) -> list[int]:
    """Add to a first sentence the one that makes the whole best, until there are enough."""
    chosen = [start]
    while len(chosen) < task.limit:
        free = [i for i in task.usable if _fits(i, chosen, task)]
        if not free:
            break
        chosen.append(max(free, key=lambda i: (round(_value([*chosen, i], task), 9), -i)))
    return chosen


def _exchange(chosen: list[int], task: _Task) -> list[int]:
    """Exchange or drop single sentences while that makes the whole better."""
    best = _value(chosen, task)
    for _ in range(ROUNDS):
        before = best
        for position in reversed(range(len(chosen))):
            rest = chosen[:position] + chosen[position + 1 :]
            tries = [[*rest[:position], i, *rest[position:]] for i in task.usable if _fits(i, rest, task)]
            if rest:
                tries.append(rest)
            for attempt in tries:
                if (value := _value(attempt, task)) > best + 1e-9:
                    best, chosen = value, attempt
            if len(chosen) == len(rest):
                break
        if best == before:
            break
    return chosen


def _fits(i: int, chosen: Sequence[int], task: _Task) -> bool:
    return all(i != j and (min(i, j), max(i, j)) not in task.clashes for j in chosen)


def _value(chosen: Sequence[int], task: _Task) -> float:
    """The worth of a choice: near to all articles, early, full of facts, and understandable on its own."""
    pool = task.pool
    hanging, nameless = unresolved(chosen, pool)
    twice = sum((min(i, j), max(i, j)) in task.alike for i, j in combinations(chosen, 2))
    told = sorted({fact for i in chosen for fact in pool[i].facts})
    return (
        task.nearness.of(chosen)
        + FACTS * sum(task.facts[fact] for fact in told)
        + EARLY * sum(1 / (1 + pool[i].place) for i in chosen) / max(1, len(chosen))
        + LEAD * any(pool[i].place == 0 for i in chosen)
        - ALIKE * (task.limit - 1) ** 2 * twice
        - HANGING * hanging
        - NAMELESS * nameless
    )
