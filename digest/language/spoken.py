"""Tell whether words that were taken out of quotation marks say by themselves what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from digest.language.antecedents import (
    ENDS,
    STOPS,
    ends_sentence,
    has_noun,
    has_one,
    is_known,
    is_last,
    last_sentence,
    names_a_thing,
    names_among,
    opens_behind,
    takes_up,
)
from digest.language.degrees import Degree
from digest.language.pointers import (
    SHORT,
    TOLD,
    Said,
    counts_anew,
    is_another,
    is_of_another,
    names_anew,
    pointing,
    telling_what,
)
from digest.language.remembered import SENTENCE
from digest.language.spoken_words import SpokenWords, plain, spoken_words
from digest.language.terms import Word, content_set, is_content, low_words, words

EARLY = 6  # words in which "it" or "that" has nothing to stand for yet, if none of them is a noun
YEAR = 4  # digits
SAYING = 3  # words behind a quotation, who says it aside, in which it begins to be told of what: "said then of the sea"
TELLING = 4  # words with content from which two texts can be told to be the same
OPENING = 7  # words of an opening, "In his first speech of the year, Mayor Holm"
MUCH = 5  # such words, no names, behind a quotation that tell what it is about, whatever they say
SAME = 0.75  # the part of them that both must have
LEAST = 2  # words with a meaning of their own that say something without the rest of a talk: not "Make no mistake"
INSERTED = re.compile(r"\W{0,3}[\[(][^\])]{0,60}\b[A-Z]")  # "his [President Ito's] bridge": who is meant is told


def leans(text: str, *, before: str = "", lead: str = "", language: str = "en") -> Degree:
    """How far words in quotation marks lean on what is told before them.

    “He has been to Bern”, “If that's the kind of bridge we want”, “We brought this to their attention” -> HANGS.
    “There is no precedent”, “I would not go there”, “None of these plans is old” -> HANGS.
    “This is a good day”, “This bridge is old” -> POINTS: most readers know by the story what is meant.
    “The mayor knows what he wants”, “It is time to build”, “I love this bridge” -> STANDS.
    A sentence `before` them on the page may tell what “this” is, and, if it names somebody, who “he” is; the article's
    own words that `lead` to them may tell what “that” is, too.
    """
    above = before.strip()
    if above and not ENDS.search(above[-2:]):
        above += "."  # no name is the next word, which opens a sentence
    told = f"{above} {lead.strip()}".strip()
    whole = f"{told} {text}" if told else text
    ask = _leans if len(whole) <= SENTENCE else _leans.__wrapped__
    return ask(whole, language, told=len(words(told)), above=len(words(above)) if lead else len(words(told)))


@lru_cache(maxsize=1 << 12)  # a story's page, its people's and the check of both ask again
def _leans(text: str, language: str, *, told: int, above: int) -> Degree:
    data = spoken_words(language)
    if data is None:
        return Degree.STANDS
    found = words(text)
    names = names_among(text, found, language)
    said = Said(text, found, told, names, language)
    answered = bool(told) and names_a_thing(last_sentence(text, found[:told]), names, data, language)
    found_degree = Degree.STANDS
    for at, word in enumerate(found[told:], start=told):
        low = plain(word)
        if low in data.persons | data.several:
            known = is_known(found[:at], names, data, several=low in data.several)
            if not known and not INSERTED.match(text, word.end) and not _is_named_behind(said, at, data):
                return Degree.HANGS
        elif _is_elsewhere(low, said, at, data, answered=answered):
            return Degree.HANGS
        elif answered or at - told >= TOLD:
            alone = is_last(text, found, at) and not takes_up(text, found[above : at + 1], data)
            if low in data.that and (alone or is_another(said, at, data)):
                return Degree.HANGS
        elif low in data.things and at - told < EARLY:
            if is_empty(text, found, at, data):
                continue
            if not has_noun(found[told:at], data):
                found_degree = max(found_degree, telling_what(said, at, data))
            elif not has_one(found[:at], names, data, language):
                found_degree = Degree.HANGS  # "Sailors began to reject its rules"
        elif low in data.pointers and not opens_behind(text, found[told : at + 1], data):
            found_degree = max(found_degree, pointing(said, at, data))
    return Degree.HANGS if not told and _says_little(said, data) else found_degree


def tells_occasion(outside: str, *, language: str = "en") -> bool:
    """Whether what stands around quoted words may tell of another time: "… after the flood of 2012"."""
    data = spoken_words(language)
    return data is not None and any(
        plain(word) in data.occasions or (len(word.text) == YEAR and word.text.isdigit()) for word in words(outside)
    )


def tells_about(behind: str, *, somebody: bool = False, language: str = "en") -> bool:
    """Whether what stands behind quoted words tells what they are about: "she said of the bridge", or much else.

    Where they are about `somebody`, only that tells who it is: not "she said after the talk".
    """
    data, found = spoken_words(language), words(behind)
    asked = (data.whom if somebody else data.about) if data else frozenset[str]()
    lower = [word for word in found if word.text[0].islower()]
    about = next((word.end for word in lower[:SAYING] if plain(word) in asked), len(behind))
    telling = [word for word in found if is_content(word.text, language=language)]
    much = not somebody and sum(word in lower for word in telling) >= MUCH
    return much or any(word.start > about for word in telling)


def means_one(text: str, *, before: str = "", language: str = "en") -> bool:
    """Whether quoted words speak of one whom nothing `before` them or in them names: “He has been to Bern”."""
    data = spoken_words(language)
    if data is None or data.persons.isdisjoint(low_words(text)):
        return False
    if any(word.text[0].isupper() and is_content(word.text, language=language) for word in words(before)):
        return False  # whoever opens the sentence there, be it no name, has been told of
    whole = f"{before.rstrip()} {text}" if before else text
    found, told = words(whole), len(words(before))
    names = names_among(whole, found, language)
    said = Said(whole, found, told, names, language)
    return any(
        plain(word) in data.persons
        and not is_known(found[:at], names, data, several=False)
        and not INSERTED.match(whole, word.end)
        and not _is_named_behind(said, at, data)
        for at, word in enumerate(found[told:], start=told)
    )


def says_same(one: str, other: str, *, language: str = "en") -> bool:
    """Whether nearly all that the shorter of two texts tells stands in the other: the same, in other words."""
    left, right = (content_set(text, language=language) for text in (one, other))
    fewer = min(len(left), len(right))
    return fewer >= TELLING and len(left & right) >= SAME * fewer


def _is_elsewhere(low: str, said: Said, at: int, data: SpokenWords, *, answered: bool) -> bool:
    """Whether a word means somebody, a place or a thing that is named elsewhere: "You are", "there", "these rules"."""
    if low in data.you:
        return _is_addressed(said, at, data)
    if low in data.there:
        return _is_there(said, at, data)
    if low in data.things:
        return _is_left_open(said, at, data)
    if low not in data.pointers:
        return False
    counts = not answered and counts_anew(said, at, data)
    return counts or is_of_another(said, at, data) or names_anew(said, at, data, answered=answered)


def _is_named_behind(said: Said, at: int, data: SpokenWords) -> bool:
    """Whether the one whom an opening tells of is named right behind it: "In his speech, Mayor Holm said …"."""
    text, found, told, names, _ = said
    if at != told + 1 or plain(found[told]) not in data.prepositions:
        return False
    for before, word in pairwise(found[at : at + OPENING]):
        if "," in text[before.end : word.start]:
            return word.text in names
    return False


def _is_addressed(said: Said, at: int, data: SpokenWords) -> bool:
    """Whether short words speak to one who is not named: "You are the one!"."""
    text, found, told, names, _ = said
    if len(found) - told >= SHORT or names:
        return False
    opens = at == told or ENDS.search(text[found[at - 1].end : found[at].start])
    drawn = found[at].text.replace("’", "'").partition("'")[2]
    following = plain(found[at + 1]) if at + 1 < len(found) else ""
    return bool(opens) and (drawn in data.drawn or following in data.addressed)


def _is_left_open(said: Said, at: int, data: SpokenWords) -> bool:
    """Whether "it" ends a late clause, and no clause before tells what it is: "Frankly, I for one don't buy it"."""
    text, found, told, names, language = said
    if plain(found[at]) not in data.things or at - told < EARLY or not ends_sentence(text, found, at):
        return False
    if has_one(found[:at], names, data, language):
        return False
    start = max((n for n in range(1, at + 1) if STOPS.search(text[found[n - 1].end : found[n].start])), default=0)
    return not any(is_content(word.text, language=language) and plain(word) not in data.light for word in found[:start])


def is_empty(text: str, found: Sequence[Word], at: int, data: SpokenWords) -> bool:
    """Whether "it" stands for what follows in its clause: "It is time to build", "It turns out that …"."""
    following = found[at + 1 :]
    drawn = len(plain(found[at])) < len(found[at].text)  # "It's", "It'll"
    if not drawn and following and plain(following[0]) not in data.impersonal:
        return False
    for before, word in zip(found[at:], following, strict=False):
        gap = text[before.end : word.start].rstrip()
        if STOPS.search(gap.rstrip(",")) or (gap and plain(word) in data.before):  # "It was old, but that …"
            return False
        if plain(word) in data.empty:
            return True
        if plain(word) in data.things:
            return False  # "It's old and it's amazing how"
    return False


def _is_there(said: Said, at: int, data: SpokenWords) -> bool:
    """Whether "there" is a place that nothing before it names: "I would not go there", but not "there is"."""
    text, found, told, names, language = said
    if len(plain(found[at])) < len(found[at].text):  # "there's"
        return False
    beside = [found[at - 1]] if at > told else []
    beside += [] if is_last(text, found, at) else [found[at + 1]]
    return data.exists.isdisjoint(map(plain, beside)) and not names_a_thing(found[:at], names, data, language)


def _says_little(said: Said, data: SpokenWords) -> bool:
    """Whether hardly a word tells what is spoken of: "Make no mistake", "There is no precedent"."""
    if said.names or not 1 < len(said.found) < SHORT:
        return False
    telling = {plain(word) for word in said.found if is_content(word.text, language=said.language)}
    return len(telling - data.light - data.verbs) < LEAST
