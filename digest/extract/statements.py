"""Find indirect speech that names its source: "Beijing says that …", "…, according to the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.cues import Cues
from digest.extract.described import Before, described, of_age, somebody_unnamed
from digest.extract.entities import Entities
from digest.extract.frames.statements import framed_statements
from digest.extract.frames.words import is_framed
from digest.extract.hearing import Heard, hear
from digest.extract.resolve import Names
from digest.extract.speech.content import AT_END, SHAPES, Told, told_within
from digest.extract.speech.place import sentence_of
from digest.extract.speech.tokens import Token
from digest.extract.standing import can_speak
from digest.model import Article, Form, Speaker, SpeakerKind, Statement

ISSUED_REACH = 6  # sentences between "in a statement" and "the statement"
OPENING = frozenset('“"‘«„')
SHORTEST = 3  # words; what is shorter says nothing by itself


def find_statements(article: Article, entities: Entities, heard: Heard | None = None) -> tuple[Statement, ...]:
    """Return every statement of the body in the order of the text; words that only stand in marks are quotations."""
    if is_framed(article.language):
        return framed_statements(article, entities)
    paragraphs, names = heard or hear(article, entities)
    words = names.words
    found: list[Statement] = []
    above: Sequence[Token] = ()
    for paragraph in paragraphs:
        low = 0
        while low < len(paragraph.tokens):
            high = sentence_of(paragraph.tokens, low)[1]
            said = not words.attributing.isdisjoint([token.text for token in paragraph.tokens[low:high]])
            for rule, shape in SHAPES if said else ():
                told = shape(paragraph.tokens, low, high, words)
                statement = _statement(article, (paragraph.tokens, above), told, names, rule) if told else None
                issued = _issued(statement, found, words) if statement else None
                if told and issued and can_speak(issued.speaker, article, words):
                    found.append(issued)
                    inner = told_within(told, paragraph.tokens, words) if rule == AT_END else None
                    within = _statement(article, (paragraph.tokens, above), inner, names, rule) if inner else None
                    if within and within.speaker.kind is SpeakerKind.PERSON:
                        found.append(within)
                    break
            low = high
        above = paragraph.tokens
    return tuple(found)


def _issued(statement: Statement, before: Sequence[Statement], words: Cues) -> Statement:
    """Give "the statement" its issuer, where a sentence before says whose it is: "the ministry said in a statement"."""
    parts = statement.speaker.name.lower().split()
    if len(parts) < 2 or parts[0] not in ("the", "this") or parts[-1] not in words.channels:
        return statement
    for other in reversed(before):
        noun = other.via.text.lower().split() if other.via else []
        if statement.sentence - other.sentence > ISSUED_REACH:
            break
        if parts[-1] in noun[:4]:
            speaker = replace(other.speaker, mention=statement.speaker.mention)
            return replace(statement, speaker=speaker, via=statement.speaker.mention)
    return statement


def _statement(
    article: Article, paragraphs: tuple[Sequence[Token], Sequence[Token]], told: Told, names: Names, rule: str
) -> Statement | None:
    """What a sentence of the first of two paragraphs tells, of which the other stands above."""
    tokens, above = paragraphs
    content = _without_aside(tokens[told.first : told.last + 1], names.words)
    cut = content[-1].text in names.words.dotted  # a sentence that was cut at "Ms."
    if cut or sum(t.word for t in content) < SHORTEST or _is_correction(article, tokens[told.first], names.words):
        return None
    said = article.excerpt(tokens[told.source.first].start, tokens[told.source.last].end)
    before = (Before(tokens, told.source.first), Before(above, len(above)))
    source = names.speaker(said.span.start, said.span.end, told.source.form)
    if source is None:
        source = described(said, before[:1], names)
    else:
        source = somebody_unnamed(said, before, names) or of_age(source, before, names)
    if source is None or _of_oneself(source, article.text[content[0].start : content[-1].end], told.source.form):
        return None
    via = article.excerpt(tokens[told.via[0]].start, tokens[told.via[1]].end) if told.via else None
    return Statement(
        excerpt=article.excerpt(content[0].start, content[-1].end),
        sentence=article.sentence_at(content[0].start),
        speaker=source,
        cue=article.excerpt(tokens[told.cue[0]].start, tokens[told.cue[1]].end),
        via=via,
        rule=rule,
    )


def _is_correction(article: Article, first: Token, words: Cues) -> bool:
    """Whether the outlet tells what it got wrong: "An earlier version of this article said that …"."""
    text = article.sentence_excerpt(article.sentence_at(first.start)).text.lower()
    return any(phrase in text for phrase in words.corrected)


def _without_aside(content: Sequence[Token], words: Cues) -> Sequence[Token]:
    """Leave out a clause at the end that the reporter may have added: "to help Oslo, which has asked for it".

    Nobody can tell whose words they are, so they are given to nobody. Words in quotation marks are left alone.
    """
    commas = [at for at, token in enumerate(content) if token.text == ","]
    if not commas or commas[-1] + 1 >= len(content) or content[commas[-1] + 1].text not in words.asides:
        return content
    quoted = any(token.text in OPENING for token in content)
    return content if quoted else content[: commas[-1]]


def _of_oneself(source: Speaker, content: str, form: Form) -> bool:
    """Whether "he said" would make somebody speak of himself by name: then "he" was somebody else."""
    family = source.name.rpartition(" ")[2]
    return (
        source.kind is SpeakerKind.PERSON
        and form is not Form.NAME
        and re.search(rf"\b{re.escape(family)}\b", content) is not None
    )
