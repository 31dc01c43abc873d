"""Say what a choice of sentences is worth: near to all articles, early, full of facts, understandable on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.summarize.candidates import Candidate
from digest.summarize.context import carries, introduces, names_before
from digest.summarize.missing import is_somebody
from digest.summarize.nearness import Groups, Nearness
from digest.summarize.targets import Targets, Values

EARLY = 0.17  # worth of standing first in an article, mean over the sentences
LEAD = 0.05  # worth of having an article's first sentence
SUPPORT = 0.02  # worth of saying what all articles say, mean over the sentences
HEADLINE = 0.05  # worth of a sentence that tells all that the headline says
AGE = 0.1  # cost of being older than the newest article, mean over the sentences
FACTS = 0.13  # worth of having all facts, each weighed by its kind and by how many articles have it
KINDS = {"figure": 2.0, "person": 1.0, "organization": 0.5, "date": 0.5}
HANGING = 0.1  # cost of a sentence that leans on one that is missing
ALIKE = 0.02  # cost of two sentences that probably tell the same news, times how many could stand instead, squared
MISSING = 0.08  # cost of a definite noun that nothing introduces, and of a day that nobody knows
SOMEBODY = 0.3  # the same of a person: "the unnamed editor"; all but a bar
NAMELESS = 0.05  # cost of a person whose full name the summary lacks

Flags = NDArray[np.bool_]


class Company(NamedTuple):
    """What candidates are to one another: `alike` are the pairs that may tell the same.

    `support` says of each which share of the other articles have a sentence near to it, `borne_out` how much it has of
    what the headline says (both 0 to 1).
    """

    alike: Flags
    support: Values
    borne_out: Values


class Worth:
    """The worth of every choice of at most `limit` among some candidates.

    One candidate more than there are says and is nothing: what it brings a choice to is what the choice is worth.
    """

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
        self._number = number = len(candidates)
        self._first = np.array([*(candidate.place == 0 for candidate in candidates), False], dtype=bool)
        nobody = np.zeros(number)
        alike, support, borne_out = company or Company(np.zeros((number, number), dtype=bool), nobody, nobody)
        self._alike = np.pad(alike.astype(np.float64), ((0, 0), (0, 1)))
        early = np.array([1 / (1 + candidate.place) for candidate in candidates])
        late = np.array([candidate.age for candidate in candidates])
        self._borne_out = HEADLINE * np.append(borne_out, 0.0)
        self._merits = np.append(EARLY * early + SUPPORT * support - AGE * late, 0.0)
        self._twice = ALIKE * (limit - 1) ** 2
        index = {fact: column for column, fact in enumerate(facts)}
        columns = [sorted(index[fact] for fact in candidate.facts) for candidate in candidates]
        holder = np.repeat(np.arange(number), [len(held) for held in columns])
        self._held = np.fromiter(chain.from_iterable(columns), dtype=np.intp)  # the facts, candidate by candidate
        self._by_candidate = Groups(holder, number + 1)
        self._facts = np.zeros((number, len(facts)))
        self._facts[holder, self._held] = 1.0
        self._weights = np.array(list(facts.values()))
        self._needs = _Needs(candidates)

    def know(self, choices: Iterable[Sequence[int]]) -> None:
        """Measure some choices at once, which costs less than one by one."""
        new = [key for key in dict.fromkeys(tuple(sorted(chosen)) for chosen in choices) if key not in self._known]
        if new:
            self._known.update(zip(new, self._measure(new), strict=True))

    def with_each(self, chosen: Sequence[int]) -> Values:
        """By candidate: the worth of the chosen ones and this one, taken together."""
        return self._whole(chosen)[:-1]

    def of(self, chosen: Sequence[int]) -> float:
        """The worth of the chosen candidates, taken together."""
        return float(self._whole(chosen)[-1])

    def _whole(self, chosen: Sequence[int]) -> Values:
        key = tuple(sorted(chosen))
        if key not in self._known:
            self._known[key] = self._measure([key])[0]
        return self._known[key]

    def _measure(self, choices: Sequence[tuple[int, ...]]) -> Values:
        """By choice and candidate: the worth of both together."""
        picked = np.zeros((len(choices), self._number))
        for row, chosen in zip(picked, choices, strict=True):
            row[list(chosen)] = 1.0
        number = np.maximum(1, picked.sum(axis=1)[:, None] + (np.arange(self._number + 1) < self._number))
        told = picked @ self._facts > 0
        untold = np.where(told, 0.0, self._weights)
        news = self._by_candidate.sums(untold.take(self._held, axis=1)) + (told @ self._weights)[:, None]
        merits = (picked @ self._merits[:-1])[:, None] + self._merits
        alike = picked @ self._alike
        twice = (alike[:, :-1] * picked).sum(axis=1)[:, None] / 2 + alike
        borne_out = np.maximum((picked * self._borne_out[:-1]).max(axis=1, initial=0)[:, None], self._borne_out)
        first = self._first | (picked @ self._first[:-1] > 0)[:, None]
        return np.asarray(
            self._nearness.with_each(picked)
            + FACTS * news
            + merits / number
            + LEAD * first
            + borne_out
            - self._twice * twice
            - self._needs.with_each(picked),
            dtype=np.float64,
        )


class _Needs:
    """What candidates need others for: a sentence to lean on, a person's full name, or what introduces a thing.

    Need by need: `_helped` says by which candidates it is met, `_holder` which one has it, and `_costs` what it costs
    where it is not met.
    """

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        lean = [(i, HANGING, carries(one, candidates)) for i, one in enumerate(candidates) if one.lean is not None]
        named = [
            (i, NAMELESS, names_before(name, one.place, candidates))
            for i, one in enumerate(candidates)
            for name in sorted(one.partial)
        ]
        things = [
            (
                i,
                SOMEBODY if is_somebody(one.missing, one.language) else MISSING,
                introduces(one.missing, one.place, candidates),
            )
            for i, one in enumerate(candidates)
            if one.missing
        ]
        needs = [*lean, *named, *things]
        self._holder = np.array([i for i, _, _ in needs], dtype=np.intp)
        self._costs = np.array([cost for _, cost, _ in needs])
        helped = np.array([helped for _, _, helped in needs], dtype=bool).reshape(-1, len(candidates))
        self._helped = helped.T.astype(np.float64)
        self._unhelped = np.pad(1.0 - helped, ((0, 0), (0, 1)), constant_values=1.0)
        self._own = np.zeros_like(self._unhelped)
        self._own[np.arange(len(self._holder)), self._holder] = 1.0
        self._own *= self._unhelped

    def with_each(self, picked: Values) -> Values:
        """By choice and candidate: the cost of what both together need and lack."""
        lacking = np.where(picked @ self._helped > 0, 0.0, self._costs)
        return np.asarray((lacking * picked[:, self._holder]) @ self._unhelped + lacking @ self._own)
