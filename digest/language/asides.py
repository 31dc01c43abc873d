"""Take out of a sentence what it tells beside the main thing: concessions and relative clauses."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.language import subject
from digest.language.terms import SENTENCE


def without_asides(text: str, *, language: str = "en") -> str:
    """A sentence with blanks in place of all but its main clauses, as far as commas show them.

    "The mayor left, although the ferry, which is old, was late." -> "The mayor left                  …"
    """
    return (_without if len(text) <= SENTENCE else _without.__wrapped__)(text, language)


@lru_cache(maxsize=1 << 12)  # a sentence stands in many pairs
def _without(text: str, language: str) -> str:
    for pattern in _patterns(language):
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    asides = subject(language, "compare").get("asides")
    if not asides:
        return ()
    conceding, relative = _any(asides["conceding"]), _any(asides["relative"])
    return tuple(
        map(
            re.compile,
            (
                rf"(?:,| —| –| --) (?:{relative})\b(?:, [^,]*,)?[^,—–]*,?",
                rf"^(?i:{conceding})\b[^,]*,",
                rf",? (?:{conceding})\b[^,]*",
            ),
        )
    )


def _any(words: list[object]) -> str:
    return "|".join(sorted(map(re.escape, map(str, words)), key=len, reverse=True))
