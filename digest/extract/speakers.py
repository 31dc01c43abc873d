"""Decide who said a quotation, by rules that have a name, an order, and a measured precision."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.extract.cues import Cues
from digest.extract.speech.clauses import Shape, cue_at
from digest.extract.speech.governing import Found, governing, undisputed
from digest.extract.speech.inserted import named_behind, said_inserted, signed
from digest.extract.speech.led_in import asked_by, colon, colon_name, issued, to_whom
from digest.extract.speech.others_words import others_words
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.place import Place
from digest.extract.speech.said_behind import inverted, said_after, verb_after
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.subjects import main_subject
from digest.extract.speech.tokens import Token
from digest.model import Form


def said_before(place: Place) -> Found | None:
    """Ms Ito said: “…”; Ms Ito called the plan “…”."""
    found = governing(place)
    return found if found and found.cue == place.at - 1 - (place.tokens[place.at - 1].text in ",:") else None


def said_earlier(place: Place) -> Found | None:
    """Ms Ito said that the plan was “…”."""
    found = governing(place)
    return found if found and undisputed(place, found) else None


def said_somewhere(place: Place) -> Found | None:
    """Ms Ito said that when Mr Roth spoke of it, the plan was “…”: more than one could have said it."""
    return governing(place)


def according_to(place: Place) -> Found | None:
    """“…”, according to Ms Ito; according to Ms Ito it is “…”."""
    for start in (*range(place.at + 1, min(place.high, place.at + 3)), *range(place.low, place.at)):
        found = _according(place, start)
        if found and (start > place.at or start <= place.low + 1 or found.phrase.last + 2 == place.at):
            return found
    return None


def according_farther(place: Place) -> Found | None:
    """It is “…” for many, according to Ms Ito: the words may be somebody else's, of whom she tells."""
    for start in (*range(place.at + 1, place.high), *range(place.low, place.at)):
        if found := _according(place, start):
            return found
    return None


def _according(place: Place, start: int) -> Found | None:
    tokens, words = place.tokens, place.words
    if tokens[start].text in words.according_starts:
        for phrase in words.according:
            end = start + len(phrase)
            if end < place.high and tuple(t.text.lower() for t in tokens[start:end]) == phrase:
                found = phrase_starting(tokens, end, place.high, words)
                if found:
                    return Found(found, start)
    return None


def said_at_end(place: Place) -> Found | None:
    """The plan was “…” for everybody, Ms Ito said; the plan was “…” for everybody, said Ms Ito."""
    tokens, words = place.tokens, place.words
    for cue in range(place.at + 2, place.high):
        if tokens[cue].text in words.speech:
            if (
                tokens[cue - 1].text == ","
                and tokens[cue].text not in words.participles | words.also_nouns | words.told
            ):
                phrase = phrase_starting(tokens, cue + 1, place.high, words)
                if phrase and phrase.form is not Form.PRONOUN:
                    return Found(phrase, cue)
            verb = cue_at(tokens, cue, place.at + 1, place.high, words)
            phrase = verb.subject if verb and verb.shape is Shape.FINITE else None
            if phrase and _after_comma(place, phrase):
                return Found(phrase, cue)
    return None


def _after_comma(place: Place, phrase: Phrase) -> bool:
    """Whether the phrase begins what follows a comma: ", Ms Ito said", ", the Green senator Ann Ito said"."""
    for index in range(phrase.first - 1, max(place.at, phrase.first - 6), -1):
        if place.tokens[index].text == ",":
            return True
        if not place.tokens[index].word or place.tokens[index].text in place.words.conjunctions:
            return False
    return False


def introduced(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Found | None:
    """Who speaks in the sentence `low..high` that stands before a quotation: its last cue's subject, or its own."""
    place = Place(tokens, high, low, high, "", words)
    found = governing(place)
    if found is None:
        found = sentence_subject(place)
        # a name alone, such as a picture's source, says nothing; nor does the last: "on her rival, Jan Roth (Green):"
        return found if found is not None and _acts(tokens, found.cue + 1, high) else None
    return found


def _acts(tokens: Sequence[Token], behind: int, high: int) -> bool:
    """Whether anything is told of the name that ends before `behind`: a word follows, or an aside and a word."""
    if behind < high and tokens[behind].text == "(":
        behind = next((i + 1 for i in range(behind, high) if tokens[i].text == ")"), high)
    return behind < high and (tokens[behind].word or tokens[behind].text == ",")


def sentence_subject(place: Place) -> Found | None:
    """Ms Ito stood by her “…” view."""
    if not any(token.word for token in place.tokens[place.low : place.at]):
        return None
    phrase = main_subject(place.tokens, place.low, place.at, place.words)
    return Found(phrase, phrase.last) if phrase else None


SUBJECT = "sentence subject"

Rule = Callable[[Place], Found | None]

# The order is the order of trust. The number is the rule's precision: the share of quotations for which it found the
# right words, in half of some hundred annotated news articles and of our own passages, where the other halves then gave
# about the same; "asked by", "named behind", "to whom" and "issued" do not occur there, and have that of rules like
# them. How sure it is whom those words mean is told by digest/extract/speech/trust.py.
RULES: tuple[tuple[str, Rule, float], ...] = (
    ("asked by", asked_by, 0.95),
    ("said after", said_after, 0.98),
    ("said, inverted", inverted, 0.98),
    ("signed", signed, 0.95),
    ("said, inserted", said_inserted, 0.95),
    ("verb after", verb_after, 0.9),
    ("named behind", named_behind, 0.9),
    ("issued", issued, 0.95),
    ("colon", colon, 0.85),
    ("another's words", others_words, 0.85),
    ("said before", said_before, 0.96),
    ("said earlier", said_earlier, 0.96),
    ("said somewhere", said_somewhere, 0.82),
    ("colon after a name", colon_name, 0.8),
    ("said at the end", said_at_end, 0.92),
    ("according to", according_to, 0.8),
    ("according to, farther off", according_farther, 0.6),
    ("to whom", to_whom, 0.85),
    (SUBJECT, sentence_subject, 0.7),
)
# What is known from elsewhere than the quotation's own sentence.
LABEL = ("speaker label", 0.97)
INTRODUCED = ("introduced by a colon", 0.88)
PREVIOUS = ("previous sentence", 0.83)
PREVIOUS_SUBJECT = ("previous sentence's subject", 0.7)
SAME_SENTENCE = ("same sentence", 0.9)
SAME_PARAGRAPH = ("same paragraph", 0.96)
RUNNING = ("running quotation", 0.95)
GOES_ON = ("last speaker goes on", 0.95)
LAST = ("last speaker", 0.6)
