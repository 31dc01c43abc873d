"""Say whether another article tells what a sentence tells, be it in two sentences that follow one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from digest.compare.sentences import Line
from digest.language.telling import Telling

TOLD = 0.32  # the part of what a sentence tells, by weight, from which two sentences of another article tell it, too
REST = 0.45  # the same, of a sentence without what is new in it
TWO = 0.03  # what it costs that it takes two sentences
LEAST = 3  # words in common below which there is no fact


class Elsewhere:
    """The sentences of a story's origins, by the words that tell something in them."""

    def __init__(self, lines: Sequence[Line], origin: Sequence[int], telling: Telling) -> None:
        self._lines = lines
        self._origin = origin
        self._telling = telling
        self._holding: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            for term in sorted(set(line.stems)):
                self._holding.setdefault(term, []).append(number)

    def told(self, number: int, new: AbstractSet[str]) -> bool:
        """Whether another origin tells a sentence, or all of it but the names and numbers that are `new` in it.

        "14 boats sank in the harbour, Ida Holm told the Courier" is told by "13 boats sank in the harbour".
        """
        line = self._lines[number]
        weights = {t: self._telling.weight([t]) for t in sorted(set(line.stems)) if not t[0].isdigit()}
        held = self._held(number, weights)
        rest = {term: weight for term, weight in weights.items() if term not in new}
        whole, less = sum(weights.values()), sum(rest.values())
        for other, own in held.items():
            behind = held.get(other + 1, set()) if self._follows(other) else set()
            for found, cost in ((own, 0.0), (own | behind, TWO)):
                if len(found) >= LEAST and (
                    sum(weights[term] for term in sorted(found)) >= (TOLD + cost) * whole
                    or sum(rest.get(term, 0.0) for term in sorted(found)) >= (REST + cost) * less
                ):
                    return True
        return False

    def _held(self, number: int, terms: Mapping[str, float]) -> Mapping[int, set[str]]:
        """The sentences of other origins that have any of the words, with those that they have."""
        held: dict[int, set[str]] = {}
        for term in terms:
            for other in self._holding[term]:
                if self._origin[other] != self._origin[number]:
                    held.setdefault(other, set()).add(term)
        return held

    def _follows(self, number: int) -> bool:
        """Whether a sentence of the same article follows."""
        return number + 1 < len(self._lines) and self._lines[number].article == self._lines[number + 1].article
