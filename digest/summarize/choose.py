"""Choose the sentences of a summary, and put them in an order that reads as a text."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np

from digest.language.background import rarity
from digest.language.terms import content_stems
from digest.summarize.candidates import Candidate
from digest.summarize.context import reading_order
from digest.summarize.following import follower
from digest.summarize.sameness import Likeness, say_alike, say_same, too_near
from digest.summarize.sets import Flags, Values
from digest.summarize.targets import Targets
from digest.summarize.worth import KINDS, Company, Worth

NEAR = 0.35  # cosine from which a sentence of another article supports one
POOL = 150  # candidates that are looked at closely
STARTS = 4  # first sentences that are tried
LEAST = 3  # sentences that a summary keeps that may have so many, as long as no two tell the same news
ROUNDS = 3  # times that every sentence may be exchanged for a better one


class Wishes(NamedTuple):
    """What a choice must heed: pairs to be kept `apart`, what to `avoid` while there is enough else, what to `keep`."""

    apart: AbstractSet[tuple[int, int]] = frozenset()
    avoid: AbstractSet[int] = frozenset()
    keep: Sequence[int] = ()


NO_WISHES = Wishes()


def choose(
    pool: Sequence[Candidate], targets: Targets, *, limit: int, headline: str = "", wishes: Wishes = NO_WISHES
) -> list[int]:
    """Choose at most `limit` candidates that together stand for the story, no two saying the same; in reading order.

    One that tells what the `headline` says is preferred. Where some are to be kept, the others are chosen to them.
    """
    usable = [i for i, candidate in enumerate(pool) if candidate.usable]
    if limit < 1 or not usable:
        return []
    every = usable
    usable = [i for i in usable if _stands(pool[i])] or usable  # "He …", "But …" at last
    others = [i for i in usable if i not in wishes.avoid]
    usable = others if len(others) >= min(limit, LEAST) else usable
    facts = _weighed_facts(pool)
    usable = _best(usable, pool, targets, facts)
    candidates = [pool[i] for i in usable]
    like = Likeness(candidates)
    same = too_near(like)
    np.fill_diagonal(same, True)
    at = {i: place for place, i in enumerate(usable)}
    for i, j in wishes.apart:
        if i in at and j in at:
            same[at[i], at[j]] = same[at[j], at[i]] = True
    told = _borne_out(headline, candidates)
    company = Company(say_alike(like) & ~same, _support(like, candidates), told)
    worth = Worth(candidates, targets, facts=facts, company=company, limit=limit)
    alone = worth.with_each([]).tolist()
    if wishes.keep:
        filled = _filled([at[i] for i in wishes.keep if i in at], worth, same, limit)
        worths = {usable[i]: round(alone[i], 9) for i in filled}
        return reading_order(sorted(worths), pool, worths, headline)
    first = sorted(range(len(candidates)), key=lambda i: (-round(alone[i], 9), i))[:STARTS]
    begun = _greedy([[i] for i in first], worth, same, limit)
    worth.know([*begun, *(rest for chosen in begun for rest in _rests(chosen))])
    spare = company.alike if limit == LEAST else np.full_like(company.alike, limit < LEAST)
    tries = [_exchange(chosen, worth, same, spare) for chosen in begun]
    best = max(tries, key=lambda chosen: round(worth.of(chosen), 9))
    worths = {usable[i]: round(alone[i], 9) for i in best}
    while len(worths) < min(limit, LEAST) and (more := follower([*worths], every, pool, wishes.apart)) is not None:
        worths[more] = 0.0
    return reading_order(sorted(worths), pool, worths, headline)


def _stands(candidate: Candidate) -> bool:
    """Whether a sentence can be understood without the very one before it, and is no plan that is overtaken."""
    return (candidate.lean is None or bool(candidate.lean.triggers)) and not candidate.overtaken


def _best(usable: Sequence[int], pool: Sequence[Candidate], targets: Targets, facts: dict[str, float]) -> list[int]:
    """The candidates that are worth most by themselves, in order."""
    if len(usable) <= POOL:
        return list(usable)
    worths: list[tuple[float, int]] = []
    for at in range(0, len(usable), POOL):
        part = usable[at : at + POOL]
        alone = Worth([pool[i] for i in part], targets, facts=facts, limit=1).with_each([])
        worths.extend((-round(value, 9), i) for value, i in zip(alone.tolist(), part, strict=True))
    return sorted(i for _, i in sorted(worths)[:POOL])


def _support(like: Likeness, candidates: Sequence[Candidate]) -> Values:
    """By candidate: the share of the other articles that have a sentence near to it."""
    articles = np.array([candidate.article for candidate in candidates], dtype=np.intp)
    near = (like.cosine >= NEAR) | say_same(like)
    others = sorted(set(articles.tolist()))
    held = np.array([near[:, articles == article].any(axis=1) & (articles != article) for article in others])
    return np.asarray(held.sum(axis=0) / max(1, len(others) - 1), dtype=np.float64)


def _borne_out(headline: str, candidates: Sequence[Candidate]) -> Values:
    """By candidate: how much it has of what the headline says, by rarity."""
    parts: dict[str, dict[str, float]] = {}
    for language in dict.fromkeys(candidate.language for candidate in candidates):
        weights = {t: max(0.0, rarity(t, language=language)) for t in content_stems(headline, language=language)}
        whole = sum(weights.values())
        parts[language] = {term: weight / whole for term, weight in weights.items()} if whole else {}
    told = [parts[c.language].keys() & set(c.content) if parts[c.language] else () for c in candidates]
    return np.array([sum(parts[c.language][t] for t in sorted(has)) for c, has in zip(candidates, told, strict=True)])


def _weighed_facts(pool: Sequence[Candidate]) -> dict[str, float]:
    """Each fact's share of what is to be told."""
    holders: dict[str, set[int]] = {}
    for candidate in pool:
        for fact in sorted(candidate.facts):
            holders.setdefault(fact, set()).add(candidate.article)
    weights = {fact: KINDS[fact.partition(" ")[0]] * len(articles) ** 1.5 for fact, articles in holders.items()}
    total = sum(weights.values())
    return {fact: weight / total for fact, weight in weights.items()}


def _greedy(starts: Sequence[list[int]], worth: Worth, same: Flags, limit: int) -> list[list[int]]:
    """Add to each start the sentence that makes the whole best, until there are enough; each choice once."""
    grown = list(starts)
    for _ in range(limit - 1):
        worth.know(grown)
        grown = [[*chosen, *_best_other(chosen, worth, same)] for chosen in grown]
    return [list(chosen) for chosen in dict.fromkeys(map(tuple, grown))]


def _filled(kept: Sequence[int], worth: Worth, same: Flags, limit: int) -> list[int]:
    """Add to what is kept what makes the whole better, and at least so much that a summary has LEAST sentences."""
    chosen = [*kept]
    while len(chosen) < limit and (other := _best_other(chosen, worth, same)):
        if len(chosen) >= LEAST and worth.of([*chosen, *other]) <= worth.of(chosen):
            break
        chosen += other
    return chosen


def _best_other(chosen: Sequence[int], worth: Worth, same: Flags) -> list[int]:
    """The sentence that makes a choice best and says nothing that is in it, if there is one."""
    values = np.where(same[chosen].any(axis=0), -np.inf, np.round(worth.with_each(chosen), 9))
    best = int(values.argmax())
    return [best] if values[best] > -np.inf else []


def _exchange(start: Sequence[int], worth: Worth, same: Flags, spare: Flags) -> list[int]:
    """Exchange or drop single sentences while that makes the whole better.

    No fewer than LEAST are left, but of a pair of `spare` ones one may always go.
    """
    chosen = list(start)
    best = worth.of(chosen)
    for _ in range(ROUNDS):
        before = best
        for position in reversed(range(len(chosen))):
            rest = chosen[:position] + chosen[position + 1 :]
            values = worth.with_each(rest)
            if rest:
                values = np.where(same[rest].any(axis=0), -np.inf, values)
            other = int(values.argmax())
            if values[other] > best + 1e-9:
                best, chosen = float(values[other]), [*rest[:position], other, *rest[position:]]
                worth.know(_rests(chosen))
            droppable = len(rest) >= LEAST or spare[chosen[position], rest].any()
            if droppable and (value := worth.of(rest)) > best + 1e-9:
                best, chosen = value, rest
                break
        if best == before:
            break
    return chosen


def _rests(chosen: Sequence[int]) -> list[list[int]]:
    """What is left of a choice without its first sentence, or its second, and so on."""
    return [[*chosen[:i], *chosen[i + 1 :]] for i in range(len(chosen))]
