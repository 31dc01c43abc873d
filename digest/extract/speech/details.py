"""Find what else a sentence says about a quotation: to whom it was said, and through which channel it came."""

from __future__ import annotations

from digest.extract.cues import Cues
from digest.extract.speech.clauses import Shape, cue_at
from digest.extract.speech.phrases import phrase_before
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.place import Place
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token
from digest.model import Form

CHANNEL_REACH = 16  # words: "in an opinion piece on the website of the conservative National Interest journal"
TITLES = 4  # words of a title before the name of somebody who is quoted
QUALIFIERS = 5  # words before the channel's noun: "a short written press statement"


def addressee(place: Place, cue: int) -> Phrase | None:
    """Whom the words were said to: "told Mr Roth"."""
    tokens, words = place.tokens, place.words
    if not 0 <= cue < place.high - 1 or tokens[cue].text not in words.telling:
        return None
    phrase = phrase_starting(tokens, cue + 1, place.high, words)
    first = tokens[phrase.first].text.lower() if phrase else ""
    if phrase is None or first in words.that or first in words.first_person:
        return None
    last = phrase.last
    while last > phrase.first and tokens[last].text in words.pronouns:  # "told reporters he had called"
        last -= 1
    return phrase if last == phrase.last else phrase._replace(last=last)


def leaves_owner_out(phrase: str, name: str) -> bool:
    """Whether the name of a body lacks whose it is: "Office for Ports" of "the Mayor's Office for Ports"."""
    owner, owns, behind = phrase.replace("’", "'").partition("'s ")
    return bool(owns) and owner not in name and name.startswith(behind.partition(" ")[0])


def channel(place: Place, subject: Phrase, cue: int) -> tuple[int, int] | None:
    """The inclusive token range of the channel: "according to the readout", ", a statement said", "in a letter"."""
    return (
        _quoted_by(place, subject, cue)
        or _according(place, subject)
        or _second_source(place, cue)
        or _written_in(place, subject, cue)
    )


def _quoted_by(place: Place, subject: Phrase, cue: int) -> tuple[int, int] | None:
    """The Courier quoted Ms Ito as saying “…”."""
    tokens, words = place.tokens, place.words
    if not place.low < cue < place.high or subject.last >= cue or tokens[subject.last + 1].text not in words.as_saying:
        return None
    for index in range(subject.first - 1, max(place.low, subject.first - TITLES), -1):
        if tokens[index].text in words.pasts and tokens[index].text in words.finite:
            source = phrase_before(tokens, index, place.low, words)
            named = source is not None and source.form is not Form.PRONOUN
            return (source.first, source.last) if source and named else None
        if not tokens[index].capital:
            return None
    return None


def _according(place: Place, subject: Phrase) -> tuple[int, int] | None:
    tokens, words = place.tokens, place.words
    for start in range(place.low, place.high):
        if tokens[start].text not in words.according_starts:
            continue
        for phrase in words.according:
            end = start + len(phrase)
            if end < place.high and tuple(t.text.lower() for t in tokens[start:end]) == phrase:
                found = phrase_starting(tokens, end, place.high, words)
                if found and not found.first <= subject.first <= found.last:
                    return end, found.last
    return None


def _second_source(place: Place, cue: int) -> tuple[int, int] | None:
    """“…,” Ms Ito told Mr Roth, a statement on the ministry's website said."""
    tokens, words = place.tokens, place.words
    if cue < place.at:
        return None
    comma = next((i for i in range(cue + 1, place.high) if tokens[i].text == "," or tokens[i].quote >= 0), None)
    if comma is None or tokens[comma].quote >= 0:
        return None
    for index in range(comma + 1, place.high):
        if tokens[index].text == "," or tokens[index].quote >= 0:
            return None
        if tokens[index].text in words.speech:
            verb = cue_at(tokens, index, comma + 1, place.high, words)
            told = tokens[comma + 1].text
            if told.endswith("ing") or any(t.text in words.relatives for t in tokens[comma + 1 : index]):
                return None  # “…,” she said, denying what some have said
            if verb and verb.shape is Shape.FINITE and verb.subject and verb.subject.form is not Form.PRONOUN:
                return comma + 1, index - 1
    return None


def _written_in(place: Place, subject: Phrase, cue: int) -> tuple[int, int] | None:
    """Ms Ito said in a statement; in a letter, Ms Ito said; Ms Ito wrote on her website."""
    for low, high in (
        (cue + 1, min(place.high, cue + 8)),
        (subject.last + 1, cue),
        (place.low, min(subject.first, place.low + 3)),
    ):
        found = _channel_between(place, low, high)
        if found:
            return found
    return None


def _channel_between(place: Place, low: int, high: int) -> tuple[int, int] | None:
    tokens, words = place.tokens, place.words
    for start in range(low, min(high, place.high - 1)):
        if tokens[start].text.lower() not in words.beside:
            continue
        for noun in range(start + 1, min(place.high, start + 2 + QUALIFIERS)):
            if not _qualifies(tokens[noun], words) or tokens[start + 1].text in words.not_names:
                break  # "on Friday released a statement"
            if tokens[noun].text in words.channels:
                return start + 1, _end(place, noun)
    return None


def _qualifies(token: Token, words: Cues) -> bool:
    """Whether a word can stand between "in" and the channel's noun: no verb, no other preposition."""
    if token.text in words.channels:
        return True
    return token.word and not (
        token.text in words.prepositions
        or token.text in words.conjunctions
        or token.text in words.auxiliaries
        or token.text in words.verbs
        or token.text.endswith("ing")
    )


def _is_compound(token: Token, words: Cues) -> bool:
    """Whether a word behind the channel's noun belongs to it: "a Twitter post", "a press call"."""
    if token.text in words.channels:
        return True
    return (
        _qualifies(token, words)
        and token.text.islower()
        and token.text not in words.phrase_ends | words.times | words.pronouns | words.determiners
        and not token.text.endswith(("ed", "ly"))
    )


def _end(place: Place, noun: int) -> int:
    """How far the channel goes on: "an interview with the Bern Post" but not "a statement on Monday"."""
    tokens, words = place.tokens, place.words
    last = noun
    while last + 1 < place.high and _is_compound(tokens[last + 1], words):
        last += 1
    while last + 2 < place.high and tokens[last + 1].text in words.joins:
        phrase = phrase_starting(tokens, last + 2, place.high, words)
        if (
            phrase is None
            or phrase.last - noun > CHANNEL_REACH
            or tokens[last + 2].text in words.not_names | words.times
        ):
            break
        last = phrase.last
    return last
