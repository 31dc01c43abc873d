"""Tell whether words that were taken out of quotation marks say by themselves what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.language.antecedents import (
    ENDS,
    STOPS,
    has_noun,
    is_known,
    is_last,
    last_sentence,
    names_a_thing,
    names_among,
    opens_behind,
    takes_up,
)
from digest.language.hanging import Degree
from digest.language.remembered import SENTENCE
from digest.language.spoken_words import SpokenWords, plain, spoken_words
from digest.language.terms import Word, content_set, is_content, words

EARLY = 6  # words in which "it" or "that" has nothing to stand for yet, if none of them is a noun
TOLD = 8  # words after which one of these takes up what the speaker told before it
YEAR = 4  # digits
TELLING = 4  # words with content from which two texts can be told to be the same
SAME = 0.75  # the part of them that both must have
SHORT = 12  # words that do not say who is spoken to: "You are the one!"
INSERTED = re.compile(r"\W{0,3}[\[(][^\])]{0,60}\b[A-Z]")  # "his [President Ito's] bridge": who is meant is told


class _Said(NamedTuple):
    """Words as they were said, behind those that `told` counts, with the names among all of them."""

    text: str
    found: Sequence[Word]
    told: int
    names: frozenset[str]
    language: str


def leans(text: str, *, before: str = "", language: str = "en") -> Degree:
    """How far words in quotation marks lean on what is told before them.

    “He has been to Bern”, “If that's the kind of bridge we want”, “We brought this to their attention” -> HANGS.
    “This is a good day”, “That bridge is old” -> POINTS: most readers know by the story what is meant.
    “The mayor knows what he wants”, “It is time to build”, “I love this bridge” -> STANDS.
    A sentence `before` them on the page may tell what “this” is, and, if it names somebody, who “he” is.
    """
    told = before.strip()
    whole = f"{told} {text}" if told else text
    return (_leans if len(whole) <= SENTENCE else _leans.__wrapped__)(whole, language, told=len(words(told)))


@lru_cache(maxsize=1 << 12)  # a story's page, its people's and the check of both ask again
def _leans(text: str, language: str, *, told: int) -> Degree:
    data = spoken_words(language)
    if data is None:
        return Degree.STANDS
    found = words(text)
    names = names_among(text, found, language)
    said = _Said(text, found, told, names, language)
    answered = told and names_a_thing(last_sentence(text, found[:told]), names, data, language)
    found_degree = Degree.STANDS
    for at, word in enumerate(found[told:], start=told):
        low = plain(word)
        if low in data.persons | data.several:
            known = is_known(found[:at], names, data, several=low in data.several)
            if not known and not INSERTED.match(text, word.end):
                return Degree.HANGS
        elif _is_addressed(said, at, data) or _names_anew(said, at, data):
            return Degree.HANGS
        elif answered or at - told >= TOLD:
            if low in data.that and is_last(text, found, at) and not takes_up(text, found[told : at + 1], data):
                return Degree.HANGS
        elif low in data.things and at - told < EARLY:
            if has_noun(found[told:at], data) or _is_empty(text, found, at, data):
                continue
            if not _says_what(found, at, data):
                return Degree.HANGS
            found_degree = Degree.POINTS
        elif low in data.pointers and not opens_behind(text, found[told : at + 1], data):
            found_degree = max(found_degree, _pointing(text, found, at, data))
    return found_degree


def tells_occasion(outside: str, *, language: str = "en") -> bool:
    """Whether what stands around quoted words may tell of another time: "… after the flood of 2012"."""
    data = spoken_words(language)
    return data is not None and any(
        plain(word) in data.occasions or (len(word.text) == YEAR and word.text.isdigit()) for word in words(outside)
    )


def says_same(one: str, other: str, *, language: str = "en") -> bool:
    """Whether nearly all that the shorter of two texts tells stands in the other: the same, in other words."""
    left, right = (content_set(text, language=language) for text in (one, other))
    fewer = min(len(left), len(right))
    return fewer >= TELLING and len(left & right) >= SAME * fewer


def _is_addressed(said: _Said, at: int, data: SpokenWords) -> bool:
    """Whether short words speak to one who is not named: "You are the one!"."""
    text, found, told, names, _ = said
    if plain(found[at]) not in data.you or len(found) - told >= SHORT or names:
        return False
    opens = at == told or ENDS.search(text[found[at - 1].end : found[at].start])
    drawn = found[at].text.replace("’", "'").partition("'")[2]
    following = plain(found[at + 1]) if at + 1 < len(found) else ""
    return bool(opens) and (drawn in data.drawn or following in data.addressed)


def _names_anew(said: _Said, at: int, data: SpokenWords) -> bool:
    """Whether "these rules" or "this awful plan" names again what was told before, and nothing before names it."""
    text, found, told, _, language = said
    low, following = plain(found[at]), found[at + 1 : at + 3]
    if low not in data.this | data.these or not following:
        return False
    nouns = [w for w in following if is_content(w.text, language=language) and plain(w) not in data.verbs | data.light]
    if len(nouns) == 2 and is_last(text, found, at + 2) and not is_last(text, found, at + 1):
        noun = nouns[1]
    elif low in data.these and at == told and nouns[:1] == [following[0]] and plain(following[0]).endswith("s"):
        noun = following[0]
    else:
        return False
    if is_last(text, found, at) or noun.text[0].isupper() or plain(noun).endswith(("ly", "ed")):
        return False
    known = content_set(" ".join(word.text for word in found[:at]), language=language)
    if low in data.this and plain(noun).endswith("s") and not plain(noun).endswith("ss"):
        return False  # "if this agreement fails"
    own = content_set(" ".join(word.text for word in nouns), language=language)
    return known.isdisjoint(own) and data.here.isdisjoint(plain(word) for word in nouns)


def _is_empty(text: str, found: Sequence[Word], at: int, data: SpokenWords) -> bool:
    """Whether "it" stands for what follows in its clause: "It is time to build", "It turns out that …"."""
    following = found[at + 1 :]
    drawn = len(plain(found[at])) < len(found[at].text)  # "It's", "It'll"
    if not drawn and following and plain(following[0]) not in data.impersonal:
        return False
    for before, word in zip(found[at:], following, strict=False):
        if STOPS.search(text[before.end : word.start].rstrip().rstrip(",")):
            return False
        if plain(word) in data.empty:
            return True
    return False


def _says_what(found: Sequence[Word], at: int, data: SpokenWords) -> bool:
    """Whether a pronoun is told to be something: "It's a good day", "This is not the bridge"."""
    return any(plain(word) in data.articles for word in found[at + 1 : at + 3])


def _pointing(text: str, found: Sequence[Word], at: int, data: SpokenWords) -> Degree:
    """How far "this" or "that" points back: alone it stands for what was told; with a noun it names it again."""
    word = found[at]
    low, following = plain(word), found[at + 1] if at + 1 < len(found) else None
    ends = following is None or STOPS.match(text[word.end : following.start].strip() or " ")
    if "'" in word.text.replace("’", "'"):
        verb = True
    elif following is None or ends:
        return Degree.HANGS if low in data.that and at else Degree.POINTS if at else Degree.STANDS
    else:
        verb = plain(following) in data.verbs
    opens = not at or STOPS.search(text[found[at - 1].end : word.start]) or plain(found[at - 1]) in data.before
    if verb and (opens or low not in data.that):
        return Degree.POINTS if not at and _says_what(found, at, data) else Degree.HANGS
    if not verb and following is not None and (low in data.that or (not at and low not in data.those)):
        last = at + 2 == len(found) or STOPS.match(text[following.end : found[at + 2].start].strip() or " ")
        return Degree.HANGS if last and at else Degree.STANDS if at else Degree.POINTS
    return Degree.STANDS
