"""Tell what a pronoun in quoted words can stand for: a name, a word for people, a thing told right before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.language.spoken_words import SpokenWords, plain, spoken_words
from digest.language.tenses import is_past
from digest.language.terms import Word, is_content, own_capitals

ABBREVIATED = 4  # letters of "Gov." or "Rep.", behind which a name goes on
TAKEN_UP = 2  # words with a meaning of their own from which a sentence may be what the next one calls "that"
LEADING = 4  # words of a sentence that only leads to what somebody says
STOPS = re.compile(r"[.,;:?!)…]")  # marks after which no noun belongs to "this"
ENDS = re.compile(r"[.?!…]")  # marks after which a sentence may begin
ACTED = re.compile(r"^[a-z]{2,}ed$")  # "Holm turned": who opens a sentence has done something


def names_among(text: str, found: Sequence[Word], language: str) -> frozenset[str]:
    """The words that are names by their capital: not "At" in "We left. At noon he …", but "Holm" in "Holm turned"."""
    own = frozenset(own_capitals(text, language=language))
    opening = {word.text for before, word in pairwise(found) if _begins(text, before, word, language)}
    inside = {word.text for before, word in pairwise(found) if not _begins(text, before, word, language)}
    data = spoken_words(language)
    saying = data.saying if data else frozenset()
    acting = {
        word.text
        for word, following in pairwise(found)
        if (word is found[0] or word.text in opening)
        and (ACTED.search(following.text) or following.text in saying)
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


def last_sentence(text: str, before: Sequence[Word]) -> Sequence[Word]:
    """The last words of those before some others, from the last sentence on that is no mere "Then she warned:"."""
    ends = [at for at, (one, next_) in enumerate(pairwise(before), start=1) if ENDS.search(text[one.end : next_.start])]
    at = next((at for at in reversed(ends) if len(before) - at > LEADING), 0)
    return before[at:]


def names_a_thing(sentence: Sequence[Word], names: frozenset[str], data: SpokenWords, language: str) -> bool:
    """Whether a sentence has a noun or a name that "it" can mean: "the toll", "our bridge", "lorries", "Melk"."""
    for before, word in pairwise([Word("", 0, 0), *sentence]):
        low = plain(word)
        if low in data.light or not is_content(word.text, language=language):
            continue
        if word.text in names or plain(before) in data.articles or (len(low) > 3 and low.endswith("s")):
            return True
        if before.text and is_content(before.text, language=language):
            return True  # "a wooden bridge", "council members": two words with a meaning in a row
    return False


def is_last(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether nothing of its clause follows a word."""
    return at + 1 == len(found) or STOPS.match(text[found[at].end : found[at + 1].start].strip() or " ") is not None


def ends_sentence(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether nothing of its sentence follows a word."""
    return at + 1 == len(found) or ENDS.search(text[found[at].end : found[at + 1].start]) is not None


def takes_up(text: str, own: Sequence[Word], data: SpokenWords) -> bool:
    """Whether an earlier clause of the same words tells what the last one of them stands for."""
    stops = [at for at, (one, next_) in enumerate(pairwise(own), start=1) if STOPS.search(text[one.end : next_.start])]
    return bool(stops) and sum(plain(word) not in data.light for word in own[: stops[-1]]) >= TAKEN_UP


def opens_behind(text: str, own: Sequence[Word], data: SpokenWords) -> bool:
    """Whether the last of some words opens a sentence behind one that tells what it stands for."""
    behind = len(own) > 1 and ENDS.search(text[own[-2].end : own[-1].start])
    return bool(behind) and takes_up(text, own, data)


def is_known(before: Sequence[Word], names: frozenset[str], data: SpokenWords, *, several: bool) -> bool:
    """Whether a name, or a word for people, stands before a pronoun that means somebody."""
    for at, word in enumerate(before):
        low = plain(word)
        if (word.text in names and low not in data.i) or low in data.people or low.removesuffix("s") in data.people:
            return True
        if (
            several
            and is_plural(low, strict=False)
            and low not in data.light
            and not (at and plain(before[at - 1]) in data.none)
        ):
            return True  # "the lorries … they"
    return False


def has_noun(before: Sequence[Word], data: SpokenWords) -> bool:
    """Whether a word that "it" can mean stands among some words."""
    return any(plain(word) not in data.light for word in before)


def has_one(before: Sequence[Word], names: frozenset[str], data: SpokenWords, language: str) -> bool:
    """Whether a noun for one thing, or a word that may be one, stands among some words: no "sailors", no "began"."""
    for last, word in pairwise([Word("", 0, 0), *before]):
        low = plain(word)
        if low in data.light or is_plural(low) or not is_content(word.text, language=language):
            continue
        if last.text and (plain(last) in data.doing or is_plural(plain(last)) or is_past(low, language)):
            continue  # "to reject", "sailors reject"
        return True
    return False


def is_plural(low: str, *, strict: bool = True) -> bool:
    """Whether a word in small letters tells of several: "lorries"; to be sure, no "politics" and no "bus"."""
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ics") if strict else "ss")
