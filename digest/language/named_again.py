"""Find what quoted words name again though nothing before them has told of it: "this amendment", "that law"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.language.antecedents import is_last
from digest.language.spoken_words import SpokenWords, plain, spoken_words
from digest.language.tenses import is_past, may_be_verb
from digest.language.terms import Word, function_words, low_words, words

LONGEST = 3  # words of a noun with what stands before it: "this small wooden bridge"
STEM = 4  # letters by which a word that was said before is known again: "promised", "promise"
DOING = 3  # words before "that" in which one sees that something is done: "to pass that law"
JOINTS = (" ", "-")


def named_again(text: str, told: AbstractSet[str] = frozenset(), *, above: str = "", language: str = "en") -> str:
    """The noun that some words name again, of which neither they nor the words `told`, or those `above`, say anything.

    “We have a bill, but this amendment will sink it”, “We can pass that law by May”, “such a revolt” -> the noun.
    “this morning”, “people that sail”, “the sailors saw that fog came”, “those sailors who wait”, “this issue” -> "".
    """
    data = spoken_words(language)
    if data is None or (data.pointers | data.such).isdisjoint(low_words(text)):
        return ""
    found = words(text)
    for at, word in enumerate(found):
        low = word.text.lower()
        if low not in (data.pointers | data.such) or (low in data.that and not _has_it(found, at, data)):
            continue
        phrase = _phrase(text, found, at, data, language)
        if not phrase or _is_defined(text, found, at + len(phrase), data) or _is_loose(low, phrase, data):
            continue
        before = {*low_words(above), *(plain(other) for other in found[:at])}
        if not any(_is_told(plain(one), before, told) for one in phrase):
            return phrase[-1].text
    return ""


def _has_it(found: Sequence[Word], at: int, data: SpokenWords) -> bool:
    """Whether "that" stands before a noun: "our share of that money", "to pass that law", not "a bridge that sinks"."""
    if not at:
        return False
    before = plain(found[at - 1])
    doing = any(plain(word) in data.doing for word in found[max(0, at - DOING) : at - 1])
    return before in data.leading or (doing and before not in data.light | data.before | data.verbs)


def _phrase(text: str, found: Sequence[Word], at: int, data: SpokenWords, language: str) -> Sequence[Word]:
    """The noun behind a pointer with the words before it; nothing where it has a name, or is followed by a verb."""
    start = at + 1 + any(plain(word) in data.one for word in found[at + 1 : at + 2])
    phrase: list[Word] = []
    for before, word in zip(found[start - 1 : start - 1 + LONGEST], found[start : start + LONGEST], strict=False):
        low = plain(word)
        verb = low in data.verbs or (phrase and (may_be_verb(low, language) or is_past(low, language)))
        ends = text[before.end : word.start] not in JOINTS or low in data.occasions or low in function_words(language)
        if ends or verb:
            break
        if word.text[0].isupper():
            return ()
        phrase.append(word)
    return phrase


def _is_defined(text: str, found: Sequence[Word], last: int, data: SpokenWords) -> bool:
    """Whether what follows a noun says what is meant: "those sailors who wait", "such rules as these"."""
    if last + 1 >= len(found) or is_last(text, found, last):
        return False
    return plain(found[last + 1]) in data.defining | data.such_as


def _is_loose(low: str, phrase: Sequence[Word], data: SpokenWords) -> bool:
    """Whether a phrase takes up all that was told, tells when or where by itself, or is no noun: "this issue"."""
    last = plain(phrase[-1])
    if low in data.that | data.those and last.endswith(("ing", "ed")):
        return True  # "those retiring soon"
    if low in data.that and last.endswith("s") and not last.endswith("ss"):
        return True  # "to change that works"
    return any(not (data.loose | data.here).isdisjoint(_forms(plain(word))) for word in phrase)


def _is_told(low: str, before: AbstractSet[str], told: AbstractSet[str]) -> bool:
    """Whether a noun is among the words told above, or a word of its kind was said before it."""
    stem = low[: max(STEM, len(low) - STEM)]
    return not told.isdisjoint(_forms(low)) or any(word.startswith(stem) for word in before)


def _forms(low: str) -> tuple[str, ...]:
    """A noun in its other number, too."""
    return (low, low.removesuffix("s"), f"{low}s", f"{low.removesuffix('ies')}y", f"{low.removesuffix('y')}ies")
