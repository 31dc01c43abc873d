"""Find tolls of other articles that may be of one event, though nothing brings them safely together.

"a bomb on a bridge killed at least eight people" and "at least seven died on the bridge"    rivals
"eight people died on the bridge" and "seven people died at the market"                      two events
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.compare.counted import Counted
from digest.compare.cues import cues
from digest.compare.measured import is_other_date

WORDS, SHARE = 2, 0.3  # words about the event that two sentences have in common, and their share of the shorter one


def rivals(rows: Sequence[Sequence[Counted]]) -> list[list[Counted]]:
    """For each row, the tolls of other rows that may be of its event: one of the two rows is of one article alone.

    An article that is in both rows tells two things apart.
    """
    found: list[list[Counted]] = [[] for _ in rows]
    tolls = [(at, row) for at, row in enumerate(rows) if any(_is_toll(seen) for seen in row)]
    for place, (at, row) in enumerate(tolls):
        for other_at, other in tolls[place + 1 :]:
            if min(len(row), len(other)) > 1 or not {s.order for s in row}.isdisjoint(s.order for s in other):
                continue
            if any(_may_be_one_toll(one, two) for one in row for two in other):
                found[at].extend(other)
                found[other_at].extend(row)
    return found


def _is_toll(seen: Counted) -> bool:
    return bool(seen.outcome) and seen.outcome not in cues(seen.language).settled and not seen.partial


def _may_be_one_toll(one: Counted, other: Counted) -> bool:
    """Whether the same happened to people in sentences that tell of one event as far as their words go."""
    if one.outcome != other.outcome or not (_is_toll(one) and _is_toll(other)):
        return False
    if one.noun and other.noun and one.noun != other.noun:
        return False
    common = len(one.event & other.event)
    if common < max(WORDS, SHARE * min(len(one.event), len(other.event))):
        return False
    elsewhere = bool(one.places and other.places and not one.places & other.places)
    return not elsewhere and not is_other_date(one, other)
