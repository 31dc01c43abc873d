"""Say how the figures of one row stand to one another: they agree, they differ, or the later ones are updates.

"40 people were killed" (2 March) and "43 people were killed" (3 March)    updated
"40 people were killed" and "43 people were killed" (both 2 March)         differ
"at least 40 people were killed" and "43 people were killed"               agree: both may be true
"at least 40 people were killed" and "more than 58 people were killed"     differ: they are two counts
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from digest.compare.amounts import bounds_alike, compatible, reach, same_value
from digest.compare.converted import is_converted
from digest.compare.counted import Counted
from digest.compare.cues import cues
from digest.model import Sources, Verdict

NEAR = Decimal("1.2")  # times, up to which two lower bounds, or two upper ones, are called agreed


def verdict_on(row: Sequence[Counted], sources: Sources) -> Verdict:
    """The verdict on a row: a conflict of any two is one of the row; else an update of any two."""
    found = {_between(one, other) for one, other in combinations(row, 2)}
    if Verdict.DIFFER in found:
        return Verdict.DIFFER
    if Verdict.UPDATED in found:
        return Verdict.UPDATED
    return Verdict.AGREE if sources.count_independent({seen.order for seen in row}) > 1 else Verdict.ONLY


def _between(one: Counted, other: Counted) -> Verdict:
    if same_value(one.figure, other.figure) or is_converted(one.figure, other.figure):
        return Verdict.AGREE
    if is_update(one, other) or is_update(other, one):
        return Verdict.UPDATED
    if bounds_alike(one.figure, other.figure) and not _near(one, other):
        return Verdict.DIFFER  # both may be true, but "at least six" is not "at least eight"
    return Verdict.AGREE if compatible(one.figure, other.figure) else Verdict.DIFFER


def _near(one: Counted, other: Counted) -> bool:
    """Whether two numbers are nearly one: 15 and 16, not six and eight; never those of two counts of people's fate."""
    low, high = sorted((one.figure.value, other.figure.value))
    if one.outcome and one.outcome == other.outcome:
        return False
    return high <= NEAR * low


def is_update(earlier: Counted, later: Counted) -> bool:
    """Whether the second figure brings the first one up to date.

    Either its sentence says so ("to 43 from 40"), or it counts what happened to people, on a later day, and has grown.
    Who is missing may have become fewer. What was decided, such as jobs to cut, does not grow by itself.
    """
    if any(f.value == earlier.figure.value for f in later.former):
        return True
    cue = cues(later.language)
    kind = later.outcome
    if not kind or kind in cue.settled or not _is_later(later, earlier):
        return False
    return kind in cue.falling or reach(later.figure)[0] >= reach(earlier.figure)[0]


def _is_later(later: Counted, earlier: Counted) -> bool:
    """Whether a figure was counted later, by the days, or by the moments where both are known."""
    if later.day is None or earlier.day is None:
        return False
    if later.day == earlier.day and later.time and earlier.time:
        return later.time > earlier.time
    return later.day > earlier.day
