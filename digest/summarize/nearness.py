"""Measure how well a choice of sentences stands for all the articles: their headlines, standfirsts and openings.

A summary is near a text when the words, and the pairs of neighbouring words, that both have are many and those that
only one has are few (the F measure of the two). The best summary is the one that is nearest to all articles at once:
minimum Bayes risk, with each article taken for one attempt at the summary (Kumar and Byrne, 2004).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from digest.summarize.candidates import Candidate
from digest.summarize.targets import Numbers, Targets, Values


class Nearness:
    """How near each of some candidates brings a choice of them to the targets; many choices are tried at once.

    What the texts hold lies entry by entry: `_held` is the weight of a term in a text, `_column` which term it is. A
    candidate that has the term once brings at most its weight, `_once`; for those that have it more often, `_more` is
    their weight and `_entry` the text's entry. `_by_cell` adds up what each candidate brings to each text. One
    candidate more than there are has no words: it says how near a choice is as it is.
    """

    def __init__(self, targets: Targets, candidates: Sequence[Candidate]) -> None:
        texts, number = len(targets.texts), len(candidates)
        self._shape = (2, texts, number + 1)  # words and pairs, texts, candidates
        at, held, times = targets.counted
        self._held = targets.weigh(held) * times
        self._by_text = Groups(at, 2 * texts)
        terms, self._column = np.unique(held, return_inverse=True)
        self._weights = targets.weigh(terms)

        row, term, times = targets.count([candidate.stems for candidate in candidates])
        more = targets.weigh(term) * times
        own = np.bincount(row, more, 2 * number).reshape(2, number)
        self._own = np.concatenate([own, np.zeros((2, 1))], axis=1)
        column = np.searchsorted(terms, term)
        known = np.flatnonzero(np.append(terms, -1)[column] == term)
        column, candidate = column[known], row[known] % max(1, number)
        self._times = csr_array((times[known].astype(np.float64), (column, candidate)), shape=(len(terms), number))

        entries = np.full((texts, len(terms)), -1)
        entries[at % max(1, texts), self._column] = np.arange(len(held))
        text, found = np.nonzero(entries[:, column] >= 0)
        entry, cell = entries[text, column[found]], at[entries[text, column[found]]] * (number + 1) + candidate[found]
        often = times[known][found] > 1
        self._once = self._weights[self._column]
        self._entry, self._more = entry[often], more[known][found][often]
        gain = entry.copy()
        gain[often] = len(held) + np.arange(len(self._entry))
        shape = (2 * texts * (number + 1), len(held) + len(self._entry))
        self._by_cell = csr_array((np.ones(len(gain)), (cell, gain)), shape=shape)

        sizes = np.bincount(at, self._held, 2 * texts).reshape(2, texts, 1)
        whole = np.array([text.whole for text in targets.texts], dtype=bool)[:, None]
        self._sizes, self._counts = np.where(whole, sizes, sizes / 2), np.where(whole, 0.0, 0.5)
        self._sizes[self._sizes == 0] = 1.0  # a text of one word has no pairs to be found
        shares = np.array([text.weight for text in targets.texts])[:, None]
        self._shares = np.broadcast_to(shares, self._shape)

    def with_each(self, picked: Values) -> Values:
        """By choice (a row with a one for each candidate that it has) and candidate: how near both are to all texts.

        From 0 to about 3.5.
        """
        whole = (self._times @ picked.T).T * self._weights
        room = np.maximum(self._held - whole.take(self._column, axis=1), 0.0)
        common = self._by_text.sums(self._held - room).repeat(self._shape[2], axis=1)
        once = np.minimum(room, self._once)
        often = np.minimum(room.take(self._entry, axis=1), self._more)
        common += (self._by_cell @ np.concatenate([once, often], axis=1).T).T
        size = (picked @ self._own[:, :-1].T)[:, :, None] + self._own
        common = common.reshape(-1, *self._shape)
        common /= self._sizes + self._counts * size[:, :, None]
        return np.asarray(np.einsum("ktc,nktc->nc", self._shares, common), dtype=np.float64)


class Groups:
    """Which entries belong together: those with one number, which stand in a row; there are at most `most` numbers."""

    def __init__(self, numbers: Numbers, most: int) -> None:
        self._starts = np.flatnonzero(np.diff(numbers, prepend=-1))
        self._numbers, self._most = numbers[self._starts], most

    def sums(self, values: Values) -> Values:
        """The values of each row added up by groups."""
        found = np.zeros((len(values), self._most))
        if len(self._starts):
            found[:, self._numbers] = np.add.reduceat(values, self._starts, axis=1)
        return found
