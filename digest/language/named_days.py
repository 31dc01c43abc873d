"""Say whether two sentences name other days of a year: "on October 11", "Oct. 16"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.language import has_pack, subject
from digest.language.remembered import SENTENCE


def on_other_days(one: str, other: str, *, language: str = "en") -> bool:
    """Whether both sentences name days of a year, and none in common; a weekday is none of these."""
    days = _days if max(len(one), len(other)) <= SENTENCE else _days.__wrapped__
    first, second = days(one, language), days(other, language)
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
def _pattern(language: str) -> re.Pattern[str]:
    """A month and a day, in either order."""
    names = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<first>{names})\.? (?P<behind>\d{{1,2}})(?![\d:])"
        rf"|(?<![\d,.])(?P<before>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:of |de )?(?P<last>{names})\b"
    )
