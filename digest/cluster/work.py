"""Do the same to many things, one after the other or several at a time; the results come in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
Key = TypeVar("Key")
MOST_THREADS = 8


class Map(Protocol):
    """The built-in `map`, or an executor's."""

    def __call__(self, function: Callable[[In], Out], things: Iterable[In], /) -> Iterable[Out]:
        """Apply a function to each thing."""


def serially(function: Callable[[In], Out], things: Iterable[In], /) -> Iterable[Out]:
    """Apply a function to each thing, one after the other."""
    return map(function, things)


@contextmanager
def several(executor: Executor | None) -> Iterator[Map]:
    """The way to multiply matrices: in threads of this process where work is shared out, since they are too large to
    be sent elsewhere; without an executor one after the other.
    """  # fmt: skip
    if executor is None:
        yield serially
        return
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as threads:
        yield threads.map


def ahead(
    function: Callable[[In], Out], tasks: Iterable[tuple[Key, In]], executor: Executor, *, size: int
) -> Iterator[tuple[Key, Out]]:
    """Let an executor do some tasks; each result comes with what stands beside its task.

    The executor gets so many tasks at once, and the next ones before the results of these are asked for: it is never
    idle, and never holds all of very many.
    """
    rest = iter(tasks)
    waiting: deque[tuple[list[Key], Iterator[Out]]] = deque()
    while some := list(islice(rest, size)):
        waiting.append(([key for key, _ in some], executor.map(function, [task for _, task in some])))
        if len(waiting) > 1:
            yield from zip(*waiting.popleft(), strict=True)
    for keys, results in waiting:
        yield from zip(keys, results, strict=True)
