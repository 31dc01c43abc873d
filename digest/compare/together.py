"""Put the agreements together that one sentence tells: they are one point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from digest.compare.contradicting import Contradictions
from digest.compare.sentences import Line
from digest.compare.tellers import choose_tellers
from digest.model import Agreement, Excerpt

APART = 2  # sentences by which two of one article that tell parts of a point are apart at most


def told_together(
    agreements: Sequence[Agreement],
    by_excerpt: Mapping[Excerpt, Line],
    contradictions: Contradictions,
    things: tuple[AbstractSet[str], AbstractSet[str]],
) -> Iterator[tuple[Sequence[Agreement], tuple[Line, ...]]]:
    """The points with the sentences that tell them: a point is what one sentence can tell.

    Where agreements hang together and no sentence tells all of them, those that the best one tells are a point, and
    the others may be another.
    """
    telling: set[Excerpt] = set()  # no sentence tells two points
    waiting = _joined(agreements, by_excerpt)
    while waiting:
        group = waiting.pop(0)
        members = dict.fromkeys(e for agreement in group for e in agreement.everywhere if e in by_excerpt)
        shared = tuple(dict.fromkeys(term for agreement in group for term in agreement.shared))
        parts = {e: [a for a in group if e in a.everywhere] for e in members}
        chosen = choose_tellers([by_excerpt[e] for e in members], shared, parts, contradictions, things)
        tellers = [line for line in chosen if line.excerpt not in telling]
        if not tellers:
            continue
        own = parts[tellers[0].excerpt]
        if len(own) < len(group):
            waiting[:0] = [own, *_joined([a for a in group if a not in own], by_excerpt)]
            continue
        tellers = [line for line in tellers if len(parts[line.excerpt]) == len(group)]
        telling |= {line.excerpt for line in tellers}
        yield group, tuple(tellers)


def _joined(agreements: Sequence[Agreement], by_excerpt: Mapping[Excerpt, Line]) -> list[list[Agreement]]:
    """Put agreements together that have a sentence in common: the others of each article tell it in two that are near.

    Two that only meet in a sentence, and of which another article tells the one here and the other there, stay two.
    """
    groups: list[list[Agreement]] = []
    for agreement in agreements:
        own = [g for g in groups if any(set(a.everywhere) & set(agreement.everywhere) for a in g)]
        own = [g for g in own if all(_is_near(agreement, a, by_excerpt) for a in g)]
        merged = [*(a for group in own for a in group), agreement]
        first = next((n for n, group in enumerate(groups) if group in own), len(groups))
        groups = [group for group in groups if group not in own]
        groups.insert(first, merged)
    return groups


def _is_near(one: Agreement, other: Agreement, by_excerpt: Mapping[Excerpt, Line]) -> bool:
    """Whether the same articles have both, each in one sentence or in sentences that are near one another."""
    first, second = ([by_excerpt[e] for e in a.everywhere if e in by_excerpt] for a in (one, other))
    same = {line.article for line in first} == {line.article for line in second}
    return same and all(abs(a.index - b.index) <= APART for a in first for b in second if a.article == b.article)
