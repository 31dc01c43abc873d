"""Put the cuts of one utterance side by side, however each article trimmed or translated it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.compare.people import known_names
from digest.compare.sentences import Line
from digest.language.background import rarity
from digest.language.terms import content_stems
from digest.model import Article, Findings, Quote, QuoteGroup, QuoteKind, StoryPerson

SHARED = 0.6  # share of the shorter cut's content (by rarity) that the longer one has as well
RARE = 5.0  # nats from which one shared word may speak for two aligned sentences
KINDS = {QuoteKind.FULL: 0, QuoteKind.PARTIAL: 1, QuoteKind.TERM: 2}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A quotation with its article's place in the story, its speaker's joined name, its stems, and its surroundings."""

    order: int
    quote: Quote
    speaker: str | None
    stems: frozenset[str]
    around: frozenset[str | tuple[str, str]]


def compare_quotes(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    people: Sequence[StoryPerson],
    lines: Sequence[Line],
) -> tuple[QuoteGroup, ...]:
    """Group the quotations to be shown by utterance; those that most articles print stand first, lone terms last."""
    seen = _collect(articles, findings, people, lines)
    groups: list[list[_Seen]] = []
    for one in seen:
        home = next((g for g in groups if any(_same(one, other) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    ranks = {person.name: rank for rank, person in enumerate(people)}
    ranked = sorted(groups, key=lambda g: _importance(g, ranks))
    return tuple(_group(g) for g in ranked)


def _collect(
    articles: Sequence[Article], findings: Sequence[Findings], people: Sequence[StoryPerson], lines: Sequence[Line]
) -> list[_Seen]:
    names = known_names(people)
    by_id = {found.article_id: found for found in findings}
    at = {(line.article, line.index): line for line in lines}
    seen = []
    for order, article in enumerate(articles):
        found = by_id.get(article.id)
        for quote in found.quotes if found else ():
            if quote.show:
                around: set[str | tuple[str, str]] = set()
                for index in (quote.sentence - 1, quote.sentence):
                    if (order, index) in at:
                        around.update(at[order, index].figures)
                speaker = names.get(quote.speaker.name.lower(), quote.speaker.name) if quote.speaker else None
                stems = frozenset(content_stems(quote.excerpt.text, language=article.language))
                seen.append(_Seen(order, quote, speaker, stems, frozenset(around)))
    return sorted(seen, key=lambda s: (-len(s.stems), s.order, s.quote.excerpt.span.start))


def _same(one: _Seen, other: _Seen) -> bool:
    """Whether two cuts are of one utterance."""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    shared = one.stems & other.stems
    if not shared:
        return False
    weight = sum(rarity(term) for term in sorted(shared))
    smaller = min(sum(rarity(term) for term in sorted(s.stems)) for s in (one, other))
    known = bool(one.speaker and other.speaker)
    if len(shared) >= (2 if known else 4) and weight / smaller >= (SHARED if known else 0.8):
        return True
    if known and one.order == other.order and one.stems == other.stems:
        return True
    return (
        known
        and one.order != other.order
        and max(rarity(term) for term in shared) >= RARE
        and bool(one.around & other.around)
    )


def _group(members: Sequence[_Seen]) -> QuoteGroup:
    ordered = sorted(members, key=_fullest)
    speaker = next((s.quote.speaker for s in ordered if s.quote.speaker), None)
    return QuoteGroup(quotes=tuple(s.quote for s in ordered), speaker=speaker)


def _fullest(seen: _Seen) -> tuple[int, int, int, int]:
    excerpt = seen.quote.excerpt
    return (KINDS[seen.quote.kind], -len(excerpt.text), seen.order, excerpt.span.start)


def _importance(group: Sequence[_Seen], ranks: Mapping[str, int]) -> tuple[int, int, int, int, int]:
    best = min(group, key=_fullest)
    term = best.quote.kind is QuoteKind.TERM
    rank = min((ranks.get(s.speaker, len(ranks)) for s in group if s.speaker), default=len(ranks) + 1)
    articles = len({s.order for s in group})
    return (int(term), -articles, KINDS[best.quote.kind], rank, best.quote.sentence * 1000 + best.order)
