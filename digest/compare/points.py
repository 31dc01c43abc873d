"""Make key points of agreements: what rests on the same sentences is one point, told by its best sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.compare.hanging import hangs, is_speech
from digest.compare.sentences import Line
from digest.language.terms import stem, words
from digest.model import Agreement, Article, Excerpt, KeyPoint, Report, Sources

LONG = 45  # words from which a sentence tells more than a point
MARKS = '“"«„'


def key_points(
    agreements: Sequence[Agreement], articles: Sequence[Article], lines: Sequence[Line], sources: Sources
) -> tuple[KeyPoint, ...]:
    """List the points, the one with the most independent sources first, then what the articles tell first.

    What somebody said in so many words comes after what happened.

    A point of which no sentence can be understood by itself is none, and neither are words that several articles
    quote, where none says who spoke.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    by_excerpt = {line.excerpt: line for line in lines}
    found = []
    for order, group in enumerate(_joined(agreements)):
        members = sorted(
            {excerpt for agreement in group for excerpt in agreement.everywhere},
            key=lambda e: (place[e.span.article_id], e.span.start),
        )
        shared = tuple(dict.fromkeys(term for agreement in group for term in agreement.shared))
        reporting = [by_excerpt[e] for e in members if e in by_excerpt]
        tellers = _tellers(reporting, shared)
        if tellers:
            support = sources.count_independent({place[e.span.article_id] for e in members})
            early = sum(line.place for line in reporting) / len(reporting)
            point = KeyPoint(tellers=tellers, reports=_reports(members, place), shared=_plain(shared))
            found.append(
                (-support, any(is_speech(line.excerpt.text) for line in reporting), round(early, 6), order, point)
            )
    return tuple(point for *_, point in sorted(found, key=lambda f: f[:4]))


def _joined(agreements: Sequence[Agreement]) -> list[list[Agreement]]:
    """Put agreements together that have a sentence in common."""
    groups: list[list[Agreement]] = []
    for agreement in agreements:
        own = [g for g in groups if any(set(a.everywhere) & set(agreement.everywhere) for a in g)]
        merged = [*(a for group in own for a in group), agreement]
        first = next((n for n, group in enumerate(groups) if group in own), len(groups))
        groups = [group for group in groups if group not in own]
        groups.insert(first, merged)
    return groups


def _tellers(lines: Sequence[Line], shared: Sequence[str]) -> tuple[Excerpt, ...]:
    """The sentences that tell a point by themselves, the best first: all that they share, with little else.

    Where somebody's words are repeated, a sentence without quotation marks may be those words, too; then only one
    tells the point that says who spoke.
    """
    quoted = any(is_speech(line.excerpt.text) for line in lines)
    common = {stem(word.text, language=line.language) for line in lines for term in shared for word in words(term)}
    able = [line for line in lines if not hangs(line.excerpt.text, language=line.language)]
    able = [line for line in able if not quoted or any(mark in line.excerpt.text for mark in MARKS)]
    return tuple(line.excerpt for line in sorted(able, key=lambda line: _rank(line, common)))


def _rank(line: Line, common: set[str]) -> tuple[bool, bool, float, int, int]:
    held = 2 * len(common & set(line.stems)) / (len(common) + len(set(line.stems)) or 1)
    long = sum(1 for _ in words(line.excerpt.text)) > LONG
    return long, not line.alone, -round(held, 6), line.place, line.article


def _reports(members: Sequence[Excerpt], place: Mapping[str, int]) -> tuple[Report, ...]:
    by_article: dict[str, list[Excerpt]] = {}
    for excerpt in members:
        by_article.setdefault(excerpt.span.article_id, []).append(excerpt)
    return tuple(
        Report(article_id=article, sentences=tuple(by_article[article]))
        for article in sorted(by_article, key=place.__getitem__)
    )


def _plain(shared: Sequence[str]) -> tuple[str, ...]:
    """The words in common, without those that stand in longer ones."""
    low = [f" {' '.join(term.lower().split())} " for term in shared]
    return tuple(
        term for n, term in enumerate(shared) if not any(low[n] in other for k, other in enumerate(low) if k != n)
    )
