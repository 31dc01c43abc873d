"""Say whether what happens on a day is told in the past, so that "Saturday" is the last one and not the next.

"The board met in Melk on Saturday"                    told
"faces a vote on Saturday", "before a vote on Friday"  not told: the day may be still to come
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from digest.language import subject
from digest.language.tenses import is_past
from digest.language.terms import low_words

BOUND = re.compile(r"[,;—–“”\"()]|:\s|\s-\s|--")  # between two clauses

PAST, PRESENT = "past", "present"
TO = "to"
ADVERB = "ly"
SHORT = 3  # letters of "his", which is no verb


class _Words(NamedTuple):
    """The words of a language by which tenses are told apart; all empty where it has none."""

    steps: frozenset[str]
    links: frozenset[str]
    joints: frozenset[str]
    others: frozenset[str]
    appearing: frozenset[str]
    asking: frozenset[str]
    subjects: frozenset[str]
    determiners: frozenset[str]
    present: frozenset[str]
    between: frozenset[str]


def is_told(text: str, start: int, end: int, language: str) -> bool:
    """Whether the clause of the weekday at `start..end` is in the past; in doubt not."""
    data = _words(language)
    if not data.steps:
        return True  # nothing is known of the language's tenses
    own, rest = _clause(text, start, end, data, language)
    tenses = _tenses(own, data, language)
    told = [word for word in own if word not in data.steps]
    if told and tenses[-1:] == [PAST] and is_past(told[-1], language):
        return True  # "said on Friday"
    if _is_before_another(own, data) or _is_asked(own, data, language):
        return False
    if tenses:
        past = max((at for at, word in enumerate(own) if is_past(word, language)), default=-1)
        open_ = own[past + 1 : past + 2]  # "said the vote on Friday is"
        is_open = bool(open_) and open_[0] in data.determiners and PRESENT in _tenses(rest, data, language)
        return tenses[-1] == PAST and not is_open
    behind = _tenses(rest, data, language)
    if behind:
        return behind[0] == PAST
    opens = (
        not told or _is_of_names(text[:start], data) or own[0] in data.steps - data.determiners
    )  # "In Melk on Friday, the bells rang"
    return opens and PAST in _tenses(low_words(text), data, language)


def _clause(text: str, start: int, end: int, data: _Words, language: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a date's clause before it and behind it, from the last comma or "and" on to the next ones."""
    begin = max((found.end() for found in BOUND.finditer(text, 0, start)), default=0)
    after = BOUND.search(text, end)
    own, rest = low_words(text[begin:start]), low_words(text[end : after.start() if after else len(text)])
    links = [at for at, word in enumerate(own) if word in data.links]
    while links and own[links[-1]] in data.joints and not _tenses(own[links[-1] :], data, language):
        links.pop()  # "met Holm and the mayor on Friday"
    link = links[-1] if links else -1
    return own[link + 1 :], rest[: next((at for at, word in enumerate(rest) if word in data.links), len(rest))]


def _is_of_names(before: str, data: _Words) -> bool:
    """Whether nothing but names stands between a comma and a date: ", Mr. Holm and Mr. Ito on Friday"."""
    return all(w[0].isupper() or w in data.steps | data.joints for w in BOUND.split(before)[-1].split())


def _is_before_another(own: Sequence[str], data: _Words) -> bool:
    """Whether a date is that of a thing before which something is told: "before a vote on Friday"."""
    found = [at for at, word in enumerate(own) if word in data.others]
    return any(at == 0 or own[at - 1] not in data.appearing for at in found)


def _is_asked(own: Sequence[str], data: _Words, language: str) -> bool:
    """Whether a date is that of what somebody is to do: "agreed to meet on Friday", but not "asked her on Friday"."""
    asked = max((at for at, word in enumerate(own) if word in data.asking), default=-1)
    deed = [at for at in range(asked + 1, len(own) - 1) if own[at] == TO and own[at + 1] not in data.determiners]
    return asked >= 0 and bool(deed) and not any(is_past(word, language) for word in own[deed[0] :])


def _tenses(clause: Sequence[str], data: _Words, language: str) -> list[str]:
    """The tenses of a clause's verbs, in order: that of "is seen" and of "he faces" is the present."""
    found: list[str] = []
    helping = False
    for before, word in pairwise(["", *clause]):
        if before == TO:
            continue  # "trying to do"
        present = word in data.present or (before in data.subjects and word.endswith("s") and len(word) > SHORT)
        if present or (is_past(word, language) and not helping):
            found.append(PRESENT if present else PAST)
        helping = present or (helping and (word.endswith(ADVERB) or word in data.between))
    return found


@cache
def _words(language: str) -> _Words:
    dates = subject(language, "compare").get("dates", {})
    own = subject(language, "dates")
    return _Words(
        steps=frozenset(map(str, dates.get("steps", ()))),
        links=frozenset(map(str, dates.get("links", ()))),
        joints=frozenset(map(str, own.get("joints", ()))),
        others=frozenset(map(str, own.get("before_another", ()))),
        appearing=frozenset(map(str, dates.get("appearing", ()))),
        asking=frozenset(map(str, own.get("to_do", ()))),
        subjects=frozenset(map(str, own.get("subjects", ()))),
        determiners=frozenset(map(str, own.get("determiners", ()))),
        present=frozenset(map(str, own.get("present", ()))),
        between=frozenset(map(str, own.get("between", ()))),
    )
