"""Find whose words a report takes up that tells of another: "Ms Ito recalled a speech in which Mr Roth said “…”"."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.cues import Cues
from digest.extract.speech.clauses import Cue, Shape, cues_between
from digest.extract.speech.governing import Found, governing
from digest.extract.speech.phrases import phrase_ending
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.place import Place
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token
from digest.model import Form

OWNER = 4  # words from "Mr Roth's" to "remark"
WHICH = 14  # words from "remark" to "in which"


def others_words(place: Place) -> Found | None:
    """Who said what somebody else now speaks of: Mr Roth, where Ms Ito recalled a speech in which he said “…”.

    None where no verb of saying governs the words, or where the one of whom it tells is the only one who speaks.
    """
    return _in_which(place) if governing(place) is not None else None


def _in_which(place: Place) -> Found | None:
    """She raised Mr Roth's remarks at a dinner in which he spoke of the poor, claiming that they were “…”."""
    tokens, words = place.tokens, place.words
    for which in range(place.at - 2, place.low + 2, -1):
        if tokens[which].text not in words.whose_verb or tokens[which - 1].text not in words.prepositions:
            continue
        noun = _uttered(tokens, which - 2, max(place.low, which - WHICH), words)
        subject = phrase_starting(tokens, which + 1, place.at, words)
        cue = _last_cue(place, which + 1)
        if noun is None or subject is None or cue is None or not _goes_with(tokens, cue, subject, words):
            return None
        owner = _owner(tokens, noun, place.low, words) if subject.form is Form.PRONOUN else subject
        return Found(owner, cue.at) if owner else None
    return None


def _last_cue(place: Place, low: int) -> Cue | None:
    """The last cue between `low` and the words in marks that tells who says something."""
    cues = cues_between(place.tokens, low, place.at, place.words, ceiling=place.high)
    return next((cue for cue in reversed(list(cues)) if cue.shape is not Shape.INFINITIVE), None)


def _goes_with(tokens: Sequence[Token], cue: Cue, subject: Phrase, words: Cues) -> bool:
    """Whether a cue has this subject: its own, or one that it goes on with, "spoke of it, saying", "and said"."""
    if cue.subject is not None:
        return cue.subject == subject
    joined = tokens[cue.at - 1].text in words.splits
    return joined if cue.shape is Shape.FINITE else tokens[cue.at].text in words.arguing


def _uttered(tokens: Sequence[Token], last: int, low: int, words: Cues) -> int | None:
    """The nearest word for what somebody said before `last`: "remarks", "speech", "claim"."""
    for at in range(last, low, -1):
        if tokens[at].text in words.uttered:
            return at
        if tokens[at].text in ";:":
            return None
    return None


def _owner(tokens: Sequence[Token], noun: int, low: int, words: Cues) -> Phrase | None:
    """Whose remark it is: "Mr Roth's old remark", "a remark by Mr Roth", "went at Mr Roth over his remark"."""
    if noun + 2 < len(tokens) and tokens[noun + 1].text in words.by:
        return phrase_starting(tokens, noun + 2, len(tokens), words)
    for at in range(noun - 1, max(low, noun - OWNER) - 1, -1):
        if tokens[at].possessive:
            return _named(tokens, at, low, words)
        if tokens[at].text in words.owners:
            before = at - 2 if at - 2 > low and tokens[at - 1].text in words.over else low
            return _named(tokens, before, low, words) if before > low else None
        if not tokens[at].word or tokens[at].text in words.prepositions:
            return None
    return None


def _named(tokens: Sequence[Token], last: int, low: int, words: Cues) -> Phrase | None:
    """The name that ends in word `last`: "Mr Roth's" of "the issue of Mr Roth's"."""
    if not tokens[last].capital:
        return None
    first = last
    while (
        first > low
        and (tokens[first - 1].capital or tokens[first - 1].text == ".")
        and not tokens[first - 1].possessive
    ):
        first -= 1
    phrase = phrase_ending(tokens, last, first, words)
    return phrase if phrase and phrase.form is Form.NAME and phrase.last == last else None
