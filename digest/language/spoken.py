"""Tell whether words that were taken out of quotation marks say by themselves what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from digest.language import subject
from digest.language.hanging import Degree
from digest.language.remembered import SENTENCE
from digest.language.terms import Word, content_set, is_content, own_capitals, words

EARLY = 6  # words in which "it" or "that" has nothing to stand for yet, if none of them is a noun
TOLD = 8  # words after which one of these takes up what the speaker told before it
YEAR = 4  # digits
TELLING = 4  # words with content from which two texts can be told to be the same
SAME = 0.75  # the part of them that both must have
ABBREVIATED = 4  # letters of "Gov." or "Rep.", behind which a name goes on
TAKEN_UP = 2  # words with a meaning of their own from which a sentence may be what the next one calls "that"
SHORT = 12  # words that do not say who is spoken to: "You are the one!"
INSERTED = re.compile(r"\W{0,3}[\[(][^\])]{0,60}\b[A-Z]")  # "his [President Ito's] bridge": who is meant is told
STOPS = re.compile(r"[.,;:?!)…]")  # marks after which no noun belongs to "this"
ACTED = re.compile(r"^[a-z]{2,}ed$")  # "Holm turned": who opens a sentence has done something
ENDS = re.compile(r"[.?!…]")  # marks after which a sentence may begin


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
    addressed: frozenset[str]
    here: frozenset[str]


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
    data = _data(language)
    if data is None:
        return Degree.STANDS
    found = words(text)
    names = _names(text, found, language)
    said = _Said(text, found, told, names, language)
    answered = told and _names_a_thing(_last_sentence(text, found[:told]), names, data, language)
    found_degree = Degree.STANDS
    for at, word in enumerate(found[told:], start=told):
        low = _plain(word)
        if low in data.persons | data.several:
            known = _is_known(found[:at], names, data, several=low in data.several)
            if not known and not INSERTED.match(text, word.end):
                return Degree.HANGS
        elif _is_addressed(said, at, data) or _names_anew(said, at, data):
            return Degree.HANGS
        elif answered or at - told >= TOLD:
            if low == "that" and _is_last(text, found, at) and not _takes_up(text, found[told : at + 1], data):
                return Degree.HANGS
        elif low in data.things and at - told < EARLY:
            if _has_noun(found[told:at], data) or _is_empty(text, found, at, data):
                continue
            if not _says_what(found, at, data):
                return Degree.HANGS
            found_degree = Degree.POINTS
        elif low in data.pointers and not _opens_behind(text, found[told : at + 1], data):
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


def _names(text: str, found: Sequence[Word], language: str) -> frozenset[str]:
    """The words that are names by their capital: not "At" in "We left. At noon he …", but "Holm" in "Holm turned"."""
    own = frozenset(own_capitals(text, language=language))
    opening = {word.text for before, word in pairwise(found) if _begins(text, before, word, language)}
    inside = {word.text for before, word in pairwise(found) if not _begins(text, before, word, language)}
    acting = {
        word.text
        for word, following in pairwise(found)
        if (word is found[0] or word.text in opening)
        and ACTED.search(following.text)
        and word.text[0].isupper()
        and not word.text.endswith("s")
        and is_content(word.text, language=language)
    }
    return own - (opening - inside) | acting


def _begins(text: str, before: Word, word: Word, language: str) -> bool:
    """Whether a word opens a sentence, as far as that can be told: behind "Gov." a name goes on."""
    if not ENDS.search(text[before.end : word.start]):
        return False
    title = len(before.text) <= ABBREVIATED and before.text[0].isupper() and is_content(before.text, language=language)
    return not (title and is_content(word.text, language=language))


def _last_sentence(text: str, before: Sequence[Word]) -> Sequence[Word]:
    """The words of the sentence right before some others, whose end is the last of them."""
    ends = [at for at, (one, next_) in enumerate(pairwise(before), start=1) if ENDS.search(text[one.end : next_.start])]
    return before[ends[-1] :] if ends else before


def _names_a_thing(sentence: Sequence[Word], names: frozenset[str], data: _Words, language: str) -> bool:
    """Whether a sentence has a noun or a name that "it" can mean: "the toll", "our bridge", "lorries", "Melk"."""
    for before, word in pairwise([Word("", 0, 0), *sentence]):
        low = _plain(word)
        if low in data.light or not is_content(word.text, language=language):
            continue
        if word.text in names or _plain(before) in data.articles or (len(low) > 3 and low.endswith("s")):
            return True
        if before.text and is_content(before.text, language=language):
            return True  # "a wooden bridge", "council members": two words with a meaning in a row
    return False


def _is_last(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether nothing of its clause follows a word."""
    return at + 1 == len(found) or STOPS.match(text[found[at].end : found[at + 1].start].strip() or " ") is not None


def _takes_up(text: str, own: Sequence[Word], data: _Words) -> bool:
    """Whether an earlier clause of the same words tells what the last one of them stands for."""
    stops = [at for at, (one, next_) in enumerate(pairwise(own), start=1) if STOPS.search(text[one.end : next_.start])]
    return bool(stops) and sum(_plain(word) not in data.light for word in own[: stops[-1]]) >= TAKEN_UP


def _opens_behind(text: str, own: Sequence[Word], data: _Words) -> bool:
    """Whether the last of some words opens a sentence behind one that tells what it stands for."""
    behind = len(own) > 1 and ENDS.search(text[own[-2].end : own[-1].start])
    return bool(behind) and _takes_up(text, own, data)


def _is_addressed(said: _Said, at: int, data: _Words) -> bool:
    """Whether short words speak to one who is not named: "You are the one!"."""
    text, found, told, names, _ = said
    if _plain(found[at]) != "you" or len(found) - told >= SHORT or names:
        return False
    opens = at == told or ENDS.search(text[found[at - 1].end : found[at].start])
    drawn = found[at].text.replace("’", "'").partition("'")[2]
    following = _plain(found[at + 1]) if at + 1 < len(found) else ""
    return bool(opens) and (drawn == "re" or following in data.addressed)


def _names_anew(said: _Said, at: int, data: _Words) -> bool:
    """Whether "these rules" or "this awful plan" names again what was told before, and nothing before names it."""
    text, found, told, _, language = said
    low, following = _plain(found[at]), found[at + 1 : at + 3]
    if low not in {"this", "these"} & data.pointers or not following:
        return False
    nouns = [w for w in following if is_content(w.text, language=language) and _plain(w) not in data.verbs | data.light]
    if len(nouns) == 2 and _is_last(text, found, at + 2) and not _is_last(text, found, at + 1):
        noun = nouns[1]
    elif low == "these" and at == told and nouns[:1] == [following[0]] and _plain(following[0]).endswith("s"):
        noun = following[0]
    else:
        return False
    if _is_last(text, found, at) or noun.text[0].isupper() or _plain(noun).endswith(("ly", "ed")):
        return False
    known = content_set(" ".join(word.text for word in found[:at]), language=language)
    if low == "this" and _plain(noun).endswith("s") and not _plain(noun).endswith("ss"):
        return False  # "if this agreement fails"
    own = content_set(" ".join(word.text for word in nouns), language=language)
    return known.isdisjoint(own) and data.here.isdisjoint(_plain(word) for word in nouns)


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
