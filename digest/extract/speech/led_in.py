"""Find who leads in a quotation: Ms Ito: “…”; Ms Ito released a statement: “…”; asked by Ms Ito, “…?”."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.cues import Cues
from digest.extract.speech.governing import Found, governing
from digest.extract.speech.phrases import phrase_before, phrase_ending
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.place import Place
from digest.extract.speech.subjects import main_subject
from digest.extract.speech.tokens import Token
from digest.model import Form

REACH = 14  # words between a verb and the quotation that it leads in


def colon_name(place: Place) -> Found | None:
    """It does not surprise the pollster Ann Ito: “…”."""
    tokens = place.tokens
    if place.at - 1 > place.low and tokens[place.at - 1].text == ":":
        phrase = phrase_ending(tokens, place.at - 2, place.low, place.words)
        if phrase and phrase.form is Form.NAME and phrase.last - phrase.first >= 1:
            return Found(phrase, place.at - 1)
    return None


def to_whom(place: Place) -> Found | None:
    """To Ms Ito, the bill “is a relic”."""
    tokens, words = place.tokens, place.words
    if tokens[place.low].text.lower() not in words.to or governing(place) is not None:
        return None
    phrase = phrase_starting(tokens, place.low + 1, place.at, words)
    aside = phrase is not None and phrase.form is Form.NAME and tokens[phrase.last + 1].text == ","
    return Found(phrase, place.low) if phrase and aside and phrase.first < phrase.last else None


def asked_by(place: Place) -> Found | None:
    """Asked by Ms Ito, “…?”, Mr Roth said no."""
    tokens, words = place.tokens, place.words
    if place.at - 4 < place.low or tokens[place.at - 1].text not in ",:":
        return None
    for cue in range(place.at - 4, max(place.low, place.at - REACH) - 1, -1):
        verb = tokens[cue].text.lower()
        if verb in words.telling and verb in words.pasts and tokens[cue + 1].text in words.by:
            phrase = phrase_starting(tokens, cue + 2, place.at, words)
            return Found(phrase, cue) if phrase and place.at - 2 <= phrase.last < place.at else None
    return None


def issued(place: Place) -> Found | None:
    """Ms Ito released a statement: “…”; Ms Ito sent a short letter to the club: “…”."""
    tokens, words = place.tokens, place.words
    if place.at - 3 <= place.low or tokens[place.at - 1].text != ":":
        return None
    for noun in range(place.at - 2, max(place.low, place.at - 2 - REACH), -1):
        if not tokens[noun].word:
            return None
        verb = _issuing(tokens, noun, place.low, words) if tokens[noun].text in words.channels else None
        if verb is not None:
            phrase = phrase_before(tokens, verb, place.low, words) or main_subject(tokens, place.low, verb, words)
            return Found(phrase, verb) if phrase else None
    return None


def _issuing(tokens: Sequence[Token], noun: int, low: int, words: Cues) -> int | None:
    """The verb whose object is the text at `noun`: "released a short written statement"."""
    for at in range(noun - 1, max(low, noun - 7), -1):
        if tokens[at].text in words.issues:
            return at
        if not tokens[at].word or tokens[at].text in words.prepositions:
            return None
    return None


def colon(place: Place) -> Found | None:
    """Ms Ito: “…”."""
    tokens, words = place.tokens, place.words
    if place.at - 1 > place.low and tokens[place.at - 1].text == ":" and tokens[place.at - 2].text not in words.verbs:
        phrase = phrase_ending(tokens, place.at - 2, place.low, place.words)
        if phrase and phrase.first == place.low:
            return Found(phrase, place.at - 1)
    return None
