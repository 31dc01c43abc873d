"""Find what a line takes up of which the page above it has told nothing: a moment, an event, a number of people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from digest.language import has_pack, subject
from digest.language.antecedents import is_plural
from digest.language.background import rarity
from digest.language.introduced import phrase_behind
from digest.language.remembered import Once
from digest.language.terms import POSSESSIVE, Word, function_words, low_words, stem, stems, words
from digest.language.told_above import KNOWN, NAMED_BEHIND, SHORT, have, introducing

NAMES = 2  # names that may be "them"
MOST = 500  # words of a line that are read: a text without a full stop may have any number of them
APART = 2  # words between "two" and what they are, where a page tells of them: "two old ferries"


class _Above:
    """What stands above a line, read once for all lines below it."""

    def __init__(self, texts: Sequence[str], language: str) -> None:
        self._rows = [low_words(text) for text in texts]
        self._language = language
        self._starts: dict[str, bool] = {}
        self.told = frozenset(chain.from_iterable(self._rows))

    @Once
    def nouns(self) -> AbstractSet[str]:
        """The words behind "a", "the" or an owner: "a meeting", "his visit"."""
        data = subject(self._language, "summarize")["introduced"]
        which = {*map(str, (*data["determiners"], *data["owners"], *data["its"], *data["several"]))}
        pairs = (pair for row in self._rows for pair in pairwise(row))
        return {word for before, word in pairs if before in which or before.endswith("'s")}

    @Once
    def times(self) -> Mapping[str, int]:
        """How often the stem of each word stands there."""
        known = stems(self._language)
        return Counter(known[word] for row in self._rows for word in row)

    @Once
    def counted(self) -> Mapping[str, AbstractSet[str]]:
        """The stems close behind each small number: "two" of "two old ferries" has those of "old" and "ferries"."""
        known, numbers = stems(self._language), _numbers(self._language)
        either = {*numbers, *numbers.values()}
        found: dict[str, set[str]] = {}
        for row in self._rows:
            for place, word in enumerate(row):
                if word in either:
                    near = row[place + 1 : place + 2 + APART]
                    found.setdefault(word, set()).update(known[other] for other in near)
        return found

    def has(self, start: str) -> bool:
        """Whether a word there begins so: see `have`."""
        if start not in self._starts:
            self._starts[start] = have(self.told, start)
        return self._starts[start]


@lru_cache(maxsize=1 << 6)  # pages are written list by list, and a list asks for each of its lines
def _above(texts: tuple[str, ...], language: str) -> _Above:
    return _Above(texts, language)


class _Line(NamedTuple):
    """A line: its text and its first words, what stands above it, its language."""

    text: str
    found: Sequence[Word]
    above: _Above
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
    line = _Line(text, words(text)[:MOST], _above(tuple(above), language), language)
    for at in range(len(line.found)):
        found = (
            _event(line, at)
            or _beside(line, at)
            or _counted(line, at)
            or _stranger(line, at, families)
            or _pointed(line, at)
            or (_them(line, at) if alone else "")
        )
        if found:
            return found
    return ""


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
    told = _is_told(noun, line, at) and not (behind_it and noun not in line.above.nouns)
    return "" if told else noun


def _named_event(line: _Line, at: int) -> str:
    """An event behind a name of which nothing was told, neither: "the K2 plan"."""
    names: list[str] = []
    for before, word in zip(line.found[at:], line.found[at + 1 :], strict=False):
        gap, low = line.text[before.end : word.start], word.text.lower()
        if gap not in ("", " ", "-"):
            return ""
        if low in _things(line.language):
            new = names and line.above.told.isdisjoint((*names, low, f"{low}s"))
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
    if phrase_behind(line.text, line.found, at - 1, line.language).meant:
        return ""
    if low in line.above.told and _is_told(noun, line, at):
        return ""
    return low


def _counted(line: _Line, at: int) -> str:  # noqa: PLR0911 - one reason after another
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
    if behind.removesuffix("s") not in _people(line.language) and line.above.times.get(own, 0) > 1:
        return ""  # "the two ferries", of which two were told
    if sum(word.text[0].isupper() for word in line.found[1:at]) > 1:
        return ""  # "Ida Holm and Per Lund, where the two sailors"
    return "" if any(own in line.above.counted.get(number, ()) for number in (low, numbers[low])) else low


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
    text, found, above, language = line
    word = found[at]
    low = POSSESSIVE.sub("", word.text.lower())
    if low not in families or not word.text[0].isupper() or low in above.told:
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
    before = {word.text.lower() for word in line.found[:at]}
    return any(line.above.has(start) or have(before, start) for start in introducing(noun, line.language))


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
