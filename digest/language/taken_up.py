"""Find what a line takes up of which the page above it has told nothing: a moment, an event, a number of people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from digest.language import has_pack, subject
from digest.language.antecedents import is_plural
from digest.language.background import rarity
from digest.language.introduced import phrase_behind
from digest.language.terms import POSSESSIVE, Word, function_words, low_words, stem, words
from digest.language.told_above import KNOWN, NAMED_BEHIND, SHORT, is_introduced

NAMES = 2  # names that may be "them"
APART = 2  # words between "two" and what they are, where a page tells of them: "two old ferries"


class _Line(NamedTuple):
    """A line: its text and words, the words in small letters that stand above it, its language.

    `nouns` are those of the words above it that stand behind a word for which thing it is: "a meeting", "his visit".
    """

    text: str
    found: Sequence[Word]
    told: AbstractSet[str]
    nouns: AbstractSet[str]
    language: str


def taken_up(  # noqa: PLR0913 - a line, and what the page has above it
    text: str,
    above: Sequence[str],
    families: AbstractSet[str] = frozenset(),
    *,
    quoted: bool = False,
    alone: bool = False,
    language: str = "en",
) -> str:
    """What a line takes up though none of the texts `above` it tells of it, or nothing.

    `families` are the last names of people in small letters. A line may be nothing but `quoted` words, and these may
    stand `alone`, with no words of the same one right above them.

    "Soon, Ida Holm stopped by", "This time we won" -> their opening
    "After the meeting, Ida Holm left", "since The Herald's report" -> "meeting", "report"
    "sailors of the smaller ship" -> "smaller"; "The two sailors were hurt" -> "two"
    "I know how old that was" -> "that"; “Wherever Holm sees them, we win” -> "them"
    "Duhr's moves came late" -> "Duhr", where "duhr" is one of the families
    """
    if not has_pack(language) or "taken_up" not in subject(language, "summarize"):
        return ""
    if opening := _opening(language, "openings").search(text):
        return opening.group()
    if not quoted and (opening := _opening(language, "moments").match(text)):
        return opening.group()
    told = frozenset(word for one in above for word in low_words(one))
    line = _Line(text, words(text), told, _nouns(above, language), language)
    for at in range(len(line.found)):
        found = _event(line, at) or _beside(line, at) or _counted(line, at, above) or _stranger(line, at, families)
        if found or (found := _pointed(line, at) or (_them(line, at) if alone else "")):
            return found
    return ""


def _nouns(above: Sequence[str], language: str) -> AbstractSet[str]:
    """The words behind "a", "the" or an owner."""
    data = subject(language, "summarize")["introduced"]
    which = {*map(str, (*data["determiners"], *data["owners"], *data["its"], *data["several"]))}
    rows = (low_words(text) for text in above)
    return {word for row in rows for before, word in pairwise(row) if before in which or before.endswith("'s")}


def _event(line: _Line, at: int) -> str:
    """An event of which nothing was told, behind an article or behind somebody who has it: "after Holm's report"."""
    text, found, language = line.text, line.found, line.language
    low = found[at].text.lower()
    things = _things(language)
    owned = found[at].text[0].isupper() and POSSESSIVE.search(low) and at and found[at - 1].text[0].isupper()
    if owned and at + 1 < len(found):
        start = next((n for n in range(at - 1, 0, -1) if not found[n - 1].text[0].isupper()), 0)
        linked = start > 0 and found[start - 1].text.lower() in _listed(language, "links")
        noun = found[at + 1].text.lower()
        return noun if linked and noun in things and not _is_told(noun, line, at) else ""
    if low not in _articles(language):
        return ""
    phrase = phrase_behind(text, found, at, language)
    if phrase.meant or phrase.owner:
        return _named_event(line, at)
    noun = phrase.parts[-1] if phrase.parts else ""
    if noun not in things:
        return ""
    behind_it = at == 1 and found[0].text.lower() in _listed(language, "links")  # "After the meeting"
    told = _is_told(noun, line, at) and not (behind_it and noun not in line.nouns)
    return "" if told else noun


def _named_event(line: _Line, at: int) -> str:
    """An event behind a name of which nothing was told, neither: "the K2 plan"."""
    names: list[str] = []
    for before, word in zip(line.found[at:], line.found[at + 1 :], strict=False):
        gap, low = line.text[before.end : word.start], word.text.lower()
        if gap not in ("", " ", "-"):
            return ""
        if low in _things(line.language):
            new = names and line.told.isdisjoint((*names, low, f"{low}s"))
            here = line.text[word.end : word.end + 1] == " " and _follows(line, word) in _belonging(line.language)
            return low if new and not here and not any(len(name) > SHORT for name in names) else ""
        if word.text[0].isupper():
            names.append(low)
        elif low in function_words(line.language) or POSSESSIVE.search(low):
            return ""
    return ""


def _follows(line: _Line, word: Word) -> str:
    """The next word in small letters, if there is one."""
    return next((other.text.lower() for other in line.found if other.start > word.start), "")


def _beside(line: _Line, at: int) -> str:
    """A thing that is told apart from another one: "the smaller ship", but not "the smaller of the two"."""
    if not at or line.found[at - 1].text.lower() not in _articles(line.language) or at + 1 == len(line.found):
        return ""
    low, behind = line.found[at].text.lower(), line.found[at + 1]
    joined = line.text[line.found[at].end : behind.start] == " " and behind.text[0].islower()
    noun = behind.text.lower()
    unasked = function_words(line.language) | _unique(line.language)  # "the previous night"
    if low not in _listed(line.language, "comparing") or not joined or noun in unasked:
        return ""
    if phrase_behind(line.text, line.found, at - 1, line.language).meant or _is_told(noun, line, at) & (
        low in line.told
    ):
        return ""
    return low


def _counted(line: _Line, at: int, above: Sequence[str]) -> str:  # noqa: PLR0911 - one reason after another
    """How many there are, of whom nothing was told in that number: "The two sailors"."""
    if not at or line.found[at - 1].text.lower() not in _articles(line.language) or at + 1 == len(line.found):
        return ""
    low, behind = line.found[at].text.lower(), line.found[at + 1].text
    numbers = _numbers(line.language)
    if low not in numbers or not behind.islower() or not is_plural(behind, strict=False):
        return ""
    if behind.lower() in _listed(line.language, "sides") or behind.lower() in function_words(line.language):
        return ""
    if phrase_behind(line.text, line.found, at, line.language).meant:
        return ""  # "the two ferries of Melk"
    own = stem(behind, language=line.language)
    if (
        behind.removesuffix("s") not in _people(line.language)
        and sum(stem(word, language=line.language) == own for text in above for word in low_words(text)) > 1
    ):
        return ""  # "the two ferries", of which two were told
    number = {low, numbers[low]}
    if sum(word.text[0].isupper() for word in line.found[1:at]) > 1:
        return ""  # "Ida Holm and Per Lund, where the two sailors"
    for text in above:
        found = low_words(text)
        for place, word in enumerate(found):
            near = found[place + 1 : place + 2 + APART]
            if word in number and any(stem(other, language=line.language) == own for other in near):
                return ""
    return low


def _pointed(line: _Line, at: int) -> str:
    """A "that" of which somebody feels something: "how old that was"."""
    found, language = line.found, line.language
    low = found[at].text.lower()
    if low in _listed(language, "that") and at > 1 and at + 1 < len(found):
        asked = found[at - 2].text.lower() in _listed(language, "how")
        before = {word.text.lower() for word in found[: at - 2]}
        few = sum(word not in function_words(language) for word in before) < SHORT
        if asked and few and found[at + 1].text.lower() in _listed(language, "being"):
            return found[at].text
    return ""


def _them(line: _Line, at: int) -> str:
    """A "them" before which there are not several: “Wherever Holm sees them, we win”."""
    found, language = line.found, line.language
    if found[at].text.lower() in _listed(language, "them"):
        names = sum(word.text[0].isupper() for word in found[1:at])
        if names < NAMES and not any(_is_several(word.text.lower(), language) for word in found[:at]):
            return found[at].text
    return ""


def _is_several(low: str, language: str) -> bool:
    """Whether a word may be several: "sailors", "police", "they"."""
    data = subject(language, "summarize")["introduced"]
    return (is_plural(low, strict=False) and low not in function_words(language)) or low in (
        *data["several"],
        *data["unique"],
        *_listed(language, "everybody"),
    )


def _stranger(line: _Line, at: int, families: AbstractSet[str]) -> str:
    """A last name alone, of whom nothing was told, and who is not known to all."""
    text, found, told, _, language = line
    word = found[at]
    low = POSSESSIVE.sub("", word.text.lower())
    if low not in families or not word.text[0].isupper() or low in told:
        return ""
    before = found[at - 1] if at else None
    joined = before is not None and text[before.end : word.start] in (" ", "-", ". ")
    if before and joined and before.text[0].isupper() and before.text.lower() not in _honorifics(language):
        return ""
    behind = found[at + 1] if at + 1 < len(found) else None
    if behind and behind.text[0].isupper() and text[word.end : behind.start] in (" ", "-"):
        return ""
    if any(POSSESSIVE.sub("", other.text.lower()) == low for other in found[:at]):
        return ""
    role = before is not None and joined and before.text.lower() in _roles(language)
    if role or NAMED_BEHIND.match(text, word.end) or rarity(stem(low, language=language)) < KNOWN:
        return ""
    return POSSESSIVE.sub("", word.text)


def _is_told(noun: str, line: _Line, at: int) -> bool:
    """Whether a word that introduces a noun is told above or before it: "strike" for "the attack"; else itself."""
    told = line.told | {word.text.lower() for word in line.found[:at]}
    return is_introduced(noun, told, line.language)


@cache
def _things(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize")["left_open"]["things"]))


@cache
def _articles(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize")["articles"]))


@cache
def _unique(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize")["introduced"]["unique"]))


@cache
def _people(language: str) -> frozenset[str]:
    """The words for a person by what he is or does: "sailor"."""
    return _roles(language).union(map(str, subject(language, "summarize")["introduced"]["persons"]))


@cache
def _belonging(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize")["belonging"]))


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize")["taken_up"][name]))


@cache
def _numbers(language: str) -> Mapping[str, str]:
    """A small number in words, and in digits."""
    listed = subject(language, "summarize")["taken_up"]["numbers"]
    return {str(word): str(number) for number, word in enumerate(listed, start=2)}


@cache
def _opening(language: str, name: str) -> re.Pattern[str]:
    """With what a line, or words in marks, open that belong behind others: "Soon, ", “This time …”."""
    listed = "|".join(map(re.escape, sorted(_listed(language, name))))
    return re.compile(rf"(?:^|(?<=[“«])|(?<=\s\"))(?i:{listed})(?=,? (?!(?:after|as|when|that|of)\b))")


@cache
def _honorifics(language: str) -> frozenset[str]:
    return frozenset(str(word).lower().rstrip(".") for word in subject(language, "titles").get("honorifics", ()))


@cache
def _roles(language: str) -> frozenset[str]:
    return frozenset(str(subject(language, "titles")["roles"]).split())
