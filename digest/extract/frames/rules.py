"""The frames by which a sentence names who speaks, each with its name and how far it is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.frames.phrases import before, behind
from digest.extract.frames.words import Frames
from digest.extract.mentions import Mentions
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token

# The rules, in the order of trust. The English rules of these names have been measured on annotated news; in these
# languages nobody has annotated any, so each is taken for a little worse than its English fellow.
INVERTED = ("said, inverted", 0.93)
THUS = ("thus", 0.9)
BEFORE = ("said before", 0.92)
EARLIER = ("said earlier", 0.85)
ACCORDING = ("according to", 0.85)
COLON = ("colon after a name", 0.8)
SAME_PARAGRAPH = ("same paragraph", 0.9)
SAME_SENTENCE = ("same sentence", 0.85)
RUNNING = ("running quotation", 0.9)
LAST = ("last speaker", 0.8)
INTRODUCED = ("introduced by a colon", 0.85)
LAST_REACH = 10  # words between a source and the verb at the end: "wie Weber am Montag in Bonn sagte"
CUE_REACH = 3  # words from a quotation's end to its cue: ", wie er", ", le ha dicho"


class Framed(NamedTuple):
    """Who speaks, the token of the cue, and the rule that says so."""

    phrase: Phrase
    cue: int
    rule: tuple[str, float]


def after_quote(tokens: Sequence[Token], at: int, high: int, names: Mentions, words: Frames) -> Framed | None:
    """„…“, sagte die Bürgermeisterin; «…», ha dicho la alcaldesa; „…“, so die Bürgermeisterin."""
    first = at + 1
    while first < high and not tokens[first].word and tokens[first].quote < 0 and tokens[first].text in ",–—-.?!":
        first += 1
    last = said_last(tokens, first, high, names, words)
    if last is not None:
        return Framed(*last, INVERTED)
    for cue in range(first, min(high, first + CUE_REACH)):
        low = tokens[cue].text.lower()
        if tokens[cue].quote >= 0:
            return None
        if low in words.said or low in words.thus:
            told = _impersonal(tokens, cue + 1, high, words)
            phrase = behind(tokens, told, high, names, words)
            if phrase is None and low in words.thus:
                continue  # "según ha informado la policía"
            return Framed(phrase, cue, INVERTED if low in words.said else THUS) if phrase else None
        if low not in words.helpers and low not in words.skipped:
            return None
    return None


def _impersonal(tokens: Sequence[Token], at: int, high: int, words: Frames) -> int:
    """Where the source begins behind a cue that names a document or a place: "heißt es *in* einer Mitteilung"."""
    leads = at + 2 < high and tokens[at].text.lower() in words.impersonal
    return at + 2 if leads and tokens[at + 1].text.lower() in words.attributes else at


def said_last(
    tokens: Sequence[Token], first: int, high: int, names: Mentions, words: Frames
) -> tuple[Phrase, int] | None:
    """The source and the cue of "…, *wie* die Bürgermeisterin am Montag *sagte*"."""
    if first >= high or tokens[first].text.lower() not in words.as_words:
        return None
    phrase = behind(tokens, first + 1, high, names, words)
    if phrase is None:
        return None
    for cue in range(phrase.last + 1, min(high, phrase.last + LAST_REACH)):
        if tokens[cue].quote >= 0 or tokens[cue].text in ",;:":
            return None
        if tokens[cue].text.lower() in words.said_last:
            return phrase, cue
    return None


def according(  # noqa: PLR0913 - a sentence and its bounds
    tokens: Sequence[Token], low: int, high: int, names: Mentions, words: Frames, *, but: int = -1
) -> Framed | None:
    """Laut der Polizei …; nach Angaben der Polizei …; según la policía …; der Polizei zufolge …"""
    for at in range(low, high):
        text = tokens[at].text.lower()
        if text in words.according_behind:
            phrase = before(tokens, at, low, names, words)
            if phrase:
                return Framed(phrase, at, ACCORDING)
        for lead in words.according:
            end = at + len(lead)
            if lead[0] != text or tuple(token.text.lower() for token in tokens[at:end]) != lead:
                continue
            limit = but if at < but else high
            end = _behind_cue(tokens, end, limit, words)
            phrase = behind(tokens, end, limit, names, words)
            if phrase:
                return Framed(phrase, at, ACCORDING)
    return None


def _behind_cue(tokens: Sequence[Token], at: int, high: int, words: Frames) -> int:
    """The word behind a cue that stands at a word, or else that word: "según *informó* la policía"."""
    for cue in range(at, min(high, at + CUE_REACH)):
        if tokens[cue].text.lower() in words.said:
            return cue + 1
        if tokens[cue].text.lower() not in words.helpers:
            break
    return at
