"""Find the cue verbs of a sentence and the subject of each: who says, who is being quoted, who is only told."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.speech.phrases import Phrase, phrase_before, phrase_ending, phrase_starting
from digest.extract.speech.tokens import Token
from digest.model import Form


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


def cues_between(tokens: Sequence[Token], low: int, high: int, words: Cues, *, floor: int) -> list[Cue]:
    """The cues among the tokens `low..high`; a subject may begin as early as `floor`."""
    found = (cue_at(tokens, at, floor, high, words) for at in range(low, high))
    return [cue for cue in found if cue]


def cue_at(tokens: Sequence[Token], at: int, low: int, high: int, words: Cues) -> Cue | None:
    """The cue verb at a token, or None where the word is no cue here."""
    text = tokens[at].text
    if tokens[at].quote >= 0 or not text[0].islower():
        return None
    if text in words.participles:
        return _participle(tokens, at, low, words)
    if at + 1 < high and words.with_particle.get(text) == tokens[at + 1].text:
        return Cue(at, Shape.FINITE, phrase_before(tokens, at, low, words))
    if text not in words.finite:
        return None
    before = tokens[at - 1].text if at > low else ""
    if text in words.pasts and _auxiliary_before(tokens, at, low, words) in words.being:
        return Cue(at, Shape.PASSIVE, _agent(tokens, at, high, words))
    if text in words.pasts and at + 1 < high and tokens[at + 1].text == "by":
        return Cue(at, Shape.PASSIVE, _agent(tokens, at, high, words))
    if before == "to":
        return Cue(at, Shape.INFINITIVE, None)
    subject = phrase_before(tokens, at, low, words)
    if text in words.also_nouns and not _is_verb(tokens, at, high, subject, words):
        return None
    if text in words.bases and text not in words.pasts and not _takes_base(tokens, at, low, subject, words):
        return None
    return Cue(at, Shape.FINITE, subject)


def _participle(tokens: Sequence[Token], at: int, low: int, words: Cues) -> Cue | None:
    before = tokens[at - 1].text if at > low else ""
    if before in words.determiners or before in words.prepositions - {"as"} or (before.endswith(("'s", "’s"))):
        if before.endswith(("'s", "’s")) and before[:-2].lower() in ("he", "she", "it", "who"):
            return Cue(at, Shape.FINITE, Phrase(at - 1, at - 1, Form.PRONOUN))
        return None if before in words.determiners else Cue(at, Shape.PARTICIPLE, None)
    if _auxiliary_before(tokens, at, low, words) in words.being:
        return Cue(at, Shape.FINITE, phrase_before(tokens, at, low, words))
    if at > low and tokens[at - 1].word and tokens[at - 1].capital:
        first = at - 1  # "footage of Ms Ito saying", but not "a message on Twitter saying"
        while first > low and tokens[first - 1].capital and tokens[first - 1].word:
            first -= 1
        if first > low and tokens[first - 1].text not in words.prepositions - {"of"}:
            return Cue(at, Shape.PARTICIPLE, phrase_ending(tokens, at - 1, first, words))
    return Cue(at, Shape.PARTICIPLE, None)


def _auxiliary_before(tokens: Sequence[Token], at: int, low: int, words: Cues) -> str:
    """The auxiliary that the verb at `at` leans on, over adverbs: "was once called" -> "was"."""
    for index in range(at - 1, max(low, at - 4) - 1, -1):
        text = tokens[index].text
        if text in words.auxiliaries and text not in ("not", "to", "never"):
            return text
        if not (text in words.adverbs or text in words.auxiliaries or text.endswith("ly")):
            return ""
    return ""


def _agent(tokens: Sequence[Token], at: int, high: int, words: Cues) -> Phrase | None:
    for index in range(at + 1, min(high, at + 4)):
        if tokens[index].text == "by":
            return phrase_starting(tokens, index + 1, high, words)
    return None


def _is_verb(tokens: Sequence[Token], at: int, high: int, subject: Phrase | None, words: Cues) -> bool:
    """Whether a word like "claims" is a verb: it has a subject, and what follows can be what is claimed."""
    if subject is None:
        return False
    if tokens[subject.last].text in words.determiners or tokens[at - 1].possessive:
        return False
    if at + 1 >= high:
        return subject.form is not Form.DESCRIPTION
    if tokens[at + 1].text in ".?!":
        return subject.form is not Form.DESCRIPTION
    after = tokens[at + 1]
    return (
        after.quote >= 0
        or after.text in ("that", "to", ":", ",", "it", "him", "her", "them", "on", "how", "what", "about")
        or after.text in words.determiners
        or after.text in words.pronouns
        or after.capital
    )


def _takes_base(tokens: Sequence[Token], at: int, low: int, subject: Phrase | None, words: Cues) -> bool:
    """Whether a base form such as "say" can stand here: after "they", a plural, or a modal."""
    if _auxiliary_before(tokens, at, low, words) in words.auxiliaries:
        return True
    if subject is None:
        return False
    last = tokens[subject.last].text
    return (
        last.lower() in ("they", "we", "you", "i", "who", "people", "many", "some", "others", "police", "both")
        or (last.endswith("s") and not last.endswith(("'s", "’s")))
        or any(tokens[i].text == "and" for i in range(max(low, subject.first - 3), subject.last))
    )


def main_subject(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Phrase | None:
    """The subject of the sentence's main clause: the first phrase that a verb can follow.

    "Hours later, speaking in Bern, Ms Ito returned the compliment, saying …" -> "Ms Ito".
    """
    opens = True  # a subject stands at the beginning, or after a comma
    fallback: Phrase | None = None
    index = low
    while index < high:
        token = tokens[index]
        if token.quote >= 0 or token.text in ",—–-;:":
            opens = True
            index += 1
            continue
        if opens and token.text in words.leading:
            index += 1
            continue
        if opens and (
            token.text in words.pronouns or (token.word and token.text[0].isupper() or token.text in words.determiners)
        ):
            phrase = _longest(tokens, index, high, words)
            if phrase is not None:
                after = tokens[phrase.last + 1] if phrase.last + 1 < high else None
                fallback = fallback or phrase
                if after is not None and _verb_may_follow(tokens, phrase.last + 1, high, words):
                    return phrase
                index = phrase.last + 1
                opens = False
                continue
        opens = False
        index += 1
    return fallback


def _longest(tokens: Sequence[Token], first: int, high: int, words: Cues) -> Phrase | None:
    if tokens[first].text in words.prepositions or tokens[first].text in words.conjunctions - words.determiners:
        return None
    if tokens[first].text in words.participles or (tokens[first].text.endswith("ing") and tokens[first].capital):
        return None
    return phrase_starting(tokens, first, high, words)


def _verb_may_follow(tokens: Sequence[Token], at: int, high: int, words: Cues) -> bool:
    token = tokens[at]
    if token.text == "," or token.text == "(":  # an apposition: look behind its end
        end = next(
            (i for i in range(at + 1, min(high, at + 25)) if tokens[i].text == ("," if token.text == "," else ")")),
            None,
        )
        return (
            end is not None
            and end + 1 < high
            and tokens[end + 1].word
            and tokens[end + 1].text.islower()
            and not (
                tokens[end + 1].text in words.conjunctions
                or tokens[end + 1].text in words.prepositions
                or tokens[end + 1].text.endswith("ing")
            )
            and tokens[at + 1].text not in words.pronouns
        )
    if token.text in words.adverbs and at + 1 < high:  # "Hours later, …"
        token = tokens[at + 1]
    return (
        token.word
        and token.text[0].islower()
        and token.text not in words.prepositions
        and token.text not in words.conjunctions - {"who"}
    )
