"""One kind of work: a function of one value, and what is needed to send it away and to remember its result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from digest.work.fingerprint import fingerprint
from digest.work.packing import digest_of

I = TypeVar("I")  # noqa: E741 - what goes in
R = TypeVar("R")  # the result


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[I, R]):
    """A function that gives the same result for the same value, wherever it runs.

    `run` and the other functions stand at the top of their modules, so that other processes find them by name. `kind`
    is the type of the result. `inputs` are the parts of a value on which the result depends. `size` is about the number
    of characters to be read; what adds up to `portion` of them is sent at a time. Neither changes a result.
    """

    name: str
    run: Callable[[I], R]
    kind: Any
    inputs: Callable[[I], Sequence[object]]
    size: Callable[[I], int]
    portion: int

    def key(self, item: I) -> bytes | None:
        """What the result is remembered under; another state of the package has other keys. None: not at all."""
        return digest_of(fingerprint(), self.name, *self.inputs(item))
