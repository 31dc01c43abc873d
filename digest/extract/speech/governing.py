"""Find the cue that governs a quotation, among several that stand before it in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.speech.clauses import Cue, Shape, cue_at, cues_between
from digest.extract.speech.place import Place
from digest.extract.speech.shapes import Phrase, shape
from digest.extract.speech.subjects import main_subject, reported_subject
from digest.extract.speech.tokens import Token
from digest.model import Form

DASHES = frozenset(",—–―")


class Found(NamedTuple):
    """Who speaks, and the token of the cue."""

    phrase: Phrase
    cue: int


def undisputed(place: Place, found: Found) -> bool:
    """Whether no other cue before the quotation has another subject."""
    tokens, words = place.tokens, place.words
    if found.cue > place.low and tokens[found.cue - 1].text in words.as_saying:
        return True  # "The Courier quoted Ms Ito as saying"
    for cue in cues_between(tokens, place.low, place.at, words, ceiling=place.high):
        if cue.at == found.cue:
            if cue.shape is Shape.INFINITIVE:
                return False
        elif cue.subject in (None, found.phrase) or cue.shape is not Shape.FINITE or _is_below(place, cue, found):
            continue
        elif not _tells_of_oneself(tokens, cue.subject, found, words):
            return _takes_up(tokens, cue.subject, found, words)
    return True


def _is_below(place: Place, cue: Cue, found: Found) -> bool:
    """Whether a cue stands below the main clause, which follows: "While he said so, Mr Ito said it was “…”"."""
    tokens, words = place.tokens, place.words
    before = found.phrase.first - 1
    while before > cue.at and (tokens[before].text in words.titles or tokens[before].text == "."):
        before -= 1
    opens = tokens[place.low].text in words.below
    return opens and found.phrase.form is Form.NAME and cue.at < before and tokens[before].text == ","


def _tells_of_oneself(tokens: Sequence[Token], subject: Phrase, found: Found, words: Cues) -> bool:
    """Whether what somebody says begins with "he": "Mr Ito said (that) he believed that it was “…”"."""
    at = found.cue + 1 + (tokens[found.cue + 1].text in words.that)
    pronoun = tokens[subject.first].text
    same = found.phrase.form is Form.NAME or tokens[found.phrase.first].text.lower() == pronoun
    return subject.form is Form.PRONOUN and subject.first == at and pronoun in words.persons and same


def _takes_up(tokens: Sequence[Token], subject: Phrase, found: Found, words: Cues) -> bool:
    """Whether "he" in "Mr Ito announced what he called “…”" is the one found: nobody else is named between."""
    if subject.form is not Form.PRONOUN or subject.first - 1 <= found.cue or found.phrase.form is Form.PRONOUN:
        return False
    between = tokens[found.cue + 1 : subject.first]
    return between[-1].text in words.naming_words and not any(t.quote >= 0 or t.text[:1].isupper() for t in between)


def governing(place: Place) -> Found | None:
    """The outermost cue of the quotation's clause: in "Ms Ito said Mr Roth claimed “…”" that is Ms Ito's."""
    tokens, words = place.tokens, place.words
    chosen: Cue | None = None
    for cue in cues_between(tokens, place.low, place.at, words, ceiling=place.high):
        if (cue.shape is Shape.PASSIVE and cue.subject is None) or _calls_a_thing(place, cue):
            continue
        if chosen is None or not _embedded(place, chosen, cue):
            chosen = cue
    if chosen is None or _is_led_in_anew(place, chosen):
        return None
    own = chosen.subject or _nearer_subject(place, chosen)
    subject = own or main_subject(tokens, place.low, chosen.at, words)
    if subject is None or (own is None and _is_of_others(place, subject, chosen)):
        return None
    return Found(subject, chosen.at)


def _calls_a_thing(place: Place, cue: Cue) -> bool:
    """Whether a verb is done with before a colon: "As the Courier reported, Ms Ito refused to call it a lock: “…”"."""
    named = cue.shape is Shape.INFINITIVE and place.tokens[cue.at].text not in place.words.speech
    return named and place.tokens[place.at - 1].text == ":"


def _is_led_in_anew(place: Place, cue: Cue) -> bool:
    """Whether a new main clause, and not the cue, leads to the words: "Ms Ito says no, but there is this note: “…”"."""
    tokens, words = place.tokens, place.words
    if place.at - 1 <= cue.at or tokens[place.at - 1].text != ":":
        return False
    first = cue.at + 1 + 2 * (tokens[cue.at + 1].text in words.that)  # but: "Ms Ito said that, while it rains, …: “…”"
    return any(tokens[i].text == "," and tokens[i + 1].text in words.splits for i in range(first, place.at - 2))


def _is_of_others(place: Place, subject: Phrase, cue: Cue) -> bool:
    """Whether a text speaks that somebody else made: "Ms Ito stopped a move by the club for a letter saying “…”"."""
    tokens, words = place.tokens, place.words
    between = tokens[subject.last + 1 : cue.at]
    text = cue.shape is Shape.PARTICIPLE and tokens[cue.at - 1].text in words.channels | words.speaking
    return text and any(t.text in words.by for t in between)


def _nearer_subject(place: Place, cue: Cue) -> Phrase | None:
    """The subject of a cue that has none of its own and is not the main clause's: the one that it goes on with.

    "The panel met late, Ms Ito said, adding “…”"; "it was after the driver met Ms Ito and asked if he “…”".
    """
    tokens, words = place.tokens, place.words
    if cue.shape is Shape.PARTICIPLE and cue.at - 2 > place.low and tokens[cue.at - 1].text == ",":
        inserted = cue_at(tokens, cue.at - 2, place.low, place.high, words)
        subject = inserted.subject if inserted and inserted.shape is Shape.FINITE else None
        if subject and subject.first > place.low and tokens[subject.first - 1].text == ",":
            return subject
        return reported_subject(tokens, place.low, cue.at, words)
    if cue.shape is Shape.PARTICIPLE and tokens[cue.at - 1].text in words.splits:
        return _of_quoted(place, cue.at - 1)
    if cue.shape is Shape.FINITE and tokens[cue.at - 1].text in words.splits:
        return _of_lower_clause(place, cue.at - 1) or _of_quotation(place, cue.at - 1)
    return None


def _of_quoted(place: Place, joint: int) -> Phrase | None:
    """Of whom a report goes on to tell: "A clerk quoted Ms Ito as praising the town and saying “…”"."""
    tokens, words = place.tokens, place.words
    for at in range(joint - 1, place.low + 2, -1):
        if not tokens[at].word:
            return None
        if tokens[at - 1].text in words.as_saying and tokens[at].text in words.participles:
            cue = cue_at(tokens, at, place.low, place.high, words)
            return cue.subject if cue else None
    return None


def _of_quotation(place: Place, joint: int) -> Phrase | None:
    """The subject of the quotation that "and" goes on from at `joint`: "from Ms Ito, who said “…,” and asked “…”"."""
    tokens, words = place.tokens, place.words
    quote = next((i for i in (joint - 1, joint - 2) if i > place.low and tokens[i].quote >= 0), None)
    before = governing(Place(tokens, quote, place.low, place.high, "", words)) if quote is not None else None
    return before.phrase if before else None


def _is_past(token: Token, words: Cues) -> bool:
    past = token.text.endswith("ed") or token.text in words.irregular or token.text in words.pasts
    return token.text.islower() and past


def _of_lower_clause(place: Place, joint: int) -> Phrase | None:
    """The subject of the clause below the main one that "and" goes on at `joint`, if no comma has ended it."""
    tokens, words = place.tokens, place.words
    for start in range(joint - 2, place.low, -1):
        token = tokens[start]
        if token.quote >= 0 or not (token.word or token.text == "."):
            return None
        if token.text in words.openers and token.text.islower():
            verb = next((i for i in range(start + 2, joint) if _is_past(tokens[i], words)), None)
            return shape(tokens, start + 1, verb - 1, words) if verb else None
    return None


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
