"""Make key points of agreements: what rests on the same sentences is one point, told by its best sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digest.compare.sentences import Line
from digest.compare.support import further_reports, texts_of
from digest.language.asides import without_asides
from digest.language.hanging import hangs, is_speech
from digest.language.quoting import MARKS, is_unmarked_speech, quoted_runs
from digest.language.telling import Telling, reporting_stems
from digest.language.terms import content_stems, stem, words
from digest.model import Agreement, Article, Excerpt, KeyPoint, Report, Sources

LONG = 45  # words from which a sentence tells more than a point
MAIN = 0.4  # of what is in common, names aside, that a sentence tells in its main clauses
LEAST = 0.22  # of what a sentence tells, from 0 to 1, that is the point: less is another story


def key_points(
    agreements: Sequence[Agreement],
    articles: Sequence[Article],
    lines: Sequence[Line],
    sources: Sources,
    telling: Telling,
) -> tuple[KeyPoint, ...]:
    """List the points, the one with the most independent sources first, then what the articles tell first.

    What somebody said in so many words comes after what happened.

    A point of which no sentence can be understood by itself is none, and neither are words that several articles
    quote, where none says who spoke.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    by_excerpt = {line.excerpt: line for line in lines}
    found = []
    told = list(_told(agreements, by_excerpt))
    taken = {excerpt for group, _ in told for agreement in group for excerpt in agreement.everywhere}
    texts = texts_of(articles, lines)
    for order, (group, tellers) in enumerate(told):
        own = {excerpt for agreement in group for excerpt in agreement.everywhere}
        silent = place.keys() - {excerpt.span.article_id for excerpt in own}
        free = [[line for line in texts[name] if line.excerpt not in taken] for name in sorted(silent)]
        more = {
            line.excerpt for line in further_reports([by_excerpt[e] for e in own if e in by_excerpt], free, telling)
        }
        taken |= more
        members = sorted(own | more, key=lambda e: (place[e.span.article_id], e.span.start))
        shared = tuple(dict.fromkeys(term for agreement in group for term in agreement.shared))
        reporting = [by_excerpt[e] for e in members if e in by_excerpt]
        support = sources.count_independent({place[e.span.article_id] for e in members})
        early = sum(line.place for line in reporting) / len(reporting)
        point = KeyPoint(tellers=tellers, reports=_reports(members, place), shared=_plain(shared))
        speech = any(is_speech(line.excerpt.text) for line in reporting)
        found.append((-support, speech, round(early, 6), order, point))
    return tuple(point for *_, point in sorted(found, key=lambda f: f[:4]))


def _told(
    agreements: Sequence[Agreement], by_excerpt: Mapping[Excerpt, Line]
) -> Iterator[tuple[Sequence[Agreement], tuple[Excerpt, ...]]]:
    """The points with the sentences that tell them: a point is what one sentence can tell.

    Where agreements hang together and no sentence tells all of them, those that the best one tells are a point, and
    what has no sentence in common with it may be another.
    """
    waiting = _joined(agreements)
    while waiting:
        group = waiting.pop(0)
        members = dict.fromkeys(e for agreement in group for e in agreement.everywhere if e in by_excerpt)
        shared = tuple(dict.fromkeys(term for agreement in group for term in agreement.shared))
        parts = {e: [a for a in group if e in a.everywhere] for e in members}
        tellers = _tellers([by_excerpt[e] for e in members], shared, parts)
        if not tellers:
            continue
        own = parts[tellers[0]]
        if len(own) < len(group):
            used = {e for agreement in own for e in agreement.everywhere}
            waiting[:0] = [own, *_joined([a for a in group if not used & set(a.everywhere)])]
            continue
        yield group, tuple(e for e in tellers if len(parts[e]) == len(group))


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


def _tellers(
    lines: Sequence[Line], shared: Sequence[str], parts: Mapping[Excerpt, Sequence[Agreement]]
) -> tuple[Excerpt, ...]:
    """The sentences that tell a point by themselves, the best first: all that they share, with little else.

    Where somebody's words are repeated, a sentence without quotation marks may be those words, too; then only one
    tells the point that says who spoke.
    """
    quoted = any(is_speech(line.excerpt.text) for line in lines)
    spoken = quoted_runs(line.excerpt.text for line in lines)
    common = {stem(word.text, language=line.language) for line in lines for term in shared for word in words(term)}
    able = [line for line in lines if not hangs(line.excerpt.text, language=line.language)]
    able = [line for line in able if not quoted or any(mark in line.excerpt.text for mark in MARKS)]
    able = [line for line in able if not is_unmarked_speech(line.excerpt.text, spoken)]
    able = [line for line in able if _held(line, common) >= LEAST and _is_its_point(line, common)]
    ranked = sorted(able, key=lambda line: (-len(parts[line.excerpt]), *_rank(line, common)))
    return tuple(line.excerpt for line in ranked)


def _rank(line: Line, common: set[str]) -> tuple[bool, bool, float, int, int]:
    long = sum(1 for _ in words(line.excerpt.text)) > LONG
    return long, not line.alone, -_held(line, common), line.place, line.article


def _held(line: Line, common: set[str]) -> float:
    """How far a sentence tells what is in common and nothing else, from 0 to 1."""
    own = set(line.stems)
    return round(2 * len(common & own) / (len(common) + len(own) or 1), 6)


def _is_its_point(line: Line, common: set[str]) -> bool:
    """Whether a sentence tells what is in common, and not beside it: "He stays, although he apologized"."""
    text = line.excerpt.text
    told = {stem(word.text, language=line.language) for word in words(text) if not word.text[0].isupper()} & common
    told -= reporting_stems(line.language)
    main = content_stems(without_asides(text, language=line.language), language=line.language)
    return len(told.intersection(main)) >= MAIN * len(told)


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
