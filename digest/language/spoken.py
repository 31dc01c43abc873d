"""Tell whether words that were taken out of quotation marks say by themselves what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from digest.language import subject
from digest.language.hanging import Degree
from digest.language.remembered import SENTENCE
from digest.language.terms import Word, content_set, own_capitals, words

EARLY = 6  # words in which "it" or "that" has nothing to stand for yet, if none of them is a noun
TOLD = 8  # words after which one of these takes up what the speaker told before it
YEAR = 4  # digits
TELLING = 4  # words with content from which two texts can be told to be the same
SAME = 0.75  # the part of them that both must have
INSERTED = re.compile(r"\W{0,3}[\[(][^\])]{0,60}\b[A-Z]")  # "his [President Ito's] bridge": who is meant is told
STOPS = re.compile(r"[.,;:?!)…]")  # marks after which no noun belongs to "this"


class _Words(NamedTuple):
    persons: frozenset[str]
    several: frozenset[str]
    things: frozenset[str]
    pointers: frozenset[str]
    people: frozenset[str]
    light: frozenset[str]
    verbs: frozenset[str]
    empty: frozenset[str]
    impersonal: frozenset[str]
    before: frozenset[str]
    articles: frozenset[str]
    occasions: frozenset[str]


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
    data = _data(language)
    if data is None:
        return Degree.STANDS
    found = words(text)
    names = frozenset(own_capitals(text, language=language))
    found_degree = Degree.STANDS
    for at, word in enumerate(found[told:], start=told):
        low = _plain(word)
        if low in data.persons | data.several:
            known = _is_known(found[:at], names, data, several=low in data.several)
            if not known and not INSERTED.match(text, word.end):
                return Degree.HANGS
        elif told or at >= TOLD:
            continue
        elif low in data.things and at < EARLY:
            if _has_noun(found[:at], data) or _is_empty(text, found, at, data):
                continue
            if not _says_what(found, at, data):
                return Degree.HANGS
            found_degree = Degree.POINTS
        elif low in data.pointers:
            found_degree = max(found_degree, _pointing(text, found, at, data))
    return found_degree


def tells_occasion(outside: str, *, language: str = "en") -> bool:
    """Whether what stands around quoted words may tell of another time: "… after the flood of 2012"."""
    data = _data(language)
    return data is not None and any(
        _plain(word) in data.occasions or (len(word.text) == YEAR and word.text.isdigit()) for word in words(outside)
    )


def says_same(one: str, other: str, *, language: str = "en") -> bool:
    """Whether nearly all that the shorter of two texts tells stands in the other: the same, in other words."""
    left, right = (content_set(text, language=language) for text in (one, other))
    fewer = min(len(left), len(right))
    return fewer >= TELLING and len(left & right) >= SAME * fewer


def _plain(word: Word) -> str:
    """A word in small letters, without what is drawn together with it: "That's" -> "that", but "don't"."""
    low = word.text.lower().replace("’", "'")
    return low if low.endswith("n't") else low.partition("'")[0]


def _is_known(before: Sequence[Word], names: frozenset[str], data: _Words, *, several: bool) -> bool:
    """Whether a name, or a word for people, stands before a pronoun that means somebody."""
    for word in before:
        low = _plain(word)
        if (word.text in names and low not in {"i"}) or low in data.people or low.removesuffix("s") in data.people:
            return True
        if several and len(low) > 3 and low.endswith("s") and not low.endswith("ss") and low not in data.light:
            return True  # "the lorries … they"
    return False


def _has_noun(before: Sequence[Word], data: _Words) -> bool:
    return any(_plain(word) not in data.light for word in before)


def _is_empty(text: str, found: Sequence[Word], at: int, data: _Words) -> bool:
    """Whether "it" stands for what follows in its clause: "It is time to build", "It turns out that …"."""
    following = found[at + 1 :]
    drawn = len(_plain(found[at])) < len(found[at].text)  # "It's", "It'll"
    if not drawn and following and _plain(following[0]) not in data.impersonal:
        return False
    for before, word in zip(found[at:], following, strict=False):
        if STOPS.search(text[before.end : word.start].rstrip().rstrip(",")):
            return False
        if _plain(word) in data.empty:
            return True
    return False


def _says_what(found: Sequence[Word], at: int, data: _Words) -> bool:
    """Whether a pronoun is told to be something: "It's a good day", "This is not the bridge"."""
    return any(_plain(word) in data.articles for word in found[at + 1 : at + 3])


def _pointing(text: str, found: Sequence[Word], at: int, data: _Words) -> Degree:
    """How far "this" or "that" points back: alone it stands for what was told; with a noun it names it again."""
    word = found[at]
    low, following = _plain(word), found[at + 1] if at + 1 < len(found) else None
    ends = following is None or STOPS.match(text[word.end : following.start].strip() or " ")
    if "'" in word.text.replace("’", "'"):
        verb = True
    elif following is None or ends:
        return Degree.HANGS if low == "that" and at else Degree.POINTS if at else Degree.STANDS
    else:
        verb = _plain(following) in data.verbs
    opens = not at or STOPS.search(text[found[at - 1].end : word.start]) or _plain(found[at - 1]) in data.before
    if verb and (opens or low != "that"):
        return Degree.POINTS if not at and _says_what(found, at, data) else Degree.HANGS
    if not verb and following is not None and (low == "that" or (not at and low != "those")):
        last = at + 2 == len(found) or STOPS.match(text[following.end : found[at + 2].start].strip() or " ")
        return Degree.HANGS if last and at else Degree.STANDS if at else Degree.POINTS
    return Degree.STANDS


@cache
def _data(language: str) -> _Words | None:
    data = subject(language, "summarize")["leaning"].get("spoken")
    if not data:
        return None
    roles = str(subject(language, "titles")["roles"]).split()
    groups = {name: frozenset(map(str, data[name])) for name in _Words._fields}
    return _Words(**(groups | {"people": groups["people"] | frozenset(roles)}))
