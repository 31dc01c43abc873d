"""Put the cuts of one utterance side by side, however each article trimmed or translated it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from digest.compare.alignment import Said, said
from digest.compare.people import known_names
from digest.compare.printings import compare_printings
from digest.compare.sameness import sameness
from digest.compare.sentences import Line
from digest.compare.stated import with_stated
from digest.language import subject
from digest.language.background import rarity
from digest.model import (
    CERTAIN,
    Article,
    Excerpt,
    Findings,
    Quote,
    QuoteGroup,
    QuoteKind,
    Sources,
    SpeakerKind,
    StoryPerson,
)

RARE = 5.0  # nats from which one shared word may speak for two aligned sentences
ALIGNED = 0.25  # how surely two quotations are one where only such a word and their sentences' figures say so
SOMEBODY = 0.5  # how surely words stand for a speaker who is another than one with a name
# Words, or those of content, that may be a cut though their speaker is not sure: not “act of God”.
WORDS, TELLING = 4, 3
LONG = 10  # words that nobody else says in the same order
KINDS = {QuoteKind.FULL: 0, QuoteKind.PARTIAL: 1, QuoteKind.TERM: 2}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A quotation with its article's place in the story, its speaker's joined name and its words.

    `around` holds the figures of its sentence and of the one before.
    """

    order: int
    quote: Quote
    speaker: str | None
    text: Said
    around: frozenset[str | tuple[str, str]]
    language: str = "en"


def compare_quotes(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    people: Sequence[StoryPerson],
    lines: Sequence[Line],
    sources: Sources,
) -> tuple[QuoteGroup, ...]:
    """Group the quotations to be shown by utterance; those that most sources print stand first, lone terms last."""
    seen = _collect(articles, findings, people, lines)
    common = _common([line for line in lines if line.article in sources.fullest], len(sources.fullest))
    groups: list[list[_Seen]] = []
    homes: dict[object, int] = {}
    holding: dict[object, set[int]] = {}  # the groups by what they hold: most have nothing in common with a quotation
    for one in seen:
        same = (one.text.forms, one.text.gaps, one.speaker, one.language)
        if one.speaker and same in homes:
            groups[homes[same]].append(one)
            continue
        things = (*one.text.telling, *one.around)
        near = set[int]().union(*(holding.get(thing, ()) for thing in things))
        fits = {n: max(_sameness(one, other, common) for other in _different(groups[n], one)) for n in sorted(near)}
        home = max(fits, key=lambda n: (fits[n], -n), default=None)
        if home is None or not fits[home]:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        homes[same] = home
        for thing in things:
            holding.setdefault(thing, set()).add(home)
    ranks = {person.name: rank for rank, person in enumerate(people)}
    ranked = sorted(groups, key=lambda g: _importance(g, ranks, sources))
    places = {article.id: number for number, article in enumerate(articles)}
    by_id = {article.id: article for article in articles}
    by_speaker: dict[str | None, list[Excerpt]] = {}
    for one in seen:
        by_speaker.setdefault(one.speaker, []).append(one.quote.excerpt)
    return with_stated([_group(g, places, by_id, by_speaker) for g in ranked], articles, findings, known_names(people))


def _different(group: Sequence[_Seen], one: _Seen) -> Iterable[_Seen]:
    """The members of a group without those that are the same for the comparison with one quotation."""
    return {(s.text.forms, s.speaker, s.around, s.order == one.order): s for s in group}.values()


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
                text = said((quote.excerpt,), article.language)
                seen.append(_Seen(order, quote, speaker, text, frozenset(around), article.language))
    return sorted(seen, key=lambda s: (-len(s.text.stems), s.order, s.quote.excerpt.span.start))


def _common(lines: Sequence[Line], articles: int) -> frozenset[str]:
    """The words of so many sentences of a story that having them in common says nothing of two quotations."""
    counts = Counter(chain.from_iterable([set(line.stems) for line in lines]))
    return frozenset(term for term, times in counts.items() if times > 2 * articles)


def _sameness(one: _Seen, other: _Seen, common: frozenset[str]) -> float:
    """How surely two cuts are of one utterance: 0 where they are not, else the share of words in common (up to 1)."""
    if one.language != other.language or _are_two(one, other):
        return 0.0
    sure = min(one.quote.confidence, other.quote.confidence) >= CERTAIN or (_says_enough(one) and _says_enough(other))
    known, apart = sure and bool(one.speaker) and one.speaker == other.speaker, one.order != other.order
    found = sameness(one.text, other.text, known=known, apart=apart, language=one.language)
    if found or not (known and apart and one.around & other.around):
        return found
    shared = set(one.text.stems) & set(other.text.stems) - common
    return ALIGNED if any(rarity(term, language=one.language) >= RARE for term in sorted(shared)) else 0.0


def _says_enough(one: _Seen) -> bool:
    return len(one.text.forms) >= WORDS or sum(one.text.content) >= TELLING


def _are_two(one: _Seen, other: _Seen) -> bool:
    """Whether two are said by two: others than "Port Sand Police" and "a spokesman for Port Sand police"."""
    if not one.speaker or not other.speaker or one.speaker == other.speaker:
        return False
    if _may_be_anybody(one) or _may_be_anybody(other) or _are_one_text(one, other):
        return False
    kinds = {seen.quote.speaker.kind: (seen.speaker or "").lower() for seen in (one, other) if seen.quote.speaker}
    body = kinds.get(SpeakerKind.ORGANIZATION)
    return body is None or body not in kinds.get(SpeakerKind.DESCRIPTION, "")


def _are_one_text(one: _Seen, other: _Seen) -> bool:
    """Whether two articles print so much word for word that "the report read" and "Ida Holm said" mean one source."""
    people = all(seen.quote.speaker and seen.quote.speaker.kind is SpeakerKind.PERSON for seen in (one, other))
    return (
        not people and one.order != other.order and len(one.text.forms) >= LONG and one.text.forms == other.text.forms
    )


def _may_be_anybody(one: _Seen) -> bool:
    """Whether the words that stand for a speaker do not say who it is: "His response: …", but not "a guard"."""
    speaker = one.quote.speaker
    if speaker is None or speaker.kind is not SpeakerKind.DESCRIPTION or one.quote.confidence >= SOMEBODY:
        return False
    owners = subject(one.language, "summarize")["leaning"].get("inside", {}).get("owners", ())
    return speaker.mention.text.partition(" ")[0].lower() in owners


def _group(
    members: Sequence[_Seen],
    places: Mapping[str, int],
    articles: Mapping[str, Article],
    by_speaker: Mapping[str | None, Sequence[Excerpt]],
) -> QuoteGroup:
    ordered = sorted(members, key=_fullest)
    said = min((s for s in ordered if s.quote.speaker), key=_is_doubtful, default=None)
    speaker = said.quote.speaker if said else None
    if said and speaker and said.speaker and speaker.kind is SpeakerKind.PERSON:
        speaker = replace(speaker, name=said.speaker)  # one name for "Ann B. Ito" and "Ann Ito"
    quotes = tuple(s.quote for s in ordered)
    own = {quote.excerpt for quote in quotes}
    others = [e for e in by_speaker.get(said.speaker, ()) if e not in own] if said else []
    printings = compare_printings(quotes, places, members[0].language, articles, others)
    return QuoteGroup(quotes=quotes, speaker=speaker, printings=printings)


def _is_doubtful(seen: _Seen) -> tuple[bool, bool]:
    """Whether a speaker is not certain, and whether he has no name: the police say it rather than their spokesman."""
    described = seen.quote.speaker is not None and seen.quote.speaker.kind is SpeakerKind.DESCRIPTION
    return seen.quote.confidence < CERTAIN, described


def _fullest(seen: _Seen) -> tuple[int, int, int, int]:
    excerpt = seen.quote.excerpt
    return (KINDS[seen.quote.kind], -len(excerpt.text), seen.order, excerpt.span.start)


def _importance(group: Sequence[_Seen], ranks: Mapping[str, int], sources: Sources) -> tuple[int, ...]:
    best = min(group, key=_fullest)
    term = best.quote.kind is QuoteKind.TERM
    rank = min((ranks.get(s.speaker, len(ranks)) for s in group if s.speaker), default=len(ranks) + 1)
    number = sources.count_independent({s.order for s in group})
    return (int(term), KINDS[best.quote.kind], -number, rank, best.order, best.quote.sentence)
