"""Do the same to many things, one after the other or several at a time; the results come in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
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

    The executor has so many tasks at a time: it is never idle, and never holds all of very many. Where a worker died,
    what is left is done here.
    """
    waiting: deque[tuple[Key, In, Future[Out] | None]] = deque()
    for key, task in tasks:
        waiting.append((key, task, _submit(executor, function, task)))
        if len(waiting) == size:
            yield _done(function, *waiting.popleft())
    while waiting:
        yield _done(function, *waiting.popleft())


def _submit(executor: Executor, function: Callable[[In], Out], task: In) -> Future[Out] | None:
    try:
        return executor.submit(function, task)
    except BrokenExecutor:
        return None


def _done(function: Callable[[In], Out], key: Key, task: In, future: Future[Out] | None) -> tuple[Key, Out]:
    try:
        return key, future.result() if future else function(task)
    except BrokenExecutor:
        return key, function(task)
