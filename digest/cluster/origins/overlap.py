"""Decide whether one text is a copy of a longer one, and not only quoted in it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.cluster.origins.shingles import Runs, Words, covered, runs

SHORTEST = 20  # words below which only the very same text is a copy
SHORT, SHORT_OWN = 40, 0.9  # a text of fewer words must have more in common: it may be one sentence that was borrowed
OWN = 0.7  # the part of the shorter text that the longer one must have
MOSTLY = 0.6  # the part of the longer text from which both are the same, however they are cut
HEAD = 0.65  # the part of the longer text, up to where the common words end, from which the shorter is it, cut off
CUT = 0.25  # a text cut from the bottom to less than this is not told from one that another text was built upon
SURE_OWN = 0.4  # OWN and MOSTLY where both name one agency, or have one address
SURE_MOSTLY = 0.3
IN_HEAD = 0.7  # the part of the shorter text that must stand there


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """What is compared of an article: its words, as numbers.

    `agencies` are those whose text it says it is, `address` the one that it states.
    """

    key: str
    words: Words
    agencies: frozenset[str] = frozenset()
    address: str = ""

    @property
    def fingerprint(self) -> bytes:
        """The same for the same words only."""
        return blake2b(self.words.tobytes(), digest_size=16).digest()


class Shingled(NamedTuple):
    """A text with its runs of words."""

    text: Text
    runs: Runs


def shingled(text: Text) -> Shingled:
    """Find the runs of a text."""
    return Shingled(text, runs(text.words))


class Overlap(NamedTuple):
    """How much of the shorter and of the longer text stands in the other.

    `head` is that part of the longer one up to where the shorter one is over; 0 where that is not its beginning.
    """

    shorter: float
    longer: float
    head: float


def overlap(shorter: Shingled, longer: Shingled) -> Overlap:
    """Compare two texts."""
    here = covered(shorter.runs, longer.runs, len(shorter.text.words))
    there = covered(longer.runs, shorter.runs, len(longer.text.words))
    return Overlap(_mean(here), _mean(there), _head(there, len(here)))


def _head(common: NDArray[np.bool_], shorter: int) -> float:
    """How much of a text's beginning is common, which ends where there are fewest stray words in it and after it."""
    gained = np.cumsum(np.where(common, 1, -1))
    if not len(gained) or gained.max() <= 0:
        return 0.0
    head = common[: int(gained.argmax()) + 1]
    return _mean(head) if head.sum() >= IN_HEAD * shorter else 0.0


def _mean(common: NDArray[np.bool_]) -> float:
    return float(common.mean()) if len(common) else 0.0


def is_copy(shorter: Shingled, longer: Shingled) -> bool:
    """Whether a text is the longer one: whole, reworded here and there, or cut from the bottom.

    It is none where the longer one only quotes it, or goes on for long where it ends. A text that says it is an
    agency's is not a copy of one that says nothing of the kind and has much besides: that one was built upon it.
    """
    size = len(shorter.text.words)
    if size < SHORTEST:
        return False
    found = overlap(shorter, longer)
    one, other = shorter.text, longer.text
    sure = bool(one.agencies & other.agencies) or (one.address and one.address == other.address)
    if sure and found.shorter >= SURE_OWN and (found.longer >= SURE_MOSTLY or found.head >= HEAD):
        return True
    if found.shorter < (SHORT_OWN if size < SHORT else OWN):
        return False
    if found.longer >= MOSTLY:
        return True
    built_upon = bool(one.agencies) and not other.agencies
    is_cut = bool(other.agencies) and not one.agencies
    return found.head >= HEAD and not built_upon and (is_cut or (found.longer >= CUT and size >= SHORT))
