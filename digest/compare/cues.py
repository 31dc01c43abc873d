"""Read the words around a figure: who is counted, what happened to them, and whether a date says up to when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from digest.language import packs, subject
from digest.language.terms import WORD, low_words
from digest.model import Article, DateMention, Figure

SIGNS = re.compile(r"[,;:()—–]")  # a clause ends here
WITH_REST = re.compile(rf"({WORD.pattern})([\W_]*)")  # a word, and what stands between it and the next
BEFORE, BEHIND = 4, 5  # words of a clause that are looked at around a figure
SAID = 3  # words between a verb of saying and the day on which it was said


class Cues(NamedTuple):
    """What a language's `compare.yml` says about figures, by stems and lower-case words.

    Each phrase of `until` has a space before it.
    """

    outcomes: dict[str, str]
    anybody: frozenset[str]
    totals: frozenset[str]
    partial: frozenset[str]
    elsewhere: frozenset[str]
    separate: frozenset[str]
    until: tuple[str, ...]
    said: frozenset[str]
    former: frozenset[str]
    breaks: frozenset[str]
    falling: frozenset[str]
    settled: frozenset[str]
    pointing: frozenset[str]
    nobody: frozenset[str]
    surviving: frozenset[str]
    than: frozenset[str]
    ages: frozenset[str]
    joining: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """Load what a language says about figures."""
    data = subject(language, "compare")["figures"]
    sets = {name: frozenset(data.get(name, ())) for name in Cues._fields if name not in ("outcomes", "until")}
    outcomes = {str(word): kind for kind, forms in data["outcomes"].items() for word in forms}
    return Cues(outcomes=outcomes, until=tuple(f" {phrase}" for phrase in data["until"]), **sets)


def words_before(text: str, cue: Cues) -> list[str]:
    """The last words of a text, in lower case, back to where their clause begins: the nearest first."""
    near: list[str] = []
    for word, gap in islice(reversed(WITH_REST.findall(text)), BEFORE):
        low = word.lower()
        if SIGNS.search(gap) or low in cue.breaks:
            break
        near.append(low)
    return near


def words_behind(text: str, cue: Cues) -> list[str]:
    """The first words of a text, in lower case, up to where their clause ends."""
    near: list[str] = []
    edge = 0
    for found in islice(WORD.finditer(text), BEHIND):
        low = found[0].lower()
        if SIGNS.search(text, edge, found.start()) or low in cue.breaks:
            break
        near.append(low)
        edge = found.end()
    return near


def outcome_of(figure: Figure, left: Sequence[str], right: Sequence[str], cue: Cues) -> str | None:
    """What happened to those who are counted: from the figure's own words, else from the nearest around it."""
    if not cue.nobody.isdisjoint(left) and not cue.surviving.isdisjoint(right):
        return "killed"  # "none of the 46 people aboard survived"
    measure = low_words(figure.measure.text) if figure.measure else ()
    order = (*reversed(low_words(figure.excerpt.text)), *left[:1], *right, *left[1:], *reversed(measure))
    return next((cue.outcomes[word] for word in order if word in cue.outcomes), None)


def is_until(text: str, date: DateMention, cue: Cues) -> bool:
    """Whether a date says up to when something was counted: "as of Monday"."""
    before = text[max(0, date.excerpt.span.start - 12) : date.excerpt.span.start].lower().rstrip()
    return f" {before}".endswith(cue.until)


def is_said(before: str, cue: Cues) -> bool:
    """Whether a date, by the words before it, tells when somebody said it: "the ministry said late on Monday"."""
    return any(word in cue.said for word in low_words(before[-40:])[-SAID:])


def owns(text: str, date: DateMention) -> bool:
    """Whether something is of that day: "Sunday's crash"."""
    return text[date.excerpt.span.end : date.excerpt.span.end + 2] in ("'s", "’s")


@lru_cache(maxsize=1 << 12)  # a story has few dates, and names them again and again
def names_of_day(date: str) -> frozenset[str]:
    """What names a date: "Sunday", "May", "first"; words such as "yesterday" name none without a calendar."""
    return frozenset(word for word in low_words(date) if word in _calendar() or word.isdigit())


@cache
def _calendar() -> frozenset[str]:
    """Everything that names a date, in lower case: months, weekdays, the ordinals of quarters."""
    tables = [subject(language, "clean") for language in packs()]
    names = [str(name).lower() for table in tables for key in ("months", "weekdays") for name in table[key]]
    return frozenset((*names, "first", "second", "third", "fourth"))


def is_former(article: Article, figure: Figure, cue: Cues) -> bool:
    """Whether a figure is what held before: "rose to 43 from 40"."""
    before = article.text[max(0, figure.excerpt.span.start - 30) : figure.excerpt.span.start]
    return any(word in cue.former for word in (*low_words(before)[-2:], *low_words(figure.excerpt.text)[:1]))
