"""Say what a noun phrase is: a pronoun, a name cut out of the words around it, or a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.speech.tokens import Token
from digest.model import Form

CLAUSE = re.compile(r"(?:i|we|you|they|he|she|it|that|there|let)['’](?:m|ve|ll|d|re|s)", re.IGNORECASE)  # "I'm"
SHORT = 2  # letters of a country before a title: "US Secretary of State"


class Phrase(NamedTuple):
    """Words `first..last` (inclusive token indexes) that name a source."""

    first: int
    last: int
    form: Form


def shape(tokens: Sequence[Token], first: int, last: int, words: Cues) -> Phrase | None:
    """The phrase at `first..last`, or None where it cannot speak.

    The head stands before the first preposition: "Ann Ito of Green Bern" is a name, "a letter from Ann Ito" is not.
    """
    if first > last or _is_no_noun(tokens, first, last, words):
        return None
    end = _head_end(tokens, first, last, words)
    if not tokens[end].capital or tokens[end].text in words.determiners:
        beside = end < last and (tokens[end + 1].text in words.beside or _participle(tokens, end + 1, words))
        name = _name_behind(tokens, end + 2, last, words) if beside else None
        if name is not None:
            return Phrase(name, last, Form.NAME)
        return Phrase(first, end if beside else last, Form.DESCRIPTION)  # "the ministry" of "the ministry in a letter"
    start = end
    if start - 1 >= first and tokens[start - 1].possessive:
        head = tokens[end].text.lower()
        start -= head in words.heads or head in words.speaking  # "Bern Mayor's Office"
    while start - 1 >= first and _in_name(tokens, start - 1, words):
        start -= 1
    titled = all(_is_titling(t, words) for t in tokens[start : end + 1])
    if titled and end < last and tokens[last].capital:
        return Phrase(first, last, Form.NAME)  # "Secretary of State Ann Ito", "U.S. Secretary of State Ann Ito"
    while start < end and tokens[start].text in words.particles and tokens[start].text.islower():
        start += 1
    if all(token.text in words.not_names for token in tokens[start : end + 1]):
        return None  # "early Friday on charges that"
    return Phrase(start, end, Form.NAME)


def _is_no_noun(tokens: Sequence[Token], first: int, last: int, words: Cues) -> bool:
    """Whether words are a lone "the", a clause ("I'm"), what opens one ("Let"), or an act ("speaking of Ms Ito")."""
    opener, end = tokens[first].text, tokens[last].text
    act = opener.islower() and opener.endswith("ing")
    lone = first == last and end in words.bare_determiners
    return lone or act or opener in words.imperatives or CLAUSE.fullmatch(end) is not None


def _is_titling(token: Token, words: Cues) -> bool:
    short = token.text.isupper() and len(token.text.replace(".", "")) <= SHORT
    return token.text in words.titles or token.text == "." or short


def _name_behind(tokens: Sequence[Token], first: int, last: int, words: Cues) -> int | None:
    """Where a name begins that follows time and place without a comma: "that morning in Bern the mayor Ann Ito"."""
    start = last
    while start > first and tokens[start].capital and _in_name(tokens, start - 1, words):
        start -= 1
    return start if first < start < last and tokens[last].capital else None


def _head_end(tokens: Sequence[Token], first: int, last: int, words: Cues) -> int:
    for index in range(first + 1, last):
        if tokens[index].text in words.prepositions and not tokens[index].capital:
            return index - 1
        if _participle(tokens, index, words):
            return index - 1
    return last


def _participle(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    """Whether a word only says what was done to the noun before: "a report published last year"."""
    text, after = tokens[at].text, tokens[at + 1].text
    follows = after in words.prepositions or after in words.times
    return follows and text.islower() and text.endswith("ed") and not tokens[at - 1].capital


def _in_name(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    token = tokens[at]
    if token.possessive or token.text in words.not_names:
        return False
    if token.capital:
        return token.text not in words.leading and token.text not in words.prepositions
    if token.text == ".":
        return at > 0 and (tokens[at - 1].text in words.dotted or len(tokens[at - 1].text) <= 2)
    return token.text == "&" or (token.text in words.particles and at > 0 and tokens[at - 1].capital)
