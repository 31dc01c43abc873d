"""Tell whether two sentences say the same, so that a summary never says a thing twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from digest.language import subject
from digest.language.background import rarities
from digest.language.remembered import Once
from digest.language.senses import opposite_senses, sense
from digest.language.terms import stem
from digest.summarize.candidates import Candidate
from digest.summarize.sets import Element, Flags, Sets, Values

TELLING = 0.6  # share of what the shorter sentence tells, names and numbers aside, that the longer one tells, too
COSINE = 0.5  # cosine that goes with it; two sentences of a summary are never so near, whatever they tell
COUNTED = 0.75  # cosine from which a number in common says so
HELD = 0.9  # share of the shorter sentence's content that the longer one has, with names and numbers
HALF, HALF_TOLD = 0.3, 0.5  # cosine, and share of what the shorter one tells, that say so in part
NUMBERED = 0.2  # cosine from which a number in common makes two sentences too near
FLAT = 0.5  # the same with all words weighed alike
CONTAINED = 0.66  # containment from which they are too near
LEADS = 0.05  # cosine from which two articles' first sentences are
NAMES = 0.33  # cosine from which three names in common say so in part
PAIRED = 0.3  # or two names and a pair of other words
RAREST = 9.0  # nats; a word that the language hardly knows counts no more than a rare one


class Likeness:
    """How like each of some sentences is to each of others (or to each other): values made when asked for.

    The diagonal of a square means nothing.
    """

    def __init__(self, candidates: Sequence[Candidate], others: Sequence[Candidate] | None = None) -> None:
        self._all = [*candidates, *(others or ())]
        self._rows, self._columns = len(candidates), 0 if others is None else len(candidates)
        self._language = self._all[0].language if self._all else "en"
        self._content = self._sets([one.senses for one in self._all])
        rare = rarities(self._language)
        self._rare = np.minimum(RAREST, np.array([rare[term] for term in self._content.index], dtype=np.float64))

    @Once
    def cosine(self) -> Values:
        """The angle between their content (0 to 1), words weighed by rarity."""
        mine, theirs = self._content.sizes(self._rare**2)
        return _divided(self._content.common(self._rare**2), np.sqrt(mine * theirs))

    @Once
    def flat(self) -> Values:
        """The same with all words weighed alike."""
        mine, theirs = self._content.sizes()
        return _divided(self.common, np.sqrt(mine * theirs))

    @Once
    def containment(self) -> Values:
        """How much of the sentence with less content (by rarity) the other one has, too (0 to 1)."""
        return self._held(self._rare)

    @Once
    def telling(self) -> Values:
        """The same for what sentences tell: their content without names, numbers and words of reporting (0 to 1)."""
        names = {sense(name, language=self._language) for name in frozenset().union(*(one.names for one in self._all))}
        silent = names | _plain(self._language)
        tells = [term not in silent and not term[0].isdigit() for term in self._content.index]
        return self._held(np.where(tells, self._rare, 0.0))

    @Once
    def contrary(self) -> Flags:
        """Whether one denies and the other does not, or one says the opposite of the other."""
        denies = np.array([one.denies for one in self._all], dtype=bool)
        found = denies[: self._rows, None] != denies[None, self._columns :]
        for pair in opposite_senses(self._language):
            if self._content.index.keys() >= {*pair}:
                (mine, theirs), (my_opposite, their_opposite) = map(self._content.having, pair)
                found |= (mine & ~my_opposite) & (their_opposite & ~theirs)
                found |= (my_opposite & ~mine) & (theirs & ~their_opposite)
        return np.asarray(found)

    @Once
    def common(self) -> Values:
        """How many words of content both have."""
        return self._content.common()

    @Once
    def names(self) -> Values:
        """How many words with a capital both have."""
        return self._sets([one.names for one in self._all]).common()

    @Once
    def numbers(self) -> Values:
        """How many numbers of two digits or more, but no years, both have."""
        return self._sets([[n for n in one.numbers if len(n) > 1] for one in self._all]).common()

    @Once
    def all_numbers(self) -> Values:
        """How many numbers, but no years, both have."""
        return self._sets([one.numbers for one in self._all]).common()

    def paired(self, asked: Flags) -> Flags:
        """Of the asked ones, which have a pair of neighbouring content words in common that are no names."""
        found = np.zeros_like(asked)
        pairs = cache(lambda i: _pairs(self._all[i]))
        for row, column in np.argwhere(asked).tolist():
            found[row, column] = not pairs(row).isdisjoint(pairs(self._columns + column))
        return found

    @Once
    def leads(self) -> Flags:
        """Whether they are the first sentences of two articles."""
        first = np.array([one.article if one.place == 0 else -1 for one in self._all], dtype=np.intp)
        mine, theirs = first[: self._rows, None], first[None, self._columns :]
        return np.asarray((mine >= 0) & (theirs >= 0) & (mine != theirs))

    def _held(self, weights: Values) -> Values:
        mine, theirs = self._content.sizes(weights)
        return _divided(self._content.common(weights), np.minimum(mine, theirs))

    def _sets(self, sets: Sequence[Collection[Element]]) -> Sets[Element]:
        return Sets(sets, rows=self._rows, columns=self._columns)


def say_same(like: Likeness) -> Flags:
    """Which pairs of sentences say the same, so that a reader of one would learn little from the other.

    One tells most of what the other tells, and speaks of the same people and things; or it has almost all that the
    other has, or much of it and a number. Neither denies what the other says, or says the opposite.
    """
    told = (like.telling >= TELLING) & (like.cosine >= COSINE)
    counted = (like.cosine >= COUNTED) & (like.numbers > 0)
    return (told | counted | (like.containment >= HELD)) & ~like.contrary


def too_near(like: Likeness) -> Flags:
    """Which pairs of sentences may not stand in one summary: they say the same, or they might.

    Better a fact less than one fact twice, so this asks for less.
    """
    near = (like.cosine >= COSINE) | (like.flat >= FLAT) | (like.containment >= CONTAINED)
    numbered = (like.cosine >= NUMBERED) & (like.numbers > 0)
    return near | numbered | say_same(like)


def say_alike(like: Likeness) -> Flags:
    """Which pairs of sentences probably tell the same news in other words.

    That is so of two articles' first sentences, and of sentences that share names and much besides, or half of what
    one of them tells.
    """
    named = (like.names >= 3) & (like.cosine >= NAMES)
    named |= like.paired((like.names >= 2) & (like.cosine >= PAIRED) & ~named)
    told = (like.cosine >= HALF) & (like.telling >= HALF_TOLD)
    return np.where(like.leads, like.cosine >= LEADS, named | told)


def _pairs(candidate: Candidate) -> frozenset[tuple[str, str]]:
    """Neighbouring content words that are no names: "strategic coordination"."""
    plain = [word not in candidate.names and not word[0].isdigit() for word in candidate.content]
    return frozenset(
        pair for pair, one, other in zip(pairwise(candidate.content), plain, plain[1:], strict=False) if one and other
    )


@cache
def _plain(language: str) -> frozenset[str]:
    """Words of reporting, which tell nothing."""
    return frozenset(stem(str(word), language=language) for word in subject(language, "compare")["plain"])


def _divided(values: Values, by: Values) -> Values:
    return np.divide(values, by, out=np.zeros_like(values), where=by > 0)
