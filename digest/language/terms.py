"""Cut a text into words, and reduce each word to a stem that its inflected forms share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from digest.language import subject

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")  # "30", "2,000", "China’s"
POSSESSIVE = re.compile(r"['’]s?$")  # "China’s", "allies’"


class Word(NamedTuple):
    """A word as it stands, and where."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words and numbers of a text, in order; marks are left out."""
    for match in WORD.finditer(text):
        yield Word(match.group(), match.start(), match.end())


@cache
def function_words(language: str) -> frozenset[str]:
    """The words of a language that carry grammar and no content, in lower case ("the", "which")."""
    return frozenset(str(word) for word in subject(language, "function_words")["words"])


@cache
def _suffixes(language: str) -> tuple[tuple[str, str], ...]:
    rules = subject(language, "function_words")["suffixes"]
    return tuple((str(suffix), str(instead or "")) for suffix, instead in rules)


@cache
def _irregular(language: str) -> dict[str, str]:
    return {
        str(form): str(base)
        for base, forms in subject(language, "function_words")["irregular"].items()
        for form in forms
    }


@lru_cache(maxsize=1 << 17)
def stem(word: str, *, language: str = "en") -> str:
    """Reduce a word to lower case without its possessive and inflection: "Vows" and "vowed" -> "vow"."""
    low = POSSESSIVE.sub("", word.lower()).replace("’", "'")
    low = _irregular(language).get(low, low)
    if len(low) < 4 or not low.isalpha():
        return low
    for suffix, instead in _suffixes(language):
        if low.endswith(suffix) and len(low) - len(suffix) + len(instead) >= 3:
            low = low[: len(low) - len(suffix)] + instead
            break
    if len(low) > 4 and low[-1] == low[-2] and low[-1] not in "aeiouls":
        low = low[:-1]  # "stopped" -> "stop"
    return low[:-1] if len(low) > 3 and low.endswith("e") else low


def content_stems(text: str, *, language: str = "en") -> tuple[str, ...]:
    """The stems of a text's words without the function words, in order, with repetitions."""
    skip = function_words(language)
    found = []
    for word in words(text):
        low = POSSESSIVE.sub("", word.text.lower()).replace("’", "'")
        if low not in skip and (len(low) > 1 or low.isdigit()):
            found.append(stem(low, language=language))
    return tuple(found)
