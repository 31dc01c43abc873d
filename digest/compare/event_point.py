"""Put the event that a headline tells among a story's points, instead of those that tell it with more beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from digest.compare.headed import Headed, senses_in, tells_headline
from digest.language.telling import Telling
from digest.model import Article, KeyPoint, Report, Sources

MUCH = 0.28  # part of a sentence, by weight, that no other article has: then the headline tells the event better


def with_event(
    points: Sequence[KeyPoint], headed: Headed, articles: Sequence[Article], sources: Sources, telling: Telling
) -> list[KeyPoint]:
    """The points with the event that a headline tells, unless as many sources report one that tells it, too.

    One that fewer report, or that tells much beside it which no other article has, goes: it would tell the event again.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    event = _event(headed, articles, sources)

    def count(point: KeyPoint) -> int:
        return sources.count_independent({place[report.article_id] for report in point.reports})

    most = count(event)
    again = [p for p in points if tells_headline(headed, p.tellers, telling) or _rests_on(p, event)]
    if any(count(point) > most or (count(point) == most and not _is_alone(point, headed, telling)) for point in again):
        return list(points)
    return sorted((event, *(point for point in points if point not in again)), key=count, reverse=True)


def _rests_on(point: KeyPoint, event: KeyPoint) -> bool:
    """Whether all that other articles report of a point are sentences that tell the event."""
    others = {e for e in point.sentences if e.span.article_id != point.tellers[0].span.article_id}
    return others <= set(event.sentences)


def _event(headed: Headed, articles: Sequence[Article], sources: Sources) -> KeyPoint:
    """The event as a point, on which no article is silent; all that the headline tells is in common."""
    excerpts = [line.excerpt for line in headed.reports]
    told = {sources.origins[line.article] for line in headed.reports}
    return KeyPoint(
        tellers=(headed.teller.excerpt,),
        reports=tuple(
            Report(article_id=article, sentences=tuple(sentences))
            for article, sentences in groupby(excerpts, key=lambda excerpt: excerpt.span.article_id)
        ),
        shared=(),
        unheard=tuple(a.id for a, origin in zip(articles, sources.origins, strict=True) if origin not in told),
    )


def _is_alone(point: KeyPoint, headed: Headed, telling: Telling) -> bool:
    """Whether the sentence that tells a point has much that no other article's sentence has."""
    teller, language = point.tellers[0], headed.teller.language
    others = [e for e in point.sentences if e.span.article_id != teller.span.article_id]
    own = senses_in(teller.text, language)
    left = own.difference(*(senses_in(other.text, language) for other in others))
    return telling.weight(left) >= MUCH * telling.weight(own)
