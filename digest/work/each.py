"""Take one step for many values, in their order: here, or wherever an executor lets it be done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Any, NamedTuple, TypeVar

from digest.diagnostics import Diagnostic, DigestError, error, note
from digest.work.collecting import seldom_collecting
from digest.work.fingerprint import fingerprint
from digest.work.memory import Memory
from digest.work.packing import pack, unpack
from digest.work.step import Step

I = TypeVar("I")  # noqa: E741 - what goes in
R = TypeVar("R")  # the result
Progress = Callable[[str, int, int], None]
AHEAD = 128  # portions that are under way at a time


class Portion(NamedTuple):
    """What is sent: a step and some values, with the state of the package that sends them."""

    step: Step[Any, Any]
    items: tuple[Any, ...]
    sender: str


class Answer(NamedTuple):
    """What comes back for a value: its result in bytes, or as it is where bytes would not do."""

    packed: bytes | None
    plain: Any = None


def each(  # noqa: PLR0913 - the step and its values; all else is help
    step: Step[I, R],
    items: Sequence[I],
    *,
    executor: Executor | None = None,
    memory: Memory | None = None,
    progress: Progress = lambda stage, done, total: None,
    tell: Callable[[Diagnostic], None] = lambda diagnostic: None,
) -> list[R]:
    """The results for all values, in their order, which depend on nothing but the values.

    What is remembered is not done again. `progress` hears how many are done, `tell` of a worker that died: what it had
    left is done here. A problem in a step is raised as if it had happened here.
    """
    memory = memory or Memory()
    remembers = memory.cache is not None or memory.recent is not None
    keys = [step.key(item) if remembers else None for item in items]
    recalled = memory.recall(step, [key for key in keys if key is not None])
    results: dict[int, R] = {i: recalled[key] for i, key in enumerate(keys) if key in recalled}
    left = [i for i in range(len(items)) if i not in results]
    if results:
        progress(step.name, len(results), len(items))
    done = _here(step, items, left) if executor is None else _away(step, items, left, executor, tell)
    for i, result, packed in done:
        results[i] = result
        if (key := keys[i]) is not None:
            memory.keep(step, key, result, packed=packed)
        progress(step.name, len(results), len(items))
    return [results[i] for i in range(len(items))]


def work_off(portion: Portion) -> list[Answer]:
    """Take a step for each value of a portion; this runs where the work is done.

    Raises DigestError where another state of the package is installed than the one that asks.
    """
    if portion.sender != fingerprint():
        problem = "a worker has another version of digest, of its data, or of a library that it rests on"
        raise DigestError([error("other-version", problem, hint="install the same on all machines, and start it anew")])
    answers = []
    with seldom_collecting():
        for item in portion.items:
            result = portion.step.run(item)
            packed = pack(result, portion.step.kind)
            answers.append(Answer(packed) if packed is not None else Answer(None, result))
    return answers


def _here(step: Step[I, R], items: Sequence[I], left: Sequence[int]) -> Iterator[tuple[int, R, bytes | None]]:
    for i in left:
        with seldom_collecting():
            result = step.run(items[i])
        yield i, result, None


def _away(
    step: Step[I, R],
    items: Sequence[I],
    left: Sequence[int],
    executor: Executor,
    tell: Callable[[Diagnostic], None],
) -> Iterator[tuple[int, R, bytes | None]]:
    waiting = deque(_portions(step, items, left))
    running: dict[Future[list[Answer]], tuple[int, ...]] = {}
    lost = False
    try:
        while waiting or running:
            while waiting and len(running) < AHEAD:
                part = waiting.popleft()
                portion = Portion(step, tuple(items[i] for i in part), fingerprint())
                running[_submit(executor, portion)] = part
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                part = running.pop(future)
                try:
                    answers = future.result()
                except BrokenExecutor:
                    if not lost:
                        tell(note("worker-lost", "a worker died; what was left to do was done without workers"))
                    lost = True
                    answers = work_off(Portion(step, tuple(items[i] for i in part), fingerprint()))
                for i, answer in zip(part, answers, strict=True):
                    packed = answer.packed
                    yield i, answer.plain if packed is None else unpack(packed, step.kind), packed
    finally:
        for future in running:
            future.cancel()


def _submit(executor: Executor, portion: Portion) -> Future[list[Answer]]:
    """Send a portion; where nothing can be sent any more, the future says so."""
    try:
        return executor.submit(work_off, portion)
    except BrokenExecutor as problem:
        future: Future[list[Answer]] = Future()
        future.set_exception(problem)
        return future


def _portions(step: Step[I, R], items: Sequence[I], left: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Part the work: the largest first, so that none is still at work on one alone when all else is done."""
    part: list[int] = []
    size = 0
    for i in sorted(left, key=lambda i: (-step.size(items[i]), i)):
        part.append(i)
        size += step.size(items[i])
        if size >= step.portion:
            yield tuple(part)
            part, size = [], 0
    if part:
        yield tuple(part)
