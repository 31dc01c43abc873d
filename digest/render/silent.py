"""Whom an article names often without quoting them, and whose words it tells in its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from digest.model import Excerpt, Findings, Quote, QuoteKind, Speaker, SpeakerKind, Statement, Story, StoryPerson
from digest.render.statements import SURE, says_who
from digest.render.the_dead import is_told_dead

OFTEN = 3
"""How often an article must name somebody, by name, who is then talked about."""
EVIDENCE = 6
"""How many sentences are cited for one of them, or for one voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """Somebody whom an article names and does not quote: the first mention, or the statements that tell their words."""

    name: str
    where: tuple[Excerpt, ...]
    states: bool


def silent_people(number: int, given: Mapping[Excerpt, Speaker | None], story: Story) -> Iterable[Silent]:
    """The people whom an article names often and surely does not quote; the dead could say nothing.

    Nobody where the article has words of an uncertain or a merely described speaker, which may be anybody's.
    """
    article, findings = story.articles[number], story.findings[number]
    if any(_may_be_anybodys(quote, given.get(quote.excerpt), article.language) for quote in findings.quotes):
        return
    speakers = [
        speaker for quote in findings.quotes for speaker in (given.get(quote.excerpt), quote.speaker) if speaker
    ]
    quoted = {name for speaker in speakers for name in speaker.name.split(" and ")}
    for person in story.comparison.people:
        names = {person.name, *person.aliases}
        others = quoted.union(other.name for other in story.comparison.people if other is not person)
        often = dict(person.mentions).get(article.id, 0) >= OFTEN
        lone = " " not in person.name  # "Ito" may be any of them
        speaks = names & quoted or _may_have_a_word(names, findings)
        if not often or lone or speaks or _has_namesake(person, others) or is_told_dead(names, story):
            continue
        stated = [s for s in findings.statements if s.speaker.name in names]
        sure = tuple(s.excerpt for s in stated if s.speaker.known_by in SURE and not _is_told_by_another(s, findings))
        if sure or not stated:
            first = tuple(e for e in person.first if e.span.article_id == article.id)
            yield Silent(name=person.name, where=(sure or first)[:EVIDENCE], states=bool(sure))


def _may_be_anybodys(quote: Quote, speaker: Speaker | None, language: str) -> bool:
    """Whether a quotation may be of somebody whom the article names: "the minister" said it, or nobody sure."""
    if not quote.show or (speaker is None and quote.kind is QuoteKind.TERM):
        return False
    return speaker is None or (speaker.kind is SpeakerKind.DESCRIPTION and not says_who(speaker, language))


def _may_have_a_word(names: Collection[str], findings: Findings) -> bool:
    """Whether a word in marks that nobody is seen to say stands where somebody is told of: Ito hinted at “tapes”."""
    terms = {quote.sentence for quote in findings.quotes if quote.speaker is None}
    own = (person for person in findings.people if person.name in names)
    return any(mention.sentence in terms for person in own for mention in person.mentions)


def _has_namesake(person: StoryPerson, others: Iterable[str]) -> bool:
    """Whether a family name may be the one of another, under which either may have been counted."""
    own = person.name.split()[1:]  # "Todd" is the given name of the one, whoever has it as a family name
    return any(_family(person.name) in other.split() or _family(other) in own for other in others)


def _family(name: str) -> str:
    return name.rpartition(" ")[2]


def _is_told_by_another(statement: Statement, findings: Findings) -> bool:
    """Whether somebody else states that this was said: "Ito told the court that Roth was ill, officials said"."""
    mention = statement.speaker.mention.span
    return any(
        other.excerpt.span.covers(mention) for other in findings.statements if other.sentence == statement.sentence
    )
