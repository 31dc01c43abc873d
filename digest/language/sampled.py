"""Say whether a sentence tells of whom a share is: "23 percent favored Ida Holm" may be of sailors, or of everybody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from digest.language import subject
from digest.language.antecedents import is_plural
from digest.language.tenses import may_be_verb
from digest.language.terms import function_words, low_words, words

NUMBER = r"[\w,.]{0,20}\d[\w,.]{0,20}"  # "1,500", "500th"


def is_of_nobody_asked(text: str, start: int, end: int, *, language: str = "en") -> bool:
    """Whether the share at `text[start:end]` did or thought something, and nothing before it says whose share it is.

    "Before the vote, 23 percent favored her", "Six in 10 call themselves sailors" -> True
    "Of the sailors, 23 percent favored her", "23 percent of the sailors", "by 23 percent" -> False
    """
    data = _data(language)
    if not data:
        return False
    ten = _in_ten(language).match(text, start, end)
    behind, before = words(text[ten.end() if ten else end :]), words(text[:start])
    if not behind or not (behind[0].text in data["opinions"] or may_be_verb(behind[0].text, language)):
        return False
    opens = not before or "," in text[before[-1].end : start] or before[-1].text.lower() in data["in_front"]
    return opens and not any(_are_several(word.text, data, language) for word in before)


def _are_several(word: str, data: Mapping[str, AbstractSet[str]], language: str) -> bool:
    """Whether a word is a noun for several whose share may be told: "sailors", but neither "days" nor "polls"."""
    low = word.lower()
    others = data["times"] | data["polls"] | function_words(language)
    return low in data["people"] or (is_plural(low) and low not in others and not may_be_verb(low, language))


def is_of_fewer(text: str, end: int, whole: str, *, language: str = "en") -> bool:
    """Whether a share is of fewer than a sentence says, as a `whole` article tells: "46 percent of sailors".

    It is so where the article tells of a "poll of 500 retired sailors", or "the retired sailors polled".
    """
    data = _data(language)
    if not data:
        return False
    behind = low_words(text[end:])[:2]
    if len(behind) < len(("of", "sailors")) or behind[0] not in data["of"] or not is_plural(behind[1], strict=False):
        return False
    own = low_words(text)
    return any(word not in own for word in _narrowing(behind[1], whole, language))


@lru_cache(maxsize=1 << 6)  # an article tells many shares of the same people
def _narrowing(noun: str, whole: str, language: str) -> Sequence[str]:
    """The words before a noun that tell which of them were asked."""
    data = _data(language)
    found = (match[1] or match[2] for match in _asked(noun, language).finditer(whole))
    return [word for word in found if word not in data["usual"] and word not in function_words(language)]


@lru_cache(maxsize=1 << 6)
def _asked(noun: str, language: str) -> re.Pattern[str]:
    """How an article tells who was asked: "poll of 500 retired sailors", "retired sailors polled"."""
    data = _data(language)
    polls, of, asked = ("|".join(map(re.escape, sorted(data[name]))) for name in ("polls", "of", "asked"))
    return re.compile(
        rf"\b(?:{polls}) (?:{of}) (?:{NUMBER} )?([a-z]+) {re.escape(noun)}\b"
        rf"|\b([a-z]+) {re.escape(noun)} (?:{asked})\b"
    )


@cache
def _in_ten(language: str) -> re.Pattern[str]:
    """A share in words: "nearly six in 10"."""
    about, of_ten = ("|".join(map(re.escape, sorted(_data(language).get(name, ())))) for name in ("about", "of_ten"))
    if not of_ten:
        return re.compile("(?!)")
    return re.compile(rf"(?:(?:{about}) )?[\w-]+ (?:{of_ten}) (?:[a-z]+|\d+)\b", re.IGNORECASE)


@cache
def _data(language: str) -> Mapping[str, AbstractSet[str]]:
    listed = subject(language, "figures").get("sampled", {})
    return {str(name): frozenset(map(str, entries)) for name, entries in listed.items()}
