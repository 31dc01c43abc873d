"""Find the subject of a sentence's main clause, for the cues that have none of their own."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.cues import Cues
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token
from digest.model import Form

BREAKS = frozenset(",—–-;:")  # a subject stands at the beginning of the sentence, or after one of these


def main_subject(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Phrase | None:
    """The subject of the sentence's main clause: the first phrase that a verb can follow.

    "Hours later, speaking in Bern, Ms Ito returned the compliment, saying …" -> "Ms Ito".
    """
    joined = _of_second_clause(tokens, low, high, words)
    if joined is not None:
        return joined
    opens = True
    fallback: Phrase | None = None
    index = low
    while index < high:
        token = tokens[index]
        if opens and (comma := _after_a_while(tokens, index, high, words)):
            index = comma + 1
            continue
        phrase = _beginning(tokens, index, high, words) if opens else None
        if phrase is not None:
            fallback = fallback or phrase
            if phrase.last + 1 < high and _verb_may_follow(tokens, phrase.last + 1, high, words):
                return phrase
            index = phrase.last
            opens = False
        else:
            opens = token.quote >= 0 or token.text in BREAKS or (opens and token.text in words.leading)
        index += 1
    return fallback


def reported_subject(tokens: Sequence[Token], low: int, at: int, words: Cues) -> Phrase | None:
    """Of whom a paper tells, where a participle goes on with it: "The Courier reports Ms Ito left, saying"."""
    if tokens[at].text not in words.arguing or tokens[at - 1].text != ",":
        return None
    first = next((i + 1 for i in range(low + 1, at) if tokens[i].text in words.relays), at)
    first += tokens[first].text in words.that
    phrase = phrase_starting(tokens, first, at, words) if first < at - 1 else None
    named = phrase is not None and phrase.form is Form.NAME and not tokens[phrase.last].possessive
    return phrase if phrase and named and tokens[phrase.last + 1].word else None


def _after_a_while(tokens: Sequence[Token], first: int, high: int, words: Cues) -> int | None:
    """The comma behind the time that begins at `first`: "Ten minutes later, …", "About two weeks earlier, …"."""
    for at in range(first + 1, min(high - 1, first + 5)):
        if tokens[at].text in words.spans:
            return at + 2 if at + 2 < high and tokens[at + 2].text == "," else None
        if not tokens[at].word:
            return None
    return None


def _of_second_clause(tokens: Sequence[Token], low: int, high: int, words: Cues) -> Phrase | None:
    """The subject of a clause that "and" joins to the first: "A clerk called it late, and Ann Ito wrote, saying"."""
    for at in range(high - 3, low + 2, -1):
        if tokens[at].text not in words.splits or tokens[at - 1].text != "," or tokens[at].quote >= 0:
            continue
        phrase = _beginning(tokens, at + 1, high, words)
        if phrase is None or phrase.form is not Form.NAME or phrase.last + 1 >= high:
            continue
        if _verb_may_follow(tokens, phrase.last + 1, high, words) and tokens[phrase.last + 1].text != "(":
            return phrase
    return None


def _beginning(tokens: Sequence[Token], first: int, high: int, words: Cues) -> Phrase | None:
    token = tokens[first]
    if not (token.capital or token.text in words.pronouns or token.text in words.determiners):
        return None
    if token.text in words.never_begin or (token.text.endswith("ing") and token.capital):
        return None
    return phrase_starting(tokens, first, high, words)


def _verb_may_follow(tokens: Sequence[Token], at: int, high: int, words: Cues) -> bool:
    token = tokens[at]
    if token.text in ",(":
        return _verb_behind(tokens, at, high, words)
    if token.text in words.adverbs and at + 1 < high:  # "Hours later, …"
        token = tokens[at + 1]
    return _may_be_verb(token, words)


def _verb_behind(tokens: Sequence[Token], at: int, high: int, words: Cues) -> bool:
    """Whether a verb follows the apposition that begins at `at`: "Ms Ito, the mayor of Bern, refused"."""
    mark = "," if tokens[at].text == "," else ")"
    end = next((i for i in range(at + 1, min(high, at + 25)) if tokens[i].text == mark), None)
    if end is None or end + 1 >= high or tokens[at + 1].text in words.pronouns:
        return False
    return _may_be_verb(tokens[end + 1], words) and not tokens[end + 1].text.endswith("ing")


def _may_be_verb(token: Token, words: Cues) -> bool:
    return (
        token.word
        and token.text[0].islower()
        and token.text not in words.prepositions
        and (token.text not in words.conjunctions or token.text in words.relatives)
    )
