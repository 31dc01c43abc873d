"""Say whether another sentence tells what the main clause of a sentence tells: who did what, not the words around it.

The thresholds were set on the pairs of 35 stories, read by hand.
"""

from __future__ import annotations

from typing import NamedTuple

from digest.language.deeds import deeds
from digest.language.main_clause import Shared, repeat_quoted, repeats, shared_main
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


def _reach(found: Shared, least: _Least) -> bool:
    return (
        found.main >= least.main
        and found.mains >= least.mains
        and found.done >= least.done
        and found.told >= least.told
        and found.back >= least.back
    )
