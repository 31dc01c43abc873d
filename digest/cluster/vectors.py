"""Turn articles into vectors: each term weighs more the rarer it is in the language and the more often it stands.

A term has two weights, in the whole article and in its opening. They are the two parts of a complex number: the real
part of one article's number times the conjugate of another's is what the term adds to their similarity. All weights are
whole multiples of a small power of two, so that sums of products are exact, and the same in whatever order they are
added up: nothing else that is compared can change them.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.cluster.counting import Counted
from digest.cluster.settings import LONG, SHORT, Settings
from digest.cluster.vocabulary import Numbers, Vocabulary

FINE = 1 << 24  # parts of 1 that a weight can tell apart; what is added up has 48 binary digits, and fits
RAW = 1 << 16  # the same before weights are scaled
COARSE = 1 << 12  # parts of 1 in a mark's weight; single precision holds sums of their products


class Weighed(NamedTuple):
    """The weights of counted terms, and which terms are marks of their article."""

    weights: NDArray[np.complex64]
    is_mark: NDArray[np.bool_]


def weigh(counted: Counted, vocabulary: Vocabulary, settings: Settings) -> Weighed:
    """Weigh terms. The squares of an article's weights add up to 1, but for the rounding.

    The weights depend on nothing but the article and the language.
    """
    shapes = vocabulary.shapes
    rarity = np.minimum(shapes["rarity"], settings.rarest)[counted.form]
    is_number = shapes["is_number"][counted.form]
    share = 1 / (1 + settings.opening_weight)
    power = np.repeat([_power(length, settings) for length in counted.lengths.tolist()], np.diff(counted.starts))
    of_whole = _growth(counted.whole) * (np.where(is_number, settings.numbers, 1.0) * rarity) ** power
    weights = np.empty(len(rarity), dtype=np.complex64)
    weights.real = _scaled(of_whole, counted.starts, share)
    weights.imag = _scaled(_growth(counted.opening) * rarity, counted.starts, 1 - share)
    may_mark = ~is_number & (rarity >= settings.marking)
    return Weighed(weights, _strongest(np.where(may_mark, weights.real, 0), counted.starts, settings.marks))


def coarse(weights: NDArray[np.complex64]) -> NDArray[np.float32]:
    """The weights of marks, for a rough comparison."""
    found: NDArray[np.float32] = np.rint(weights.real * np.float32(COARSE)) / np.float32(COARSE)
    return found


def _growth(times: Numbers) -> NDArray[np.float64]:
    """1 + ln of how often a term stands; 0 where it does not."""
    most = int(times.max(initial=0))
    return np.array([0.0, *(1 + math.log(n) for n in range(1, most + 1))])[times]


def _power(length: int, settings: Settings) -> float:
    """The power of rarity: `flatten` in short articles, `flatten_long` in long ones, and evenly between them."""
    share = (math.log(max(length, 1)) - math.log(SHORT)) / (math.log(LONG) - math.log(SHORT))
    return settings.flatten + (settings.flatten_long - settings.flatten) * min(1.0, max(0.0, share))


def _scaled(raw: NDArray[np.float64], starts: Numbers, share: float) -> NDArray[np.float64]:
    """Each article's weights, scaled so that their squares add up to a share of 1."""
    whole = np.rint(raw * RAW)
    sums = np.diff(np.append(0, np.cumsum((whole * whole).astype(np.int64)))[starts])
    scale = np.sqrt(np.divide(share, sums, out=np.zeros(len(sums)), where=sums > 0))
    found: NDArray[np.float64] = np.rint(whole * np.repeat(scale, np.diff(starts)) * FINE) / FINE
    return found


def _strongest(weights: NDArray[np.float64], starts: Numbers, most: int) -> NDArray[np.bool_]:
    """Which weights above 0 are among the largest of their article; those as large as the last one are, too."""
    sizes = np.diff(starts)
    article = np.repeat(np.arange(len(sizes)), sizes)
    order = np.lexsort((-weights, article))
    least = np.zeros(len(sizes))
    large = sizes > most
    least[large] = weights[order[starts[:-1][large] + most - 1]]
    found: NDArray[np.bool_] = (weights > 0) & (weights >= np.repeat(least, sizes))
    return found
