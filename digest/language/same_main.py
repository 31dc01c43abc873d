"""Say whether another sentence tells what the main clause of a sentence tells: who did what, not the words around it.

The thresholds were set on the pairs of 35 stories, read by hand.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from digest.language import has_pack, subject
from digest.language.deeds import deeds
from digest.language.main_clause import Shared, main_clause, repeat_quoted, repeats, shared_main, what_is_done
from digest.language.named_days import on_other_days
from digest.language.senses import senses_of
from digest.language.telling import Telling
from digest.language.terms import content_stems


class _Least(NamedTuple):
    """The parts of a sentence that another must tell: see `Shared`."""

    main: float = 0.0
    mains: float = 0.0
    done: float = 0.0
    told: float = 0.0
    back: float = 0.0


SOME = 0.01  # not only in a clause beside another thing: "The storm, which hit mostly sailors, has reached Melk"
REPORTS = (
    _Least(main=0.36, mains=0.2, done=0.2),
    _Least(main=0.47, mains=SOME, done=0.47),
    _Least(main=0.18, back=0.43),
)
MAY = _Least(main=0.4, done=0.2, back=0.38)
SAYS = _Least(main=0.33, done=0.33, told=0.2)
QUOTED_BACK = 0.5  # of what the other tells, where both have somebody's words in common
SAYS_ALL = _Least(main=0.5, mains=0.3, done=0.5)
OPENING = 3  # words from the first verb on, among which is what the subject did: "has slowly sunk"
DEEDS, TOLD = 2, 0.6  # words in common that say what was done; or the part of them that makes up for fewer


def reports_main(one: str, other: str, telling: Telling, *, leads: bool = False) -> bool:
    """Whether another sentence reports what the main clause of one tells, or both have somebody's words in common.

    "A ferry sank off Melk": "A ferry has sunk off Melk" -> True; "The mayor of Melk, where a ferry sank" -> False

    None of what the one tells as done stands in the other: then it tells another thing, unless both are `leads`, which
    tell a story's event in words of their own. Nor is it one thing that was on other days.
    """
    language = telling.language
    if on_other_days(one, other, language=language):
        return False
    if repeat_quoted(one, other):
        return True
    done = deeds(one, language)
    told = done and not done.isdisjoint(senses_of(content_stems(other, language=language), language=language))
    if done and not told and not leads:
        return False
    found = shared_main(one, other, telling.words(one), language=language)
    return any(_reach(found, least) for least in REPORTS) or (bool(told) and repeats(one, other))


def may_report_main(one: str, other: str, telling: Telling) -> bool:
    """Whether another sentence probably tells, in its own words, what the main clause of one tells, and little else."""
    return _reach(shared_main(one, other, telling.words(one), language=telling.language), MAY)


def says_main(one: str, other: str, telling: Telling) -> bool:
    """Whether another sentence may be cited for one: it tells what that one's main clause tells of its subject."""
    found = shared_main(one, other, telling.words(one), language=telling.language)
    if on_other_days(one, other, language=telling.language):
        return False
    if repeat_quoted(one, other) and found.back >= QUOTED_BACK:
        return True
    some = _reach(found, SAYS) and (found.deeds >= DEEDS or found.told >= TOLD)
    return some or _reach(found, SAYS_ALL)


def is_another_deed(one: str, other: str, *, language: str = "en") -> bool:
    """Whether another sentence tells neither whom the main clause of one is about nor what it did, or tells it undone.

    "The town put a whale up for sale, which had washed ashore": "The whale washed ashore" -> True
    "The town put a whale up for sale": "The police removed the whale that was for sale" -> True
    """
    mine, theirs = deeds(one, language), deeds(other, language)
    undone = _undoing(language)
    known = _senses_of(one, language)
    if not mine & undone and any(deed not in known for deed in theirs & undone):
        return True
    main = main_clause(one, language=language)
    done = what_is_done(main, language)
    first = mine.intersection(_senses_of(" ".join(done.split()[:OPENING]), language))
    who = _senses_of(main.removesuffix(done), language)
    return bool(first and who) and (first | who).isdisjoint(_senses_of(other, language))


def _senses_of(text: str, language: str) -> frozenset[str]:
    return frozenset(senses_of(content_stems(text, language=language), language=language))


@cache
def _undoing(language: str) -> frozenset[str]:
    """What is done with something that was begun, in senses: "removed", "withdrew"."""
    listed = subject(language, "senses").get("undoing", ()) if has_pack(language) else ()
    return _senses_of(" ".join(map(str, listed)), language)


def _reach(found: Shared, least: _Least) -> bool:
    return (
        found.main >= least.main
        and found.mains >= least.mains
        and found.done >= least.done
        and found.told >= least.told
        and found.back >= least.back
    )
