"""Make key points of agreements: what rests on the same sentences is one point, told by its best sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.compare.contradicting import Contradictions
from digest.compare.sentences import Line
from digest.compare.support import Support, texts_of
from digest.compare.tellers import choose_tellers
from digest.language.hanging import is_speech
from digest.language.telling import Telling
from digest.model import Agreement, Article, Excerpt, FigureRow, KeyPoint, Report, Sources

LEAST = 2  # independent sources of a point
APART = 2  # sentences by which two of one article that tell parts of a point are apart at most


class Known(NamedTuple):
    """What else is known of a story: which words tell something in it, and which of its figures differ."""

    telling: Telling
    figures: Sequence[FigureRow] = ()


def key_points(
    agreements: Sequence[Agreement],
    articles: Sequence[Article],
    lines: Sequence[Line],
    sources: Sources,
    known: Known,
) -> tuple[KeyPoint, ...]:
    """List the points, the one with the most independent sources first, then what the articles tell first.

    What somebody said in so many words comes after what happened.

    A point of which no sentence can be understood by itself is none, and neither are words that several articles
    quote, where none says who spoke. A sentence whose number contradicts that of the one that tells the point does
    not report it; where too few are left, there is no point.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    by_excerpt = {line.excerpt: line for line in lines}
    contradictions = Contradictions(known.figures, articles)
    texts = texts_of(articles, lines)
    found = []
    for order, (group, tellers) in enumerate(_told(agreements, by_excerpt, contradictions)):
        own = {e: by_excerpt[e] for agreement in group for e in agreement.everywhere if e in by_excerpt}
        kept = [line for line in own.values() if not contradictions.between(line, tellers[0])]
        if sources.count_independent({line.article for line in kept}) < LEAST:
            continue
        support = Support(kept, tellers[0], contradictions, known.telling)
        reported = {line.article for line in kept}
        silent = [texts[article.id] for number, article in enumerate(articles) if number not in reported]
        more = [line for line in map(support.report, silent) if line is not None]
        reporting = sorted((*kept, *more), key=lambda line: (line.article, line.excerpt.span.start))
        reported |= {line.article for line in more}
        told = {sources.origins[number] for number in reported}  # nor is a copy of a text asked again
        silent = [
            texts[article.id] for article, home in zip(articles, sources.origins, strict=True) if home not in told
        ]
        near = [line.excerpt for line in map(support.near, silent) if line is not None]
        shared = tuple(dict.fromkeys(term for agreement in group for term in agreement.shared))
        early = sum(line.place for line in reporting) / len(reporting)
        point = KeyPoint(
            tellers=tuple(line.excerpt for line in tellers),
            reports=_reports([line.excerpt for line in reporting], place),
            shared=_plain(shared),
            near=tuple(near),
        )
        speech = any(is_speech(line.excerpt.text) for line in reporting)
        found.append((-sources.count_independent(reported), speech, round(early, 6), order, point))
    return tuple(point for *_, point in sorted(found, key=lambda f: f[:4]))


def _told(
    agreements: Sequence[Agreement], by_excerpt: Mapping[Excerpt, Line], contradictions: Contradictions
) -> Iterator[tuple[Sequence[Agreement], tuple[Line, ...]]]:
    """The points with the sentences that tell them: a point is what one sentence can tell.

    Where agreements hang together and no sentence tells all of them, those that the best one tells are a point, and
    what has no sentence in common with it may be another.
    """
    telling: set[Excerpt] = set()  # no sentence tells two points
    waiting = _joined(agreements, by_excerpt)
    while waiting:
        group = waiting.pop(0)
        members = dict.fromkeys(e for agreement in group for e in agreement.everywhere if e in by_excerpt)
        shared = tuple(dict.fromkeys(term for agreement in group for term in agreement.shared))
        parts = {e: [a for a in group if e in a.everywhere] for e in members}
        chosen = choose_tellers([by_excerpt[e] for e in members], shared, parts, contradictions)
        tellers = [line for line in chosen if line.excerpt not in telling]
        if not tellers:
            continue
        own = parts[tellers[0].excerpt]
        if len(own) < len(group):
            used = {e for agreement in own for e in agreement.everywhere}
            free = [a for a in group if not used & set(a.everywhere)]
            waiting[:0] = [own, *_joined(free, by_excerpt)]
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
