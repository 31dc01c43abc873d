"""Say what a choice of sentences is worth: near to all articles, early, full of facts, understandable on its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.summarize.candidates import Candidate
from digest.summarize.context import carries, names_before
from digest.summarize.nearness import Nearness, Targets, Values

EARLY = 0.17  # worth of standing first in an article, mean over the sentences
LEAD = 0.05  # worth of having an article's first sentence
SUPPORT = 0.02  # worth of saying what all articles say, mean over the sentences
FACTS = 0.13  # worth of having all facts, each weighed by its kind and by how many articles have it
KINDS = {"figure": 2.0, "person": 1.0, "organization": 0.5, "date": 0.5}
HANGING = 0.1  # cost of a sentence that leans on one that is missing
ALIKE = 0.02  # cost of two sentences that probably tell the same news, times how many could stand instead, squared
NAMELESS = 0.05  # cost of a person whose full name the summary lacks

Flags = NDArray[np.bool_]


class Company(NamedTuple):
    """What candidates are to one another: `alike` are the pairs that may tell the same.

    `support` says of each which share of the other articles have a sentence near to it (0 to 1).
    """

    alike: Flags
    support: Values


class Worth:
    """The worth of every choice of at most `limit` among some candidates."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        targets: Targets,
        *,
        facts: dict[str, float],
        company: Company | None = None,
        limit: int,
    ) -> None:
        self._nearness = Nearness(targets, candidates)
        self._known: dict[tuple[int, ...], Values] = {}  # choices are come to again and again
        self._early = np.array([1 / (1 + candidate.place) for candidate in candidates])
        self._first = np.array([candidate.place == 0 for candidate in candidates], dtype=bool)
        number = len(candidates)
        self._alike, self._support = company or Company(np.zeros((number, number), dtype=bool), np.zeros(number))
        self._twice = ALIKE * (limit - 1) ** 2
        index = {fact: column for column, fact in enumerate(facts)}
        self._facts = np.zeros((len(candidates), len(facts)), dtype=np.float64)
        for row, candidate in enumerate(candidates):
            self._facts[row, [index[fact] for fact in sorted(candidate.facts)]] = 1.0
        self._weights = np.array(list(facts.values()))
        self._carriers = _matrix([carries(one, candidates) for one in candidates])
        self._leans = np.array([candidate.lean is not None for candidate in candidates], dtype=bool)
        self._leaning = bool(self._leans.any())
        named = [(i, name) for i, candidate in enumerate(candidates) for name in sorted(candidate.partial)]
        self._holders = np.array([i for i, _ in named], dtype=np.intp)
        self._namers = _matrix([names_before(name, candidates[i].place, candidates) for i, name in named])

    def with_each(self, chosen: Sequence[int]) -> Values:
        """By candidate: the worth of the chosen ones and this one, taken together."""
        key = tuple(sorted(chosen))
        if key not in self._known:
            self._known[key] = self._measure(list(key))
        return self._known[key]

    def _measure(self, listed: list[int]) -> Values:
        number = len(listed) + 1
        told = self._facts[listed].any(axis=0)
        news = self._facts @ np.where(told, 0.0, self._weights) + self._weights[told].sum()
        early = (self._early[listed].sum() + self._early) / number
        support = (self._support[listed].sum() + self._support) / number
        alike = self._alike[:, listed].sum(axis=1)
        twice = alike[listed].sum() / 2 + alike
        return np.asarray(
            self._nearness.with_each(listed)
            + FACTS * news
            + EARLY * early
            + SUPPORT * support
            + LEAD * (self._first | self._first[listed].any())
            - self._twice * twice
            - HANGING * self._hanging(listed)
            - NAMELESS * self._nameless(listed),
            dtype=np.float64,
        )

    def of(self, chosen: Sequence[int]) -> float:
        """The worth of the chosen candidates, taken together."""
        return float(self.with_each(chosen[:-1])[chosen[-1]]) if chosen else 0.0

    def _hanging(self, chosen: list[int]) -> NDArray[np.int_]:
        """By candidate: how many sentences of the choice with it lean on one that is missing."""
        if not self._leaning:
            return np.zeros(len(self._leans), dtype=np.int_)
        carried = np.asarray(self._carriers[:, chosen].any(axis=1), dtype=bool)
        open_ones = [i for i in chosen if self._leans[i] and not carried[i]]
        left = len(open_ones) - self._carriers[open_ones].sum(axis=0)
        return np.asarray(left + (self._leans & ~carried), dtype=np.int_)

    def _nameless(self, chosen: list[int]) -> NDArray[np.int_]:
        """By candidate: how many people the choice with it names only by a part of their names."""
        if not len(self._holders):
            return np.zeros(len(self._leans), dtype=np.int_)
        missing = ~self._namers[:, chosen].any(axis=1)
        held = np.asarray(np.isin(self._holders, chosen), dtype=bool)
        left = (~self._namers[missing & held]).sum(axis=0)
        own = missing & ~self._namers[np.arange(len(self._holders)), self._holders]
        return np.asarray(left + np.bincount(self._holders[own], minlength=len(self._leans)), dtype=np.int_)


def _matrix(rows: Sequence[Sequence[bool]]) -> Flags:
    return np.array(rows, dtype=bool).reshape(len(rows), -1) if rows else np.zeros((0, 0), dtype=bool)
