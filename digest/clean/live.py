"""Know the time stamps of a live blog: clock times that stand in order, each above its piece of news."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from digest.clean.page import Mark, Page
from digest.clean.shape import LABEL, RUNNING
from digest.model import LineReason

# Such as "14:32", "2.05pm BST", "9:15 a.m. ET", "14h32"
CLOCK = re.compile(r"^(\d{1,2})[:.h](\d{2})(?: ?([ap])\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?$", re.IGNORECASE)
FEWEST = 3  # times that make a live blog
NEAR = 3  # lines below a time, one of which is prose
LONGEST = 20  # characters


class _Stamp(NamedTuple):
    at: int
    minutes: int


def live_times(page: Page) -> Mapping[int, Mark]:
    """Mark the times of a live blog.

    "14:32" / "The bridge is open again, the police say." / "14:05" / "Two ships …" and so on → live-blog furniture

    A list of videos has times, too (their lengths), but in no order and with titles below; a reader's comment has its
    time below a name.
    """
    numbered = [i for i, line in enumerate(page.lines) if line.text[0].isdigit() and len(line.text) <= LONGEST]
    stamps = [stamp for i in numbered if (stamp := _stamp(page, i)) and _above_prose(page, i)]
    if len(stamps) < FEWEST or not _in_order(stamps):
        return {}
    if 2 * sum(_below_name(page, stamp.at) for stamp in stamps) > len(stamps):
        return {}
    return {stamp.at: LineReason.LIVE for stamp in stamps}


def _stamp(page: Page, index: int) -> _Stamp | None:
    hit = CLOCK.match(page.lines[index].text)
    if hit is None:
        return None
    hour, minute = int(hit[1]), int(hit[2])
    if hit[3]:
        hour = hour % 12 + 12 * (hit[3] in "pP")
    return _Stamp(index, 60 * hour + minute) if hour < 24 and minute < 60 else None


def _above_prose(page: Page, index: int) -> bool:
    return any(look.shape in RUNNING for look in page.looks[index + 1 : index + 1 + NEAR])


def _below_name(page: Page, index: int) -> bool:
    """Whether the line above may be a reader's name: "Ada Lindqvist", "bookworm"."""
    if not index or page.looks[index - 1].shape is not LABEL:
        return False
    words = page.lines[index - 1].text.split()
    return len(words) == 1 or all(word[0].isupper() for word in words)


def _in_order(stamps: list[_Stamp]) -> bool:
    """Whether the times only rise or only fall, and are not all the same."""
    steps = [later.minutes - earlier.minutes for earlier, later in pairwise(stamps)]
    return any(steps) and (all(step >= 0 for step in steps) or all(step <= 0 for step in steps))
