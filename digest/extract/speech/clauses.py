"""Find the cue verbs of a sentence and the subject of each: who says, who is being quoted, who is only told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.speech.phrases import phrase_before, phrase_ending
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import POSSESSIVE, Token
from digest.model import Form

WRITER = 5  # words from "from" to the verb: "a letter from her own doctor saying"


class Shape(StrEnum):
    """In which shape a cue verb stands."""

    FINITE = "finite"  # "Ms Ito said"
    PARTICIPLE = "participle"  # "…, saying"
    PASSIVE = "passive"  # "was called “…” by Ms Ito"
    INFINITIVE = "infinitive"  # "declined to say"


class Cue(NamedTuple):
    """A cue verb at token `at`, with its subject, if its own clause names one."""

    at: int
    shape: Shape
    subject: Phrase | None


def cues_between(tokens: Sequence[Token], low: int, high: int, words: Cues, *, ceiling: int) -> Iterator[Cue]:
    """The cues among the tokens `low..high` of a sentence that ends at `ceiling`, as far as they are asked for."""
    verbs = words.verbs
    for at in range(low, high):
        if tokens[at].text in verbs:
            cue = cue_at(tokens, at, low, ceiling, words)
            if cue:
                yield cue


def cue_at(tokens: Sequence[Token], at: int, low: int, high: int, words: Cues) -> Cue | None:
    """The cue verb at a token, or None where the word is no cue here."""
    text = tokens[at].text
    if text in words.participles:
        return _participle(tokens, at, low, words)
    after = tokens[at + 1].text if at + 1 < high else ""
    if words.with_particle.get(text) == after:
        return Cue(at, Shape.FINITE, phrase_before(tokens, at, low, words))
    owned = text in words.bases - words.pasts and at > low and tokens[at - 1].possessive  # "Oslo's state auditor"
    struck = text in words.strikes and at + 1 < high and tokens[at + 1].quote >= 0
    if text not in words.finite or owned or struck:
        return None
    if text in words.pasts and (after in words.by or _auxiliary_before(tokens, at, low, words) in words.being):
        return Cue(at, Shape.PASSIVE, _agent(tokens, at, high, words))
    if at > low and tokens[at - 1].text in words.to:
        return Cue(at, Shape.INFINITIVE, None)
    subject = phrase_before(tokens, at, low, words)
    subject = _letter_to(tokens, subject, low, words) or subject
    verb = text not in words.also_nouns or _is_verb(tokens, at, high, subject, words)
    agrees = text not in words.bases or text in words.pasts or _takes_base(tokens, at, low, subject, words)
    return Cue(at, Shape.FINITE, subject) if verb and agrees else None


def _letter_to(tokens: Sequence[Token], named: Phrase | None, low: int, words: Cues) -> Phrase | None:
    """What speaks where a name is only its addressee's: "*the letter* addressed to Mayor Ito reads"."""
    if named is None or named.form is not Form.NAME:
        return None
    at = named.first - 1
    while at > low and (tokens[at].text in words.titles or tokens[at].text in (".", "the")):
        at -= 1
    if at < low or tokens[at].text not in words.to:
        return None
    noun = next((i for i in range(at - 1, max(low, at - 3), -1) if tokens[i].text in words.letters), low)
    alone = noun - 1 > low and tokens[noun - 2].text in words.prepositions  # "In a letter to Ms Ito"
    known = noun > low and tokens[noun - 1].text in words.determiners and not alone
    return Phrase(noun - 1, noun, Form.DESCRIPTION) if known else None


def _participle(tokens: Sequence[Token], at: int, low: int, words: Cues) -> Cue | None:
    before = tokens[at - 1].text if at > low else ""
    if before in words.as_saying and at - 2 > low:  # "quoted Ms Ito as saying", "Ms Ito was quoted as saying"
        aside = tokens[at - 2].text == ","  # "quoted Ms Ito, the mayor of Bern, as saying"
        find = phrase_before if aside or tokens[at - 2].text in words.pasts else phrase_ending
        return Cue(at, Shape.PARTICIPLE, find(tokens, at - 1 if aside else at - 2, low, words))
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if before in words.determiners or (before in words.to and after in words.also_nouns):
        return None  # "the saying", "an answer to continuing claims"
    if before.endswith(POSSESSIVE):
        clitic = before[:-2].lower() in words.clitics  # "he’s saying", not "Ito’s saying"
        return Cue(at, Shape.FINITE, Phrase(at - 1, at - 1, Form.PRONOUN)) if clitic else None
    if _auxiliary_before(tokens, at, low, words) in words.being:
        return Cue(at, Shape.FINITE, phrase_before(tokens, at, low, words))
    first = at
    while first > low and tokens[first - 1].capital:
        first -= 1
    lead = tokens[first - 1].text
    if low < first < at and (lead in words.owns or lead not in words.prepositions):
        # "footage of Ms Ito saying", but not "a message on Twitter saying"
        return Cue(at, Shape.PARTICIPLE, phrase_ending(tokens, at - 1, first, words))
    return Cue(at, Shape.PARTICIPLE, _writer(tokens, at, low, words))


def _writer(tokens: Sequence[Token], at: int, low: int, words: Cues) -> Phrase | None:
    """Whose a text is that says something: "Ms Ito released a letter from her doctor saying"."""
    for index in range(at - 2, max(low + 1, at - WRITER) - 1, -1):
        if tokens[index].text in words.written_by and tokens[index - 1].text in words.channels:
            return phrase_ending(tokens, at - 1, index + 1, words) if tokens[at - 1].word else None
        if not tokens[index].word or tokens[index].text in words.prepositions:
            return None
    return None


def _auxiliary_before(tokens: Sequence[Token], at: int, low: int, words: Cues) -> str:
    """The auxiliary that the verb at `at` leans on, over adverbs: "was once called" -> "was"."""
    for index in range(at - 1, max(low, at - 4) - 1, -1):
        text = tokens[index].text
        if text in words.auxiliaries and text not in words.not_auxiliaries:
            return text
        if not (text in words.adverbs or text in words.auxiliaries or text.endswith("ly")):
            break
    return ""


def _agent(tokens: Sequence[Token], at: int, high: int, words: Cues) -> Phrase | None:
    for index in range(at + 1, min(high, at + 4)):
        if tokens[index].text in words.by:
            return phrase_starting(tokens, index + 1, high, words)
    return None


def _is_verb(tokens: Sequence[Token], at: int, high: int, subject: Phrase | None, words: Cues) -> bool:
    """Whether a word like "claims" is a verb: it has a subject, and what follows can be what is claimed."""
    if subject is None or tokens[subject.last].text in words.determiners or tokens[at - 1].possessive:
        return False
    lone = subject.form is Form.NAME and subject.first == subject.last == at - 1
    if lone and tokens[at - 2].text in words.prepositions - words.below and at > 1:
        return False  # "despite Danish claims that"
    if subject.first < at - 2 and tokens[at - 2].text in words.to and tokens[at - 1].text.islower():
        return False  # "tried to deflect questions"
    if at + 1 >= high or tokens[at + 1].text in ".?!":
        return subject.form is not Form.DESCRIPTION
    after = tokens[at + 1]
    return after.quote >= 0 or after.capital or after.text in ",:" or after.text in words.claimed


def _takes_base(tokens: Sequence[Token], at: int, low: int, subject: Phrase | None, words: Cues) -> bool:
    """Whether a base form such as "say" can stand here: after "they", a plural, or a modal."""
    if _auxiliary_before(tokens, at, low, words):
        return True
    if subject is None:
        return False
    last = tokens[subject.last].text
    return (
        last.lower() in words.plurals
        or (last.endswith("s") and not last.endswith(POSSESSIVE))
        or any(tokens[i].text == "and" for i in range(max(low, subject.first - 3), subject.last))
    )
