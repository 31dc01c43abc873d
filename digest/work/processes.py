"""Processes on this machine that share the work, once there is enough of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
ALONE = 2.0  # seconds of work before the first process is started: each takes most of a second to begin
MOST = 8  # processes that are started unless the user says how many
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def cores() -> int:
    """How many processes are worth it: one a core that this process may use, up to eight."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, usable)


class Processes(Executor):
    """Does the first two seconds of work itself; what is left then is shared by processes.

    They are started afresh ("spawn"), so that threads of this process do not matter. They end with this process,
    whatever ends it, and at once when the `with` block is left by an exception.
    """

    def __init__(self, jobs: int, *, alone: float = ALONE) -> None:
        self._jobs, self._alone = jobs, alone
        self._spent = 0.0
        self._pool: ProcessPoolExecutor | None = None
        self._alive: Connection | None = None

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Do it now, or let a process do it; see the class."""
        if self._pool is None and self._spent >= self._alone:
            self._start()
        if self._pool is not None:
            return self._pool.submit(fn, *args, **kwargs)
        began = time.process_time()
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as problem:
            future.set_exception(problem)
        self._spent += time.process_time() - began
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes finish what they have, and end."""
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)
        if wait:
            self._let_go()

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._let_go()
            self.shutdown(wait=False, cancel_futures=True)
        else:
            self.shutdown()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        watched, self._alive = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin, initargs=(watched,))

    def _let_go(self) -> None:
        if self._alive is not None:
            self._alive.close()


def _begin(watched: Connection) -> None:
    """Prepare a process: one thread for each, no answer to Ctrl-C, and an end when nobody waits for it any more."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(watched,), daemon=True).start()


def _end_with(watched: Connection) -> None:
    """End this process when the other end of the pipe is closed, which the system does for a process that ends."""
    with suppress(OSError):
        watched.poll(None)
    os._exit(1)
