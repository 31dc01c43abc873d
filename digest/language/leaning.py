"""Say whether a sentence can be understood without the one before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from digest.language import subject
from digest.language.inside import points_inside
from digest.language.remembered import SENTENCE
from digest.language.tenses import is_past
from digest.language.terms import POSSESSIVE, first_words, low_words, nouns_have_capitals, stem

QUOTED = re.compile(r"[”“»«\"],? (\w+)(?: (\w+))?")  # “We will stay,” he said; “We will stay,” said she
INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # "R.I.", "C.I.A.": none of them is "I"
MARK = re.compile(r"[„“”«»\"]")
OPENING = 9  # words in which a sentence shows that it leans on another
LATER = 6  # words in which a moment is counted from another
VERB = 3  # words before the verb of "The first ship was hit"
ROLE = 3  # words after an article in which a role stands


class Lean(NamedTuple):
    """How a sentence leans: `word` is what points back; any of `triggers` (stems' beginnings) introduces the thing.

    With no trigger only the very sentence before it can carry it. A `firm` one leans even where it opens an article.
    """

    word: str
    triggers: tuple[str, ...] = ()
    firm: bool = False


def leaning(text: str, *, language: str = "en") -> Lean | None:
    """How a sentence leans on what stands before it ("He …", "The meeting …"), or None where it stands alone."""
    return _leaning(text, language) if len(text) <= SENTENCE else _leaning.__wrapped__(text, language)


@lru_cache(maxsize=1 << 12)  # summary and comparison ask for a story's sentences again and again
def _leaning(text: str, language: str) -> Lean | None:
    start = list(low_words(text)[:OPENING])
    data = subject(language, "summarize")
    return (
        _opening(start, data, language)
        or own_voice(text, language=language)
        or _pointing(start, data)
        or _role(text, language)
        or _speaking(text, data)
        or _numbered(start, data)
        or _announcing(text, start, data)
        or _answering(text, data)
        or _inside(text, language)
    )


def _inside(text: str, language: str) -> Lean | None:
    """Words within a sentence that point at something told before it."""
    found = points_inside(text, language=language)
    return Lean(found, firm=True) if found else None


def _opening(start: list[str], data: Mapping[str, Any], language: str) -> Lean | None:
    """A pronoun or a connective at the start, or "also" or "these" soon after it."""
    leaning = data["leaning"]
    first = start[0].partition("'")[0] if start else ""
    if first in leaning["pronouns"]:
        counted = any(word[0].isdigit() for word in start[1:2])  # "Another 6,600 people"
        if not counted and "_".join(start[:2]) not in _openings(language):
            return Lean(first, firm=True)
    opening = f"{' '.join(start)} "
    for phrase in _by_first_word(language).get(start[0] if start else "", ()):
        if opening.startswith(f"{phrase} "):
            return Lean(phrase, firm=True)
    if _within(language).isdisjoint(start):
        return None
    for word, following in pairwise([*start[1:], ""]):
        if word in leaning["adding"] or (word in leaning["demonstratives"] and following not in leaning["openers"]):
            return Lean(word)
    return _later(start, leaning)


@cache
def _within(language: str) -> frozenset[str]:
    """The words that show inside an opening that a sentence may lean on another: "also", "these", "later"."""
    leaning = subject(language, "summarize")["leaning"]
    return frozenset(str(word) for key in ("adding", "demonstratives", "after") for word in leaning[key])


def _later(start: Sequence[str], leaning: Mapping[str, Any]) -> Lean | None:
    """A moment that is counted from another: "Two hours later", "Later in the day", "The spokesman later said"."""
    opening = f" {' '.join(start)} "
    if found := next((phrase for phrase in leaning.get("counted", ()) if f" {phrase} " in opening), ""):
        return Lean(found)
    joints, far = leaning.get("joints", ()), leaning.get("inside", {}).get("far", ())  # "learned later that Holm had"
    counts = not joints  # "Ida Holm left in May and came back afterward" tells from what it counts
    for at, (word, following, third) in enumerate(zip(start, [*start[1:], ""], [*start[2:], "", ""], strict=False)):
        counts = counts or word in joints or word[0].isdigit()
        told = following in leaning["soon"] and (following not in far or third in leaning["moments"])
        if word in leaning["after"] and not told and (at < LATER or not counts):
            return Lean(word)
    return None


def is_later(text: str, *, language: str = "en") -> bool:
    """Whether a sentence tells of a moment that is counted from another: "Ida Holm was back in Melk soon afterward"."""
    return _later(low_words(text)[:OPENING], subject(language, "summarize")["leaning"]) is not None


def opens_empty(text: str, *, language: str = "en") -> bool:
    """Whether a sentence opens with a pronoun that points at nothing: "It seems that …"."""
    return "_".join(low_words(text)[:2]) in _openings(language)


@cache
def _openings(language: str) -> frozenset[str]:
    """Openings that point at nothing: they tell when ("this week", as "this_week") or what follows ("it seems")."""
    leaning = subject(language, "summarize")["leaning"]
    moments = (f"{word}_{moment}" for word in leaning["pronouns"] for moment in leaning["moments"])
    return frozenset((*moments, *("_".join(str(opening).split()[:2]) for opening in leaning.get("empty", ()))))


@cache
def _by_first_word(language: str) -> Mapping[str, tuple[str, ...]]:
    """The connectives, by their first words, each group in the order in which it is written down."""
    found: dict[str, list[str]] = {}
    for phrase in subject(language, "summarize")["leaning"]["connectives"]:
        found.setdefault(phrase.split(" ")[0], []).append(str(phrase))
    return {word: tuple(phrases) for word, phrases in found.items()}


def _pointing(start: list[str], data: Mapping[str, Any]) -> Lean | None:
    """A definite noun that points back: "The meeting", "According to the statement"."""
    article = next((at for at, word in enumerate(start[:3]) if word in data["articles"]), None)
    if article is not None:
        noun = article + 1
        for word in start[noun : noun + 3]:
            known = word if word in data["pointing"] else word.removesuffix("s")  # "The attacks"
            if known in data["pointing"]:
                return Lean(word, tuple(data["pointing"][known]))
    return None


def _role(text: str, language: str) -> Lean | None:
    """A role that stands for somebody who was named: "The governor vetoed", but not "The governor of Ohio".

    It is introduced by a sentence that has the role, or its short form before a name ("Gov.").
    """
    if text.partition(" ")[0].lower() not in subject(language, "summarize")["articles"]:
        return None
    if _roles(language).isdisjoint(low_words(text)[1 : ROLE + 1]):
        return None
    found = first_words(text, ROLE + 2)
    for at, word in enumerate(found[1 : ROLE + 1], start=1):
        low = word.text.lower()
        if low not in _roles(language) or word.text[0].isupper() != nouns_have_capitals(language):
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        if following is None or text[word.end : following.start] != " ":
            return None  # "The singer, Mira Olsen, …", "The governor, …"
        named = following.text[0].isupper() or following.text.lower() in subject(language, "summarize")["belonging"]
        return None if named else Lean(low, _introducing(low, language))
    return None


def stands_for_another(text: str, *, language: str = "en") -> bool:
    """Whether a sentence is about somebody whom it does not name: "The man was", "The group's first ad", "The aide"."""
    return (_stands if len(text) <= SENTENCE else _stands.__wrapped__)(text, language)


@lru_cache(maxsize=1 << 12)  # as for leaning
def _stands(text: str, language: str) -> bool:
    data = subject(language, "summarize")
    if "qualities" not in data or text.partition(" ")[0].lower() not in data["articles"]:
        return False
    nouns = _open_nouns(language)
    early = [word.partition("'")[0] for word in low_words(text)[1 : ROLE + 1]]
    has_noun = any(word in nouns or word.removesuffix("s") in nouns for word in early)  # most sentences have none
    found = first_words(text, ROLE + 2) if has_noun else []
    for at, word in enumerate(found[1 : ROLE + 1], start=1):
        low = POSSESSIVE.sub("", word.text.lower())
        if word.text[0].isupper() != nouns_have_capitals(language):
            return False
        if low not in nouns and low.removesuffix("s") not in nouns:
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        if following is None or text[word.end : following.start] != " ":
            return False
        if low != word.text.lower():
            return True
        next_word = following.text.lower()
        if next_word in nouns or (low in data["qualities"] and not is_past(next_word, language)):
            continue  # "The company spokesman", "The official death toll"
        return not (following.text[0].isupper() or next_word in data["belonging"])
    return False


@cache
def _open_nouns(language: str) -> frozenset[str]:
    """The words for people, bodies and papers that do not say which one is meant."""
    return _nobody(language) | _roles(language)


@cache
def _nobody(language: str) -> frozenset[str]:
    """The words for people and bodies that no other word introduces, and for what somebody wrote: "The caption"."""
    data = subject(language, "summarize")
    nouns = (str(word) for word, triggers in data["pointing"].items() if not triggers)
    return frozenset((*nouns, *map(str, data["leaning"].get("inside", {}).get("papers", ()))))


@cache
def _roles(language: str) -> frozenset[str]:
    return frozenset(str(subject(language, "titles")["roles"]).split())


@cache
def _introducing(role: str, language: str) -> tuple[str, ...]:
    short = (str(word).lower() for word in subject(language, "titles")["short_roles"])
    return (stem(role, language=language), *(stem(word, language=language) for word in short if role.startswith(word)))


def _speaking(text: str, data: Mapping[str, Any]) -> Lean | None:
    """A pronoun for the speaker right after a quotation; that of “an end” to it is none."""
    for quoted in QUOTED.finditer(text):
        for word in quoted.group(1, 2) if quoted[1].lower() not in data["belonging"] else ():
            if word and word.lower() in data["leaning"]["speaking"]:
                return Lean(word.lower(), firm=True)
    return None


def _numbered(start: Sequence[str], data: Mapping[str, Any]) -> Lean | None:
    """One of several of which nothing is told: "The first ship was hit", but not "The first ship to arrive was hit"."""
    leaning = data["leaning"]
    if len(start) <= VERB or start[0] not in data["articles"] or start[1] not in leaning.get("ordinals", ()):
        return None
    return Lean(start[1], firm=True) if start[VERB] in leaning["numbered_doing"] else None


def _announcing(text: str, start: Sequence[str], data: Mapping[str, Any]) -> Lean | None:
    """What goes on with news of one kind, before a colon: "More good news for the mayor: 56 percent agree"."""
    if not start or start[0] not in data["leaning"].get("more", ()):
        return None
    opening = text.partition(": ")[0]
    known = opening == text or len(low_words(opening)) > OPENING or any(letter.isdigit() for letter in opening)
    return None if known else Lean(start[0], firm=True)


def _answering(text: str, data: Mapping[str, Any]) -> Lean | None:
    """Those who answered in a poll that is not told of: "56 percent of those polled"."""
    leaning, low = data["leaning"], low_words(text)
    answering = leaning.get("answering", ())
    for before, word in pairwise(low):
        if word in answering and before in leaning["demonstratives"]:
            asking = tuple(map(str, leaning["asking"]))
            told = any(one.startswith(asking) for one in low if one not in answering)
            return None if told else Lean(word, asking)
    return None


def own_voice(text: str, *, language: str = "en") -> Lean | None:
    """Words of somebody whom the sentence does not name: a quotation with nothing around it, or "I" outside of one."""
    return (_own_voice if len(text) <= SENTENCE else _own_voice.__wrapped__)(text, language)


@lru_cache(maxsize=1 << 12)  # as for leaning
def _own_voice(text: str, language: str) -> Lean | None:
    voice, every = _voice(language), low_words(text)
    if voice.isdisjoint(every) and MARK.search(text) is None and max(map(len, every), default=0) > 1:
        return None  # most sentences
    outside = _unquoted(INITIALS.sub("…", text))
    if not outside and text:
        return Lean("quotation", firm=True)
    return None if voice.isdisjoint(outside) else next(Lean(word, firm=True) for word in outside if word in voice)


@cache
def _voice(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize")["leaning"]["voice"]))


def _unquoted(text: str) -> Sequence[str]:
    """The words of a sentence that stand outside double quotation marks, in small letters."""
    parts = MARK.split(text)
    return low_words(text if len(parts) == 1 else " | ".join(parts[::2]))
