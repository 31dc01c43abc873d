"""Take out of a sentence what it tells beside the main thing: concessions and relative clauses."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.language import subject
from digest.language.remembered import SENTENCE
from digest.language.terms import plain_words

SHORTEST = 3  # words of a main clause
ASIDE = r"(?:(?!--)[^,—–]|(?<=\d),(?= ?\d))*"  # a comma may stand in a number or a date: "2,500 people", "May 1, 1950"
REDUCED = re.compile(r", (?:\w+ly )?[a-z]{2,}ed\b(?:[^,;—–]|(?<=\d),(?=\d))*,(?!\d)")  # ", aired on Friday,"


def without_asides(text: str, *, language: str = "en") -> str:
    """A sentence with blanks in place of all but its main clauses, as far as commas show them.

    "The mayor left, although the ferry, which is old, was late." -> "The mayor left                  …"
    """
    return (_without if len(text) <= SENTENCE else _without.__wrapped__)(text, language)


def lacks_main_clause(text: str, *, language: str = "en") -> bool:
    """Whether a sentence concedes something and tells nothing else: "Although the ferry was late." """
    if not text.lower().startswith(_clauses(language)):
        return False
    return len(plain_words(without_asides(text, language=language))) < SHORTEST


@cache
def _clauses(language: str) -> tuple[str, ...]:
    """The words that open such a sentence, each with the space behind it."""
    return tuple(f"{word} " for word in subject(language, "compare").get("asides", {}).get("clauses", ()))


@lru_cache(maxsize=1 << 12)  # a sentence stands in many pairs
def _without(text: str, language: str) -> str:
    for pattern in _patterns(language):
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    behind = _behind_name(language)
    return behind.sub(lambda found: found[1] + " " * len(found[2]), text) if behind else text


@cache
def _behind_name(language: str) -> re.Pattern[str] | None:
    """A clause with no comma that tells more of a place: "in Port Sand where a ferry sank"."""
    places = subject(language, "compare").get("asides", {}).get("places")
    return re.compile(rf"( [^\W\d_a-z][\w’'-]*)( (?:{_any(places)})\b[^,—–]*)") if places else None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    asides = subject(language, "compare").get("asides")
    if not asides:
        return ()
    conceding, relative = _any(asides["conceding"]), _any(asides["relative"])
    owning = _any(asides.get("owning", ())) or "(?!)"
    return tuple(
        map(
            re.compile,
            (
                rf"(?:,| —| –| --) (?:(?:{owning})(?: [a-z\d-]+){{1,3}}(?=, [^\W\d_a-z])|(?:{relative})\b)"
                rf"(?:, [^,]*,)?{ASIDE},?",
                rf"^(?i:{conceding})\b[^,]*(?:,|$)",
                rf",? (?:{conceding})\b[^,]*",
            ),
        )
    )


def _any(words: list[object]) -> str:
    return "|".join(sorted(map(re.escape, map(str, words)), key=len, reverse=True))
