"""Read the authors' names in a byline, where it holds names, and nothing that may be something else."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from digest.clean.phrases import any_of
from digest.language import subject
from digest.language.days import days_in
from digest.language.terms import function_words

LONGEST = 160  # characters
OVER = re.compile(r"\s*[|•·@;(/\d]|\s[–—-]+(?:\s|$)|\s(?:on|for|in|at)\s", re.IGNORECASE)  # "Jane Doe | Sport", "@doe"
# "Doe", "DOE", "McCoy", "O’Neil", "Smith-Jones": a capital inside of a word is where two words ran together.
PART = re.compile(
    r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|[ODL]['’])?(?P<first>[^\W\d_])(?:[^\W\d_]{1,20})?(?:[-'’][^\W\d_]{1,20}){0,3}"
)
INITIAL = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:Jr|Sr|Dr|St)\.")  # "J.", "J.R.", "Jr."
PARTICLES = frozenset(
    (
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "ten",
        "van",
        "von",
    )
)
MOST_PARTS = 5  # of a name


class _Words(NamedTuple):
    by: re.Pattern[str]
    joined: re.Pattern[str]
    over: re.Pattern[str]
    nobody: frozenset[str]


def follows_by(text: str) -> str | None:
    """What follows "By" or the like in a line, "" where it is alone; None where the line begins with something else."""
    by = _words().by.match(text)
    return text[by.end() :].strip() if by else None


def authors_in(text: str, *, language: str = "en") -> tuple[str, ...]:
    """The names that what follows "By" gives; none where one of them is in doubt.

    "Jane Doe and John Roe, Science Editors" → Jane Doe, John Roe; "Staff Reporter" → none; "Jane DoeSport" → none
    """
    if len(text) > LONGEST:
        return ()
    text = text[: next((day.start for day in days_in(text)), len(text))]
    for pattern in (OVER, _words().over):
        over = pattern.search(text)
        text = text[: over.start()] if over else text
    first, *others = (part.strip() for part in text.strip(" :,.").split(","))
    listed = bool(others) and bool(_words().joined.search(others[-1]))  # "Jane Doe, John Roe and Ann Poe"
    found = _names(first, language)
    for part in others:
        names = _names(part, language)
        if listed and names:
            found += names
        elif names or not (_is_nobody(part) or len(part.split()) == 1):
            return ()
    once = {name.casefold() for name in found}
    return tuple(found) if len(once) == len(found) else ()


def _names(text: str, language: str) -> list[str]:
    """The names that an enumeration without commas gives; none where one of them is none."""
    names = [name.strip() for name in _words().joined.split(text)]
    return names if all(_is_name(name, language) for name in names) else []


def _is_name(text: str, language: str) -> bool:
    parts = text.split()
    full = [part for part in parts if part not in PARTICLES and not INITIAL.fullmatch(part)]
    low = [part.casefold() for part in full]
    return (
        len(full) >= 2
        and len(parts) <= MOST_PARTS
        and parts[0] not in PARTICLES
        and parts[-1] not in PARTICLES
        and all(map(_is_part, full))
        and len(set(low)) == len(low)
        and function_words(language).isdisjoint(low[1:])  # "By Signing Up"
        and not _is_nobody(text)
    )


def _is_part(word: str) -> bool:
    hit = PART.fullmatch(word)
    if not hit or not word[0].isupper():
        return False
    rest = word[hit.end("first") :]
    inner = re.sub(r"[-'’]\w", "", rest)
    return hit["first"].isupper() and (inner.islower() or not inner or word.isupper())


def _is_nobody(text: str) -> bool:
    return ("." in text.rstrip(".") and " " not in text) or not _words().nobody.isdisjoint(text.casefold().split())


@cache
def _words() -> _Words:
    data, dates = subject("mul", "bylines"), subject("mul", "dates")
    labels = [str(word) for key in ("published", "updated") for word in dates[key]]
    return _Words(
        by=re.compile(rf"\s*{any_of(data['by'])}\s*:?\s*", re.IGNORECASE),
        joined=re.compile(rf"\s+{any_of(data['and'])}\s+", re.IGNORECASE),
        over=re.compile(rf"\s{any_of(labels)}", re.IGNORECASE),
        nobody=frozenset(map(str, data["nobody"])),
    )
