"""Find where one article quotes somebody, and another states the same words of theirs without quotation marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.compare.alignment import said
from digest.compare.sameness import sameness
from digest.model import Article, Findings, QuoteGroup, Statement

CONTENT = 3  # words of content that a statement and a quotation must have


def with_stated(
    groups: Sequence[QuoteGroup], articles: Sequence[Article], findings: Sequence[Findings], names: Mapping[str, str]
) -> tuple[QuoteGroup, ...]:
    """Add to each utterance the statements of other articles that are the same words of the same speaker.

    `names` maps the people's names, in lower case, to the joined ones.
    """
    by_speaker: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        if group.speaker:
            by_speaker.setdefault(_name(group.speaker.name, names), []).append(number)
    languages = {article.id: article.language for article in articles}
    stated: dict[int, list[Statement]] = {}
    for found in findings:
        quoted = [quote.excerpt.span for quote in found.quotes]
        for statement in found.statements:
            span = statement.excerpt.span
            if any(span.start < other.end and other.start < span.end for other in quoted):
                continue  # part of it stands in quotation marks
            candidates = by_speaker.get(_name(statement.speaker.name, names), ())
            best = max(((_fits(statement, groups[n], languages), -n) for n in candidates), default=(0.0, 0))
            if best[0] > 0:
                stated.setdefault(-best[1], []).append(statement)
    return tuple(replace(group, stated=tuple(stated.get(n, ()))) for n, group in enumerate(groups))


def _name(name: str, names: Mapping[str, str]) -> str:
    return names.get(name.lower(), name)


def _fits(statement: Statement, group: QuoteGroup, languages: Mapping[str, str]) -> float:
    article_id = statement.excerpt.span.article_id
    language = languages.get(article_id, "en")
    if any(quote.excerpt.span.article_id == article_id for quote in group.quotes):
        return 0.0  # an article that quotes the words need not state them, too
    text = said((statement.excerpt,), language)
    if sum(text.content) < CONTENT:
        return 0.0
    quoted = [q.excerpt for q in group.quotes if languages.get(q.excerpt.span.article_id) == language]
    others = [other for other in (said((e,), language) for e in quoted) if sum(other.content) >= CONTENT]
    return max((sameness(text, other, known=True, apart=True, language=language) for other in others), default=0.0)
