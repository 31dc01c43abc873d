"""Say whether two sentences name other days of a year ("on October 11", "Oct. 16"), and which times one names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.language import has_pack, subject
from digest.language.remembered import SENTENCE
from digest.language.terms import low_words

PERIOD = re.compile(r"(?<![\w.,-])(?:(?:19|20)\d{2}(?!\w|[,.]\d)|[A-Z][a-z]{2,10}\b)")  # "2009", "June"


def on_other_days(one: str, other: str, *, language: str = "en") -> bool:
    """Whether both sentences name days of a year, and none in common; a weekday is none of these."""
    days = _days if max(len(one), len(other)) <= SENTENCE else _days.__wrapped__
    first, second = days(one, language), days(other, language)
    return bool(first and second) and first.isdisjoint(second)


def periods(text: str, *, language: str = "en") -> frozenset[str]:
    """The years of a sentence, and its months without a day: "in June of 2009" -> both; "on 7 May 2014" -> none.

    A day may be another sentence's "Wednesday"; "last summer" is no June.
    """
    months = _months(language)
    left = _pattern(language).sub(" ", text) if months else text
    return frozenset(found.lower() for found in PERIOD.findall(left) if found in months or found[0].isdigit())


def on_other_weekdays(one: str, other: str, *, language: str = "en") -> bool:
    """Whether both sentences name days of the week, and none in common."""
    names = _weekdays(language)
    first, second = (names.intersection(low_words(text)) for text in (one, other))
    return bool(first and second) and first.isdisjoint(second)


@lru_cache(maxsize=1 << 12)  # a sentence is held against many others
def _days(text: str, language: str) -> frozenset[tuple[int, int]]:
    months = _months(language)
    if not months:
        return frozenset()
    found = _pattern(language).finditer(text)
    return frozenset((months[m["first"] or m["last"]], int(m["behind"] or m["before"])) for m in found)


@cache
def _months(language: str) -> dict[str, int]:
    if not has_pack(language):
        return {}
    return {str(name): int(number) for name, number in subject(language, "dates").get("months", {}).items()}


@cache
def _weekdays(language: str) -> frozenset[str]:
    found = subject(language, "dates").get("weekdays", {}) if has_pack(language) else {}
    return frozenset(str(name).lower() for name in found)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A month and a day, in either order."""
    names = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<first>{names})\.? (?P<behind>\d{{1,2}})(?![\d:])(?:, \d{{4}}\b)?"
        rf"|(?<![\d,.])(?P<before>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:of |de )?(?P<last>{names})\b(?:,? \d{{4}}\b)?"
    )
