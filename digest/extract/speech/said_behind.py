"""Find who speaks right behind a quotation: “…,” Ms Ito said; “…,” said Ms Ito; “…,” Ms Ito beamed."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.cues import Cues
from digest.extract.speech.clauses import Shape, cue_at
from digest.extract.speech.governing import Found
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.place import Place
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token
from digest.model import Form

REACH = 14  # words between a quotation and the cue that follows its subject


def said_after(place: Place) -> Found | None:
    """“…,” Ms Ito said."""
    return None if _is_led_to(place) else _said_behind(place)


def is_retold(place: Place) -> bool:
    """Whether somebody else tells what was said: "The driver yelled, “…” Ms Ito recalled"."""
    return _is_led_to(place) and _said_behind(place) is not None


def inverted(place: Place) -> Found | None:
    """“…,” said Ms Ito."""
    tokens, words = place.tokens, place.words
    first = _behind(place)
    if first is None:
        return None
    for cue in range(first, min(place.high, first + 2)):
        verb = tokens[cue].text
        if verb in words.speech and verb not in words.told and verb not in words.participles:
            phrase = phrase_starting(tokens, cue + 1, place.high, words)
            if phrase:
                return Found(phrase, cue)
        if not tokens[cue].text.endswith("ly") and tokens[cue].text not in words.adverbs:
            return None
    return None


def verb_after(place: Place) -> Found | None:
    """“…,” Ms Ito beamed: any verb right behind the name will do after a comma inside the marks."""
    tokens, words = place.tokens, place.words
    first = place.at + 1
    embedded = place.at > place.low and tokens[place.at - 1].word  # "As he calls it a “hoax,” the mayor danced"
    if embedded or place.ending not in ",?!" or first + 1 >= place.high or _is_led_to(place):
        return None
    if _verb_like(tokens[first].text):  # “…,” beamed Ms Ito
        phrase = phrase_starting(tokens, first + 1, place.high, words)
        return Found(phrase, first) if phrase and phrase.form is not Form.DESCRIPTION else None
    phrase = phrase_starting(tokens, first, place.high, words)
    if phrase is None or phrase.last + 1 >= place.high or phrase.form is Form.DESCRIPTION:
        return None
    return Found(phrase, phrase.last + 1) if _verb_like(tokens[phrase.last + 1].text) else None


def _behind(place: Place) -> int | None:
    """The token where an attribution behind the quotation may begin: after its comma, inside or outside the marks."""
    first = place.at + 1
    if first < place.high and place.tokens[first].text in ",—–-":
        return first + 1
    return first if place.ending in ",?!.—–-…" else None


def _said_behind(place: Place) -> Found | None:
    tokens, words = place.tokens, place.words
    first = _behind(place)
    if first is None:
        return None
    for cue in range(first + 1, min(place.high, first + REACH + 20)):
        token = tokens[cue]
        if token.quote >= 0:
            return None
        verb = cue_at(tokens, cue, first, place.high, words) if token.text in words.verbs else None
        if verb and verb.shape is Shape.FINITE:
            after = tokens[cue + 1].text if cue + 1 < place.high else ""
            if after in words.answers or (place.ending == "." and after in words.that | words.pronouns):
                return None  # “….” Ms Ito said that it rained: another sentence, which no mark parts from this one
            named = _named_with_role(tokens, first, cue, words) or _named_at_length(tokens, first, cue, words)
            subject = named or (
                verb.subject if verb.subject and _starts_at(tokens, verb.subject, first, words) else None
            )
            if subject and not _is_aside(tokens, subject, first, words):
                return _quoted(tokens, cue, place.high, words) or Found(subject, cue)
            if cue - first > REACH:
                return None
    return None


def _quoted(tokens: Sequence[Token], cue: int, high: int, words: Cues) -> Found | None:
    """Whom a paper quotes: “…,” the Courier quoted *Ms Ito* as saying."""
    told = phrase_starting(tokens, cue + 1, high, words)
    if told is None or told.last + 2 >= high or tokens[told.last + 1].text not in words.as_saying:
        return None
    return Found(told, told.last + 2) if tokens[told.last + 2].text in words.participles else None


def _is_led_to(place: Place) -> bool:
    """Whether a verb with its subject leads to the words: "The driver yelled, “…”", whoever follows."""
    tokens, words = place.tokens, place.words
    cue = place.at - 2
    if cue <= place.low or tokens[cue + 1].text not in ",:" or tokens[cue].text not in words.speech:
        return False
    verb = cue_at(tokens, cue, place.low, place.high, words)
    return verb is not None and verb.shape is Shape.FINITE and verb.subject is not None


def _is_aside(tokens: Sequence[Token], phrase: Phrase, first: int, words: Cues) -> bool:
    """Whether a thing stands behind a preposition: "“…,” in a statement read on Monday"."""
    before = phrase.first - 1
    while before > first and tokens[before].text in words.determiners:
        before -= 1
    return phrase.form is Form.DESCRIPTION and before >= first and tokens[before].text in words.beside


def _named_with_role(tokens: Sequence[Token], first: int, cue: int, words: Cues) -> Phrase | None:
    """The name before a role that no comma closes: “…,” Ann Ito, head of research at Bern House told Radio X."""
    name = phrase_starting(tokens, first, cue, words)
    if name is None or name.form is not Form.NAME or name.last - first < 1 or name.last + 2 >= cue:
        return None
    role = tokens[name.last + 2 : cue]
    noun = role[0].text.lower()
    opens = role[0].text in words.determiners or noun in words.heads or noun in words.stands_for
    plain = all((t.word or t.text in ".()") and t.quote < 0 for t in role)
    return name if tokens[name.last + 1].text == "," and opens and plain else None


def _named_at_length(tokens: Sequence[Token], first: int, cue: int, words: Cues) -> Phrase | None:
    """The name before a comma that parts it from its verb: “…,” Ann Ito of the Church of Our Lady, told Radio X."""
    name = phrase_starting(tokens, first, cue, words)
    if name is None or name.form is not Form.NAME or name.first == name.last or tokens[cue - 1].text != ",":
        return None
    rest = tokens[name.last + 1 : cue - 1]
    plain = all(t.capital or t.text in words.joins or t.text in words.determiners or t.text == "." for t in rest)
    return name if plain and (not rest or rest[0].text in words.joins) else None


def _starts_at(tokens: Sequence[Token], phrase: Phrase, first: int, words: Cues) -> bool:
    """Whether nothing but adverbs, titles and descriptions stands between the quotation and the phrase.

    Or whoever is its subject as well: “…,” Ms Ito and her aide said.
    """
    joint = next(
        (i for i in range(phrase.first - 1, max(first, phrase.first - 4), -1) if tokens[i].text == "and"), None
    )
    if joint is not None:
        other = phrase_starting(tokens, first, joint, words)
        return other is not None and other.last + 1 == joint
    return (
        all(
            (tokens[i].word or tokens[i].text in ".’'")
            and (tokens[i].text not in words.conjunctions or _joins_body(tokens, i, phrase, first, words))
            and tokens[i].text not in words.relatives
            for i in range(first, phrase.first)
        )
        and phrase.first - first <= 8
    )


def _joins_body(tokens: Sequence[Token], at: int, phrase: Phrase, first: int, words: Cues) -> bool:
    """Whether "and" is within the name of a body whose spokesman speaks: "Parks and Lakes Committee *aide* Ann Ito"."""
    role = tokens[phrase.first - 1].text in words.heads
    named = first < at and tokens[at].text == "and" and tokens[at - 1].capital and tokens[at + 1].capital
    return role and named and tokens[first].text not in words.given


def _verb_like(text: str) -> bool:
    return text.islower() and text.endswith(("ed", "es", "ks", "ts", "ns"))
