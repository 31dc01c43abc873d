"""Count what each of some sets has in common with each of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Flags = NDArray[np.bool_]
Values = NDArray[np.float64]
Element = TypeVar("Element", bound=Hashable)


class Sets(Generic[Element]):
    """Sets, each with its elements: the first `rows` of them are held against all from `columns` on.

    The elements lie set by set: `_numbers` says which elements, `_owners` whose. Each element is a number in `index`.
    """

    def __init__(self, sets: Sequence[Iterable[Element]], *, rows: int, columns: int) -> None:
        found: defaultdict[Element, int] = defaultdict()
        found.default_factory = found.__len__
        listed = [[found[element] for element in one] for one in sets]
        found.default_factory = None  # no circle is left
        self.index: Mapping[Element, int] = found
        self._sizes = np.array([len(one) for one in listed], dtype=np.intp)
        self._numbers = np.array([*chain.from_iterable(listed)], dtype=np.intp)
        self._owners = np.repeat(np.arange(len(sets)), self._sizes)
        self._rows, self._columns = rows, columns
        starts = np.concatenate([[0], np.cumsum(self._sizes)])
        self._own = slice(0, starts[rows])
        other = self._numbers[starts[columns] :]
        shape = (len(sets) - columns, len(self.index))
        self._others = csr_array((np.ones(len(other)), other, starts[columns:] - starts[columns]), shape=shape)

    def common(self, weights: Values | None = None) -> Values:
        """By row and column: what both sets have, counted or weighed."""
        numbers = self._numbers[self._own]
        if not len(numbers):
            return np.zeros((self._rows, len(self._sizes) - self._columns))  # few sentences have numbers
        table = np.zeros((len(self.index), self._rows))
        table[numbers, self._owners[self._own]] = 1.0 if weights is None else weights[numbers]
        return np.ascontiguousarray((self._others @ table).T)

    def sizes(self, weights: Values | None = None) -> tuple[Values, Values]:
        """What each row's set has, and what each column's: counted or weighed."""
        of_each = None if weights is None else weights[self._numbers]
        found = np.bincount(self._owners, of_each, len(self._sizes)).astype(np.float64)
        return found[: self._rows, None], found[None, self._columns :]

    def having(self, element: Element) -> tuple[Flags, Flags]:
        """Which rows' sets have an element, and which columns'."""
        found = np.zeros(len(self._sizes), dtype=bool)
        found[self._owners[self._numbers == self.index[element]]] = True
        return found[: self._rows, None], found[None, self._columns :]
