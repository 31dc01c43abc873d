"""Find the noun phrase that speaks: the one that ends before a cue verb, or the one that begins after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.cues import Cues
from digest.extract.speech.tokens import Token
from digest.model import Form

LONGEST = 14  # words of a speaking noun phrase: "a former spokesman for the mayor of the city of Bern"
APPOSITION = 30  # words between two commas: ", who has led the department since 2012,"


class Phrase(NamedTuple):
    """Words `first..last` (inclusive token indexes) that name a source."""

    first: int
    last: int
    form: Form


def phrase_before(tokens: Sequence[Token], at: int, low: int, words: Cues) -> Phrase | None:
    """The subject of the verb at `at`, which ends before it; None where the subject is elsewhere."""
    last = _skip_adverbs(tokens, at - 1, low, words)
    for _ in range(4):
        if last < low:
            return None
        token = tokens[last]
        if token.text in words.relatives and last - 1 >= low:
            last -= 1
            if tokens[last].text == ",":
                last -= 1
            continue
        if token.text == ")":
            last = _back_to(tokens, last, low, "(") - 1
            continue
        if token.text == "," and last - 1 >= low and tokens[last - 1].text == ")":  # "Ito (Green), said"
            last -= 1
            continue
        if token.text in ",—–-":
            return _before_apposition(tokens, last, low, words)
        break
    return phrase_ending(tokens, last, low, words)


def _skip_adverbs(tokens: Sequence[Token], last: int, low: int, words: Cues) -> int:
    while last >= low and (
        tokens[last].text in words.auxiliaries
        or tokens[last].text in words.adverbs
        or (tokens[last].text.endswith("ly") and tokens[last].text.islower())
    ):
        last -= 1
        if tokens[last + 1].text in words.not_names and last >= low and tokens[last].text == "on":
            last -= 1  # "the ministry on Tuesday said"
    return last


def _back_to(tokens: Sequence[Token], at: int, low: int, mark: str) -> int:
    for index in range(at - 1, max(low, at - APPOSITION) - 1, -1):
        if tokens[index].text == mark:
            return index
    return at


def _before_apposition(tokens: Sequence[Token], comma: int, low: int, words: Cues) -> Phrase | None:
    """Go back over ", mayor of Dayton, Ohio," to the phrase that it explains."""
    mark = tokens[comma].text
    for index in range(comma - 1, max(low, comma - APPOSITION) - 1, -1):
        token = tokens[index]
        if token.quote >= 0:
            return None
        if token.text != mark:
            continue
        last = index - 1
        if last >= low and tokens[last].text == ")":
            last = _back_to(tokens, last, low, "(") - 1
        if last < low:
            return None
        phrase = phrase_ending(tokens, last, low, words)
        if phrase is None:
            continue
        if tokens[phrase.last].word and not tokens[phrase.last].text[0].isdigit() and _can_speak(tokens, phrase, words):
            return phrase
    return None


def _can_speak(tokens: Sequence[Token], phrase: Phrase, words: Cues) -> bool:
    if phrase.form is Form.DESCRIPTION:
        return tokens[phrase.first].text in words.determiners
    before = tokens[phrase.first - 1].text if phrase.first else ""
    return before not in words.prepositions


def phrase_ending(tokens: Sequence[Token], last: int, low: int, words: Cues) -> Phrase | None:
    """The noun phrase whose last word is `last`."""
    token = tokens[last]
    if not token.word or token.text[0].isdigit():
        return None
    if token.text in words.pronouns:
        return Phrase(last, last, Form.PRONOUN)
    if _never_a_source(token, words) or token.text in words.determiners - _PRONOMINAL:
        return None
    first = last
    while first - 1 >= low and last - first < LONGEST and _continues(tokens, first - 1, words):
        first -= 1
    first = _trim(tokens, first, last, words)
    return _shape(tokens, first, last, words)


def phrase_starting(tokens: Sequence[Token], first: int, high: int, words: Cues) -> Phrase | None:
    """The noun phrase whose first word is `first`: "said the mayor of Bern, who …"."""
    if first >= high or not tokens[first].word:
        return None
    if tokens[first].text in words.pronouns:
        return Phrase(first, first, Form.PRONOUN)
    if _never_a_source(tokens[first], words) and tokens[first].text not in words.determiners:
        return None
    last = first
    while last + 1 < high and last - first < LONGEST and _goes_on(tokens, last + 1, first, words):
        last += 1
    while last > first and (tokens[last].text in words.prepositions or tokens[last].text in words.determiners):
        last -= 1
    return _shape(tokens, first, last, words)


def _goes_on(tokens: Sequence[Token], at: int, first: int, words: Cues) -> bool:
    token = tokens[at]
    if token.text == "." and tokens[at - 1].text in words.titles:
        return True
    if not token.word or token.sentence != tokens[first].sentence:
        return False
    if token.text in words.not_names or token.text in words.adverbs:
        return False
    if token.text in ("of", "for", "at", "to", "from", "with", "and"):
        named = tokens[at - 1].capital and not any(t.text in ("of", "for") for t in tokens[first:at])
        if token.text == "of":
            return True
        if token.text in ("for", "at", "with", "to", "from"):
            return tokens[at - 1].text.islower()
        return named and at + 1 < len(tokens) and tokens[at + 1].capital
    if token.text in words.prepositions or token.text in words.conjunctions:
        return False
    if token.text in words.auxiliaries or token.text in words.finite or token.text in words.participles:
        return False
    if token.text in words.irregular or (token.text.endswith("ed") and _followed_by_object(tokens, at, words)):
        return False
    if tokens[at - 1].capital and token.text.islower() and not tokens[at - 1].possessive:
        if token.text in words.heads or any(
            tokens[i].text in words.heads or (tokens[i].capital and tokens[i].text not in words.not_names)
            for i in range(at + 1, min(at + 3, len(tokens)))
            if all(tokens[j].word and _plain(tokens[j], words) for j in range(at, i))
        ):
            return True
        # "said Ito late": a lowercase word after a name is no longer the name, unless it begins as a description
        return tokens[first].text in words.determiners and not _named_end(tokens, first, at - 1)
    return True


def _plain(token: Token, words: Cues) -> bool:
    """Whether a word can stand between a name and the noun that it describes: "Ito campaign manager"."""
    return token.text.islower() and not (
        token.text in words.prepositions
        or token.text in words.conjunctions
        or token.text in words.adverbs
        or token.text in words.auxiliaries
        or token.text in words.determiners
        or token.text in words.participles
        or token.text in words.finite
        or token.text.endswith(("ing", "ly", "ed"))
    )


def _followed_by_object(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    """Whether a word in -ed is a verb: "the powers issued a text", not "the united powers"."""
    if at + 1 >= len(tokens) or not tokens[at + 1].word:
        return True
    after = tokens[at + 1].text
    return (
        after in words.determiners
        or after in words.prepositions
        or after in words.pronouns
        or after in words.adverbs
        or after in words.conjunctions
        or after in words.auxiliaries
        or after[0].isdigit()
    )


def _named_end(tokens: Sequence[Token], first: int, last: int) -> bool:
    return last - first >= 1 and tokens[last].capital and tokens[last - 1].capital


def _never_a_source(token: Token, words: Cues) -> bool:
    text = token.text
    return (
        text in words.not_names
        or text in words.conjunctions
        or text in words.prepositions
        or text in words.first_person
        or text in words.auxiliaries
        or text in words.leading
        or text in words.participles
    )


def _continues(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    token = tokens[at]
    if token.text == ".":
        return at > 0 and (tokens[at - 1].text in words.titles or len(tokens[at - 1].text) == 1)
    if not token.word:
        return False
    if token.text == "and":
        return at > 0 and tokens[at - 1].capital and tokens[at + 1].capital and at + 1 < len(tokens)
    if token.text in ("of", "for", "to", "from", "at", "with", "in", "on", "by", "like"):
        return True
    return not (
        token.text in words.conjunctions
        or token.text in words.prepositions
        or token.text in words.pronouns - {"her", "Her"}
        or token.text in words.auxiliaries
        or token.text in words.leading
        or token.text in words.participles
        or (token.text in words.finite and not token.capital)
    )


def _trim(tokens: Sequence[Token], first: int, last: int, words: Cues) -> int:
    """Take "On Monday" off "On Monday the spokesman", "to CNN" off what stands before a name."""
    while first < last and (
        tokens[first].text in words.leading or tokens[first].text in words.not_names or not tokens[first].word
    ):
        first += 1
    if tokens[first].text in words.prepositions:
        starts = [
            i
            for i in range(first + 2, last + 1)
            if tokens[i].text in words.determiners and tokens[i - 1].text not in words.prepositions
        ]
        if starts:
            return starts[-1] if tokens[starts[0]].text.islower() and len(starts) == 1 else starts[0]
        index = last
        while index > first and (tokens[index - 1].capital or tokens[index - 1].text == "."):
            index -= 1
        return index
    return first


def _shape(tokens: Sequence[Token], first: int, last: int, words: Cues) -> Phrase | None:
    """Say whether the phrase is a name or a description, and cut a name out of the words around it.

    The head stands before the first preposition: "Ann Ito of Green Bern" is a name, "a letter from Ann Ito" is not.
    """
    if first > last or (first == last and tokens[last].text in words.determiners - _PRONOMINAL):
        return None
    if tokens[first].text.islower() and tokens[first].text.endswith("ing"):
        return None
    end = last
    for index in range(first + 1, last):
        if tokens[index].text in words.prepositions and not tokens[index].capital:
            end = index - 1
            break
    if not tokens[end].capital or tokens[end].text in words.determiners:
        if end < last and tokens[end + 1].text in ("in", "on", "via", "through", "during", "after"):
            last = end  # "the ministry in a statement"
        return Phrase(first, last, Form.DESCRIPTION)
    start = end
    while start - 1 >= first and _in_name(tokens, start - 1, words):
        start -= 1
    if (
        end < last
        and tokens[last].capital
        and all(t.text in words.titles or t.text == "." for t in tokens[start : end + 1])
    ):
        return Phrase(first, last, Form.NAME)  # "Secretary of State Ann Ito"
    while start < end and (tokens[start].text in words.particles and tokens[start].text.islower()):
        start += 1
    return Phrase(start, end, Form.NAME)


_PRONOMINAL = frozenset(
    {
        "some",
        "Some",
        "others",
        "Others",
        "another",
        "Another",
        "many",
        "Many",
        "both",
        "Both",
        "one",
        "One",
        "several",
        "Several",
    }
)


def _in_name(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    token = tokens[at]
    if token.possessive or token.text in words.not_names:
        return False
    if token.capital:
        return token.text not in words.leading and token.text not in words.prepositions
    if token.text == ".":
        return at > 0 and (tokens[at - 1].text in words.titles or len(tokens[at - 1].text) <= 2)
    if token.text in words.particles:
        return at > 0 and tokens[at - 1].capital
    return token.text == "&"
