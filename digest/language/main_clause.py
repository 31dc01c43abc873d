"""Say how much of what a sentence's main clause tells another sentence tells, too.

"A ferry sank off Melk after a storm, the mayor said."    main clause: a ferry sank off Melk
"… sank off Melk"                                         what it tells of its subject
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from digest.language import subject
from digest.language.asides import REDUCED, without_asides
from digest.language.background import rarities
from digest.language.quoting import QUOTED
from digest.language.remembered import SENTENCE, Remembered
from digest.language.senses import sense
from digest.language.tenses import may_be_verb
from digest.language.terms import content_stems, in_rows, low_words, many_in_rows, plain_words, words

LEAST = 4  # words with content of a main clause; a cut that leaves fewer was none
FEWEST = 3  # of what it tells of its subject: "will be necessary" tells nothing without it
RAREST = 6.0  # nats; a word that the language hardly knows tells no more than a rare one
RUN = 5  # words in a row that two sentences have in common where both repeat what somebody said or wrote
SAYING = 2  # of them that are no names: "Fund for the Old Port of Melk" is said again wherever the fund is told of
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


class Shared(NamedTuple):
    """The parts, from 0 to 1, of what one sentence tells that another one tells, too.

    `main`: of its main clause, anywhere in the other; `mains`: the same in the other's main clause; `done`: of what
    the main clause tells of its subject; `told`: of that, names and numbers aside, of which `deeds` are in common;
    `back`: of the other's main clause, anywhere in the one.
    """

    main: float
    mains: float
    done: float
    told: float
    deeds: int
    back: float


class _Clause(NamedTuple):
    whole: frozenset[str]
    main: frozenset[str]
    done: frozenset[str]


@lru_cache(maxsize=1 << 12)  # a pair of a story's sentences is asked for again and again
def shared_main(one: str, other: str, telling: frozenset[str], *, language: str = "en") -> Shared:
    """How much of the main clause of one sentence another tells; `telling` are the stems that tell something in it."""
    mine, theirs = ((_clause if len(t) <= SENTENCE else _clause.__wrapped__)(t, language) for t in (one, other))
    told = mine.done & {sense(term, language=language) for term in telling}
    return Shared(
        main=_part(mine.main, theirs.whole, language),
        mains=_part(mine.main, theirs.main, language),
        done=_part(mine.done, theirs.whole, language),
        told=_part(told, theirs.whole, language),
        deeds=len(told & theirs.whole),
        back=_part(theirs.main, mine.whole, language),
    )


def repeats(one: str, other: str) -> bool:
    """Whether two sentences have many words in a row in common."""
    return not _row_of(one).isdisjoint(_row_of(other))


def repeat_quoted(one: str, other: str) -> bool:
    """Whether what stands in quotation marks in one of two sentences stands in the other, too, be it a part of it."""
    first, second = (frozenset().union(*map(_row_of, QUOTED.findall(text))) for text in (one, other))
    return not (first.isdisjoint(_row_of(other)) and second.isdisjoint(_row_of(one)))


def _row_of(text: str) -> frozenset[Sequence[str]]:
    return (_runs if len(text) <= SENTENCE else _runs.__wrapped__)(text)


def main_clause(text: str, *, language: str = "en") -> str:
    """A sentence with blanks in place of what is not its main clause, as far as words and commas show it."""
    text = _cut(without_asides(text, language=language), text, language)
    for pattern in (BRACKETS, REDUCED, *_patterns(language)):
        less = _cut(pattern.sub(lambda found: " " * len(found.group()), text), text, language)
        if pattern is not REDUCED or less == text or _has_verb(less, language):  # ", founded the yard in 1971, before"
            text = less
    return text


def _has_verb(text: str, language: str) -> bool:
    return any(may_be_verb(word, language) for word in low_words(text)[1:])


def _cut(less: str, text: str, language: str) -> str:
    return less if len(content_stems(less, language=language)) >= LEAST else text


def before_apposition(text: str, *, language: str = "en") -> str:
    """A sentence up to a ", a …" or ", an …" that begins no list; nothing where there is none.

    "Holm led a choir, a group of bakers" -> "Holm led a choir"
    "He sold a house, a boat and a cart" -> "": an "and a" behind the comma makes it a list
    """
    found = _apposition(language).search(text)
    return text[: found.start()] if found else ""


def what_is_done(text: str, language: str) -> str:
    """A main clause from its first verb on, and all of it where none is known."""
    for number, word in enumerate(words(text)):
        low = word.text.lower()
        if number and may_be_verb(low, language):
            rest = text[word.start :]
            return rest if len(content_stems(rest, language=language)) >= FEWEST else text
    return text


@lru_cache(maxsize=1 << 12)  # a sentence is held against many others
def _clause(text: str, language: str) -> _Clause:
    main = main_clause(text, language=language)
    parts = (text, main, what_is_done(main, language))
    return _Clause(*(_senses(content_stems(part, language=language), language) for part in parts))


def _senses(stems: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(sense(term, language=language) for term in stems)


@lru_cache(maxsize=1 << 12)
def _runs(text: str) -> frozenset[Sequence[str]]:
    small = [word[0].islower() for word in plain_words(text)]
    return frozenset(compress(in_rows(low_words(text), RUN), many_in_rows(small, RUN, SAYING)))


def _part(terms: AbstractSet[str], others: AbstractSet[str], language: str) -> float:
    weights = _weights(language)
    whole = math.fsum(map(weights.__getitem__, terms))
    return math.fsum(map(weights.__getitem__, terms & others)) / whole if whole else 0.0


@cache
def _weights(language: str) -> Mapping[str, float]:
    rare = rarities(language)
    return Remembered(lambda term: min(RAREST, rare[term]))


@cache
def _apposition(language: str) -> re.Pattern[str]:
    """What begins an apposition that is no list: ", a small group of bakers"."""
    data = subject(language, "compare").get("main", {})
    articles, linking = (
        "|".join(map(re.escape, map(str, data.get(key, ())))) or "(?!)" for key in ("apposed", "linking")
    )
    return re.compile(rf",[”\"]? (?:{articles}) (?!.*\b(?:{linking}) (?:{articles}) )")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """An opening clause, who said it, and a clause of when or why it was."""
    data = subject(language, "compare").get("main")
    if not data:
        return ()
    opening, trailing, comma, saying, owed = (
        "|".join(map(re.escape, map(str, data[name])))
        for name in ("opening", "trailing", "behind_comma", "saying", "owed")
    )
    return (
        re.compile(rf"^(?i:{opening})\b[^,]*,"),
        re.compile(rf"(?:,|[,.!?]?[”\"]) ?[^,“”\"]{{0,80}}\b(?:{saying})\b[^,“”\"]{{0,60}}$"),
        re.compile(rf",? (?:{owed})\b[^,]*"),
        re.compile(rf"(?: |—|–)(?:{trailing})\b[^,;—–]*|, (?:{comma})\b[^,;—–]*"),
    )
