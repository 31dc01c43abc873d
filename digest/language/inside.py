"""Find what points back from within a sentence: "of those elements", ", then,", "In January, he", ", she said."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from digest.language import subject
from digest.language.remembered import SENTENCE
from digest.language.terms import function_words, low_words, plain_words

QUOTATION = re.compile(r"[“„«][^”“»]*[”“»]|\"[^\"]*\"|``[^']*''")
MARKS = ("“", "„", "«", '"', "``")
STEM = 4  # letters by which a noun is known again: "resolution", "resolved"

Words = frozenset[str]


class _Shapes(NamedTuple):
    """What points back whatever stands before it, and what does unless the noun was named before.

    Of the first each is a search, or a match where it stands at the beginning. Each stands with the words of which a
    sentence must have one, so that most sentences are not searched for it.
    """

    always: tuple[tuple[Words, Callable[[str], re.Match[str] | None]], ...]
    nouns: tuple[tuple[Words, re.Pattern[str]], ...]
    known: Words


def points_inside(text: str, *, language: str = "en") -> str:
    """The words of a sentence that point at something told before it, or nothing.

    Words in quotation marks are somebody's own and are not asked.
    """
    return (_points if len(text) <= SENTENCE else _points.__wrapped__)(text, language)


@lru_cache(maxsize=1 << 12)  # summary and comparison ask for a story's sentences again
def _points(text: str, language: str) -> str:
    shapes = _shapes(language)
    if shapes is None:
        return ""
    outside = QUOTATION.sub("“”", text) if any(mark in text for mark in MARKS) else text
    held = {*low_words(text)}
    for needed, find in shapes.always:
        if not held.isdisjoint(needed) and (found := find(outside)):
            return found.group().strip(" ,.")
    for needed, pattern in shapes.nouns:
        for found in pattern.finditer(outside) if not held.isdisjoint(needed) else ():
            if not _known(found["noun"].lower(), outside[: found.start()], shapes.known, language):
                return found.group().strip(" ,.")
    return ""


def _known(noun: str, before: str, known: frozenset[str], language: str) -> bool:
    """Whether a word is no noun, tells when or where by itself, or was named in the sentence before that."""
    if noun in known or noun.removesuffix("s") in known or noun in function_words(language):
        return True
    stem = noun[: max(STEM, len(noun) - STEM)]
    return any(word.lower().startswith(stem) for word in plain_words(before))


@cache
def _shapes(language: str) -> _Shapes | None:
    leaning = subject(language, "summarize")["leaning"]
    data = leaning.get("inside")
    if not data:
        return None
    who, named, the = _any(leaning["speaking"]), _any(data["people"]), _any(data["articles"])
    of, ordinals, some, when = (_any(data[name]) for name in ("belonging", "ordinals", "some", "openings"))
    first = _any(data["first"])
    telling, being, pointers, like = (_any(data[name]) for name in ("telling", "being", "pointers", "like"))
    sources = rf"(?:{_any((*data['papers'], *_bodies(language)))})"
    always = (
        ("ordinals", re.compile(rf"(?:\w+ )?(?i:{_any(data['articles'])}) (?:{ordinals}) (?!(?:{of})\b)[a-z]+").match),
        ("first", re.compile(rf"(?i:{the}) (?:{first})(?:,| (?:{being})\b)").match),
        ("some", re.compile(rf"(?i:{some})(?:,| (?:{being})\b| (?:{of}) (?:{pointers})\b)").match),
        ("asides", re.compile(rf", (?:{_any(data['asides'])}),").search),
        ("telling", re.compile(rf", (?:{who}) (?:{telling})\b").search),
        ("neither", re.compile(rf"\b(?i:{_any(data['neither'])}) (?:{telling}|{being})\b").search),
        ("openings", re.compile(rf"(?i:{when})\b[^,“]{{2,60}}, (?:{named})\b").match),
        ("openings", re.compile(rf"(?i:{when})\b[^,“A-Z]{{2,60}}, (?:{_any(data['owners'])})\b").match),
    )
    nouns = (
        ("telling", rf"[”,] (?:{_any(data['articles'])}) (?P<noun>{sources}) (?:{telling})\b"),
        ("telling", rf"” (?:{telling}) (?:{_any(data['articles'])}) (?P<noun>{sources})(?=[.;]|$)"),
        ("another", rf"\b(?:{_any(data['places'])}) (?:{_any(data['another'])}) (?P<noun>[a-z]{{3,}})\b"),
        ("near", rf"\b(?:{_any(data['near'])}) (?P<noun>[a-z]{{3,}})\b(?! (?:{of})\b)"),
        ("several", rf"\b(?:{_any(data['several'])}) (?P<noun>[a-z]{{2,}}s)\b"),
        ("far", rf"\b(?:{_any(data['before'])}) (?:{_any(data['far'])}) (?P<noun>[a-z]{{3,}})"),
        ("matters", rf"\b(?:{_any(data['before'])}) (?:{the}) (?P<noun>{_any(data['matters'])})\b(?! (?:{of})\b)"),
        ("like", rf"\b(?:{like}) (?:{_any(data['one'])}) (?P<noun>[a-z]{{3,}})(?=[.,;:]|$| (?:{being})\b)"),
        ("like", rf"\b(?:{like}) (?P<noun>[a-z]{{3,}})\b(?!(?: \w+){{0,3}} (?:{_any(data['than'])})\b)"),
    )
    needed = {name: _last_words(data[name]) for name in dict.fromkeys(name for name, _ in (*always, *nouns))}
    return _Shapes(
        always=tuple((needed[name], find) for name, find in always),
        nouns=tuple((needed[name], re.compile(pattern)) for name, pattern in nouns),
        known=frozenset(map(str, (*leaning["moments"], *data["known"]))),
    )


def _last_words(phrases: Iterable[object]) -> Words:
    """The words in small letters that some phrases end in: "few" of "a few"."""
    return frozenset(low_words(str(phrase))[-1] for phrase in phrases)


def _bodies(language: str) -> Iterable[str]:
    """The words for people and bodies whom no other word introduces, and several who have a role: "the senators"."""
    pointing = subject(language, "summarize")["pointing"]
    roles = str(subject(language, "titles")["roles"]).split()
    return (*(str(noun) for noun, triggers in pointing.items() if not triggers), *(f"{role}s" for role in roles))


def _any(words: Iterable[object]) -> str:
    return "|".join(sorted(map(re.escape, map(str, words)), key=len, reverse=True))
