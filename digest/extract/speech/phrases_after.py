"""Find the noun phrase that begins after a cue: "said the mayor of Bern, who …"."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.cues import Cues
from digest.extract.speech.shapes import Phrase, shape
from digest.extract.speech.tokens import Token
from digest.model import Form

LONGEST = 14  # words: "a former spokesman for the mayor of the city of Bern"


def phrase_starting(tokens: Sequence[Token], first: int, high: int, words: Cues) -> Phrase | None:
    """The noun phrase whose first word is `first`, or None where none begins there."""
    if first >= high or not tokens[first].word:
        return None
    if tokens[first].text in words.pronouns:
        return Phrase(first, first, Form.PRONOUN)
    if tokens[first].text in words.never_sources and tokens[first].text not in words.determiners:
        return None
    last = first
    while last + 1 < high and last - first < LONGEST and _goes_on(tokens, last + 1, first, words):
        last += 1
    while last > first and (tokens[last].text in words.prepositions or tokens[last].text in words.determiners):
        last -= 1
    return _named(tokens, last + 1, high, words) or shape(tokens, first, last, words)


def _named(tokens: Sequence[Token], at: int, high: int, words: Cues) -> Phrase | None:
    """The name that somebody has whom words only describe: "a group of clerks *called Save Our Bern* has written"."""
    if at + 3 >= high or tokens[at].text not in words.called:
        return None
    end = at + 1
    while end < high and tokens[end].capital:
        end += 1
    follows = end - at > 2 and end < high and tokens[end].text in words.auxiliaries
    return shape(tokens, at + 1, end - 1, words) if follows else None


def _goes_on(tokens: Sequence[Token], at: int, first: int, words: Cues) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.text == ".":
        return before.text in words.dotted
    if token.text in "'’":  # "the employers’ federation"
        return before.text.endswith("s") and at + 1 < len(tokens) and tokens[at + 1].word
    return token.word and _word_goes_on(tokens, at, first, words)


def _word_goes_on(tokens: Sequence[Token], at: int, first: int, words: Cues) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.sentence != tokens[first].sentence:
        return False
    if token.text in words.joins or token.text == "and":
        return _joined(tokens, at, first, words)
    if token.text in words.phrase_ends or (token.text.endswith("ed") and _is_verb(tokens, at, words)):
        return False
    if before.capital and token.text.islower() and not before.possessive:
        return _describes(tokens, at, words) or (
            # "said Ito late": a lowercase word after a name is no longer the name, unless it begins as a description
            tokens[first].text in words.determiners and not (at - first >= 2 and tokens[at - 2].capital)
        )
    return True


def _joined(tokens: Sequence[Token], at: int, first: int, words: Cues) -> bool:
    """Whether the phrase goes on over a small word: "the head of", "a spokesman for", "Ito and Roth"."""
    text, before = tokens[at].text, tokens[at - 1]
    if text == "and":
        names = before.capital and at + 1 < len(tokens) and tokens[at + 1].capital
        return names and not any(t.text in words.belongs for t in tokens[first:at])
    return text in words.owns or before.text.islower()


def _describes(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    """Whether the name before belongs to what follows: "Ito aide", "Ito campaign manager Jan Roth"."""
    if tokens[at].text in words.heads:
        return True
    for index in range(at + 1, min(at + 3, len(tokens))):
        if not all(tokens[j].text.islower() and _plain(tokens[j], words) for j in range(at, index)):
            return False
        if tokens[index].text in words.heads or (tokens[index].capital and tokens[index].text not in words.not_names):
            return True
    return False


def _plain(token: Token, words: Cues) -> bool:
    return not (
        token.text in words.phrase_ends
        or token.text in words.prepositions
        or token.text in words.determiners
        or token.text.endswith(("ing", "ly", "ed"))
    )


def _is_verb(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    """Whether a word in -ed is a verb: "the powers issued a text", not "the united powers"."""
    if at + 1 >= len(tokens) or not tokens[at + 1].word:
        return True
    after = tokens[at + 1].text
    return (
        after in words.determiners
        or after in words.prepositions
        or after in words.after_verbs
        or after in words.pronouns
        or after in words.phrase_ends
        or after[0].isdigit()
    )
