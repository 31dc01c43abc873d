"""Tell how far "this" and "that" in quoted words point back: alone, with a noun, or with a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.language.antecedents import STOPS, ends_sentence, is_last, takes_up
from digest.language.degrees import Degree
from digest.language.spoken_words import SpokenWords, plain
from digest.language.terms import Word, content_set, is_content

TOLD = 8  # words after which one of these takes up what the speaker told before it
SHORT = 12  # words that do not say who is spoken to, "You are the one!", or what is told of: "This is an affront"


class Said(NamedTuple):
    """Words as they were said, behind those that `told` counts, with the names among all of them."""

    text: str
    found: Sequence[Word]
    told: int
    names: frozenset[str]
    language: str


def names_anew(said: Said, at: int, data: SpokenWords, *, answered: bool) -> bool:
    """Whether "these rules" or "this awful plan" names again what was told before, and nothing before names it."""
    text, found, told, _, language = said
    low, following = plain(found[at]), found[at + 1 : at + 3]
    several = low in data.these or (low in data.those and at > told)  # not "Those sailors who wait"
    if not (several or low in data.this) or not following or (answered and several):
        return False
    nouns = [w for w in following if is_content(w.text, language=language) and plain(w) not in data.verbs | data.light]
    if len(nouns) == 2 and is_last(text, found, at + 2) and not is_last(text, found, at + 1):
        noun = nouns[1]
    elif several and nouns and nouns[0] == following[0] and plain(nouns[-1]).endswith("s"):
        behind = () if ends_sentence(text, found, at + 1) else map(plain, found[at + 2 : at + 4])
        if takes_up(text, found[told : at + 1], data) or not data.defining.isdisjoint(behind):
            return False
        noun = nouns[-1]
    else:
        return False
    if is_last(text, found, at) or noun.text[0].isupper() or plain(noun).endswith(("ly", "ed")):
        return False
    known = content_set(" ".join(word.text for word in found[:at]), language=language)
    if low in data.this and plain(noun).endswith("s") and not plain(noun).endswith("ss"):
        return False  # "if this agreement fails"
    own = content_set(" ".join(word.text for word in nouns), language=language)
    return known.isdisjoint(own) and data.here.isdisjoint(plain(word) for word in nouns)


def counts_anew(said: Said, at: int, data: SpokenWords) -> bool:
    """Whether some that were told before are counted: "Those two things", but not "Those two who wait"."""
    text, found = said.text, said.found
    if plain(found[at]) not in data.these | data.those or is_last(text, found, at):
        return False
    behind = map(plain, found[at + 2 : at + 5])
    return plain(found[at + 1]) in data.counted and data.defining.isdisjoint(behind)


def is_of_another(said: Said, at: int, data: SpokenWords) -> bool:
    """Whether "that" and a noun behind a preposition name what nothing before tells of: "our share of that money"."""
    text, found, told, _, language = said
    if plain(found[at]) not in data.that or at == told or is_last(text, found, at):
        return False
    if plain(found[at - 1]) not in data.leading or takes_up(text, found[told : at + 1], data):
        return False  # "I have work to do, and think none of that stuff"
    noun, behind = found[at + 1], found[at + 2 : at + 4]
    if noun.text[0].isupper() or not is_content(noun.text, language=language):
        return False
    if plain(noun) in data.verbs | data.light | data.here or not data.defining.isdisjoint(map(plain, behind)):
        return False
    known = content_set(" ".join(word.text for word in found[:at]), language=language)
    return known.isdisjoint(content_set(noun.text, language=language))


def is_another(said: Said, at: int, data: SpokenWords) -> bool:
    """Whether "that" has a noun of which nothing before it tells: "It was a trip to the sea. I know that fear"."""
    text, found, told, _, language = said
    if at - told >= TOLD or at == told or at + 1 >= len(found) or is_last(text, found, at):
        return False
    noun = found[at + 1]
    if plain(noun) in data.verbs | data.light | data.here or noun.text[0].isupper():
        return False
    if not ends_sentence(text, found, at + 1):
        return False
    known = content_set(" ".join(word.text for word in found[:at]), language=language)
    return is_content(noun.text, language=language) and known.isdisjoint(content_set(noun.text, language=language))


def telling_what(said: Said, at: int, data: SpokenWords) -> Degree:
    """How far a pronoun points back that is told to be something: "This is not the bridge", "It's an affront"."""
    found, own = said.found, said.found[said.told :]
    if not any(plain(word) in data.articles for word in found[at + 1 : at + 3]):
        return Degree.HANGS
    clear = len(own) >= SHORT or said.names or not data.here.isdisjoint(map(plain, own))
    return Degree.POINTS if clear else Degree.HANGS


def pointing(said: Said, at: int, data: SpokenWords) -> Degree:
    """How far "this" or "that" points back: alone it stands for what was told; with a noun it names it again."""
    text, found, word = said.text, said.found, said.found[at]
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
        return telling_what(said, at, data) if not at else Degree.HANGS
    if low in data.that and not verb and not at and len(found) < SHORT and not said.names:
        return Degree.HANGS  # "That habit is old"
    if not verb and following is not None and (low in data.that or (not at and low not in data.those)):
        last = at + 2 == len(found) or STOPS.match(text[following.end : found[at + 2].start].strip() or " ")
        return Degree.HANGS if last and at else Degree.STANDS if at else Degree.POINTS
    return Degree.STANDS
