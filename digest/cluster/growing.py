"""An array that grows at its end, in constant time per value on average."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import DTypeLike, NDArray

SPARE = 1.125  # times what is needed, when the array moves


class Growing:
    """Values of one kind, or rows of one width; `values` is what is there so far."""

    def __init__(self: Self, dtype: DTypeLike, *, width: int | None = None) -> None:
        self._size = 0
        self._space = np.empty(0 if width is None else (0, width), dtype=dtype)

    @property
    def values(self: Self) -> NDArray[Any]:
        """What is there so far. Not to be kept while the array grows."""
        return self._space[: self._size]

    def shorten(self: Self, size: int) -> None:
        """Keep so many values from the beginning."""
        self._size = min(size, self._size)

    def extend(self: Self, values: NDArray[Any]) -> None:
        """Put values at the end."""
        size = self._size + len(values)
        if size > len(self._space):
            space = np.empty((int(size * SPARE), *self._space.shape[1:]), dtype=self._space.dtype)
            space[: self._size] = self.values
            self._space = space
        self._space[self._size : size] = values
        self._size = size
