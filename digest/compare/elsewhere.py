"""Say whether other articles tell what a sentence tells, be it in several sentences, or in the very same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress

from digest.compare.sentences import Line
from digest.language.main_clause import before_apposition
from digest.language.telling import Telling
from digest.language.terms import (
    content_set,
    content_stems,
    function_words,
    in_rows,
    low_words,
    many_in_rows,
    plain_words,
)

TOLD = 0.32  # the part of what a sentence tells, by weight, from which two sentences of another article tell it, too
REST = 0.45  # the same, of a sentence without what is new in it
TWO = 0.03  # what it costs that it takes two sentences
SOME = 0.25  # the same, before each body is taken as one word and no word counted twice
MUCH = 0.4  # the part, names among it, from which up to three neighbours of another article tell it, too
NEIGHBOURS = 3  # sentences
UNITS = 1000  # to a nat
ANY_TWO, ANY_TWO_NAMED = 0.45, 0.33  # the same, of any two sentences; and where nothing but a name is new
BEST = 12  # sentences that are tried as one of any two
RUN, CONTENT = 4, 3  # words in a row that prove that another tells it, and those of them that tell something
LEAST = 3  # words in common below which there is no fact
HEAD = 0.7  # the part of what a sentence tells up to its last apposition, all numbers among it, told in one sentence


class Elsewhere:
    """The sentences of a story's origins, by the words that tell something in them."""

    def __init__(self, lines: Sequence[Line], origin: Sequence[int], telling: Telling) -> None:
        self._lines = lines
        self._origin = origin
        self._telling = telling
        self._terms = [frozenset(line.stems) for line in lines]
        self._named: dict[int, frozenset[str]] = {}  # the same, with each body as one
        self._holding: dict[str, list[int]] = {}
        for number, terms in enumerate(self._terms):
            for term in terms:
                self._holding.setdefault(term, []).append(number)
        self._runs: dict[tuple[str, ...], set[int]] = {}
        for line, home in zip(lines, origin, strict=True):
            for run in _runs(line.excerpt.text, line.language):
                self._runs.setdefault(run, set()).add(home)

    def repeats(self, number: int) -> bool:
        """Whether another origin has words of a sentence in a row: "no history of technical problems"."""
        line = self._lines[number]
        return any(len(self._runs[run]) > 1 for run in _runs(line.excerpt.text, line.language))

    def told(self, number: int, new: AbstractSet[str], *, named: bool = False) -> bool:
        """Whether another origin tells a sentence, or all of it but the names and numbers that are `new` in it.

        "14 boats sank in the harbour, Ida Holm told the Courier" is told by "13 boats sank in the harbour". Where the
        sentence is `named`, a name is all that is new, and less is enough.
        """
        terms = [term for term in self._terms[number] if not term[0].isdigit()]
        weights = [(term, self._weight(term), 0 if term in new else self._weight(term)) for term in terms]
        whole, less = sum(weight for _, weight, _ in weights), sum(rest for _, _, rest in weights)
        held: dict[int, tuple[int, int, int]] = {}  # what other sentences have of it: words, and their weight
        for term, weight, rest in weights:
            for other in self._holding[term]:
                if self._origin[other] != self._origin[number]:
                    count, told, besides = held.get(other, (0, 0, 0))
                    held[other] = count + 1, told + weight, besides + rest
        for other, (count, told, besides) in held.items():
            if count >= LEAST and _enough((told, whole, TOLD), (besides, less, REST)):
                return True
            behind = held.get(other + 1) if self._follows(other) else None
            if behind is None or not _enough((told + behind[1], whole, TOLD + TWO), (besides + behind[2], less, REST)):
                continue
            both = self._terms[other] | self._terms[other + 1]
            own = [(weight, rest) for term, weight, rest in weights if term in both]
            parts = sum(weight for weight, _ in own), sum(rest for _, rest in own)
            if len(own) >= LEAST and _enough((parts[0], whole, TOLD + TWO), (parts[1], less, REST + TWO)):
                return True
        best = sorted(held, key=lambda other: (-held[other][2], other))[:BEST]
        for other in best[1:]:
            both = self._terms[best[0]] | self._terms[other]
            rests = [rest for term, _, rest in weights if term in both and rest]
            if len(rests) >= LEAST and _enough((sum(rests), less, ANY_TWO_NAMED if named else ANY_TWO)):
                return True
        some = []
        for first in sorted({start for other in held for start in (other - 1, other) if start >= 0}):
            near = [held[n] for n in range(first, first + NEIGHBOURS) if n in held]
            told, besides = sum([part[1] for part in near]), sum([part[2] for part in near])
            if told >= SOME * whole or besides >= SOME * less:
                some.append(first)
        return bool(some) and self._is_told_around(number, some, new)

    def told_head(self, number: int) -> bool:
        """Whether another origin tells in one sentence what stands before an apposition, with its numbers.

        "She led the choir from 1980 to 1988, a small group of bakers" is told by "She led the choir from 1980 to 1988".
        """
        line = self._lines[number]
        head = before_apposition(line.excerpt.text, language=line.language)
        terms = content_set(head, language=line.language)
        numbers = {term for term in terms if term[0].isdigit()}
        if not numbers or len(terms) < LEAST + len(numbers):
            return False
        whole = sum(map(self._weight, terms))
        able = set.intersection(*(set(self._holding.get(term, ())) for term in numbers))
        return any(
            sum(map(self._weight, terms & self._terms[other])) >= HEAD * whole
            for other in able
            if self._origin[other] != self._origin[number]
        )

    def _is_told_around(self, number: int, starts: Iterable[int], new: AbstractSet[str]) -> bool:
        """Whether three neighbours of one article have much of what a sentence tells, or of all but what is `new`."""
        weights = {term: self._weight(term) for term in self._with_bodies(number) if not term[0].isdigit()}
        known = {term: weight for term, weight in weights.items() if new.isdisjoint((term, *term.split()))}
        whole, less = sum(weights.values()), sum(known.values())
        for first in starts:
            near = range(first, min(first + NEIGHBOURS, len(self._lines)))
            if self._lines[first].article != self._lines[near[-1]].article:
                continue
            found = weights.keys() & frozenset().union(*map(self._with_bodies, near))
            told, rest = sum(weights[term] for term in found), sum(known.get(term, 0) for term in found)
            if len(found) >= LEAST and _enough((told, whole, MUCH), (rest, less, MUCH)):
                return True
        return False

    def _with_bodies(self, number: int) -> frozenset[str]:
        """The words of a sentence, in which a body is one, be it "FBI" or "Federal Bureau of Investigation"."""
        if number not in self._named:
            line = self._lines[number]
            names = [content_stems(name, language=line.language) for name in line.organizations]
            parts = {part for name in names for part in (*name, "".join(term[0] for term in name))}
            self._named[number] = self._terms[number].difference(parts).union(map(" ".join, names))
        return self._named[number]

    def _weight(self, term: str) -> int:
        """What a word tells, in whole units, so that no order of adding makes a difference."""
        return round(UNITS * self._telling.weight([term]))

    def _follows(self, number: int) -> bool:
        """Whether a sentence of the same article follows."""
        return number + 1 < len(self._lines) and self._lines[number].article == self._lines[number + 1].article


def _runs(text: str, language: str) -> Iterator[tuple[str, ...]]:
    """The runs of words of a sentence that hold enough that tells something, names aside."""
    skip = function_words(language)
    telling = [word[0].islower() and word not in skip for word in plain_words(text)]
    return compress(in_rows(low_words(text), RUN), many_in_rows(telling, RUN, CONTENT))


def _enough(*parts: tuple[int, int, float]) -> bool:
    """Whether a part of any whole is as large as it must be."""
    return any(part >= share * whole > 0 for part, whole, share in parts)
