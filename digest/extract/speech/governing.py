"""Find the cue that governs a quotation, among several that stand before it in its sentence."""

from __future__ import annotations

from typing import NamedTuple

from digest.extract.speech.clauses import Cue, Shape, cues_between
from digest.extract.speech.place import Place
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.subjects import main_subject
from digest.model import Form

DASHES = frozenset(",—–―")


class Found(NamedTuple):
    """Who speaks, and the token of the cue."""

    phrase: Phrase
    cue: int


def undisputed(place: Place, found: Found) -> bool:
    """Whether no other cue before the quotation has another subject."""
    tokens, words = place.tokens, place.words
    for cue in cues_between(tokens, place.low, place.at, words, ceiling=place.high):
        if cue.at == found.cue:
            if cue.shape is Shape.INFINITIVE:
                return False
        elif cue.subject is not None and cue.subject != found.phrase and cue.shape is Shape.FINITE:
            return False
    return True


def governing(place: Place) -> Found | None:
    """The outermost cue of the quotation's clause: in "Ms Ito said Mr Roth claimed “…”" that is Ms Ito's."""
    tokens, words = place.tokens, place.words
    chosen: Cue | None = None
    for cue in cues_between(tokens, place.low, place.at, words, ceiling=place.high):
        if cue.shape is Shape.PASSIVE and cue.subject is None:
            continue
        if chosen is None or not _embedded(place, chosen, cue):
            chosen = cue
    if chosen is None:
        return None
    subject = chosen.subject or main_subject(tokens, place.low, chosen.at, words)
    return Found(subject, chosen.at) if subject else None


def _embedded(place: Place, outer: Cue, inner: Cue) -> bool:
    """Whether the inner cue belongs to what the outer one reports."""
    tokens, words = place.tokens, place.words
    if tokens[outer.at].text not in words.speech:
        return False
    between = range(outer.at + 1, inner.at)
    if any(tokens[i].text == ";" or tokens[i].quote >= 0 for i in between):
        return False
    if inner.shape is Shape.PARTICIPLE or _opens_below(place, outer, inner):
        return False
    start = inner.subject.first if inner.subject else inner.at
    relative = tokens[start - 1].text in words.whose_verb and tokens[start - 2].text == ","
    if relative and inner.subject and inner.subject.form is not Form.PRONOUN:
        return False  # "Ms Ito said the plan, which Mr Roth has called “…”, was sound"
    return all(tokens[i].text not in words.splits for i in range(max(outer.at + 1, start - 3), start))


def _opens_below(place: Place, outer: Cue, inner: Cue) -> bool:
    """Whether the sentence opens with something below its main clause, and the outer cue stands in that.

    "When Ms Ito said so, Mr Roth answered: “…”"; "In a letter posted on Monday, Ms Ito said “…”".
    """
    tokens, words = place.tokens, place.words
    first = tokens[place.low].text
    if first in words.leading:  # "But when Ms Ito said so, …"
        first = tokens[place.low + 1].text
    if first not in words.prepositions and first.capitalize() not in words.prepositions:
        return False
    comma = next((i for i in range(place.low, inner.at) if tokens[i].text == ","), None)
    subject = inner.subject.first if inner.subject else inner.at
    if comma is not None and comma < outer.at and not any(tokens[i].text == "," for i in range(outer.at, subject)):
        return False
    return any(tokens[i].text in DASHES for i in range(outer.at, subject))
