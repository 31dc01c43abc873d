"""The one door to Dask: reach a cluster that is running, and hand out its executor."""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from digest.diagnostics import Diagnostic, DigestError, error
from digest.work.fingerprint import fingerprint

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10.0  # seconds in which the scheduler must answer, and the first worker be there
INSTALL = "pip install 'storydigest[dask]'"


@contextmanager
def dask_executor(address: str, *, patience: float = PATIENCE) -> Iterator[Executor]:
    """The executor of the cluster whose scheduler is at an address, such as "tcp://127.0.0.1:8786".

    Raises DigestError where Dask is not installed, the scheduler does not answer, no worker is there, a worker has not
    this version of digest, or the cluster goes away during the work.
    """
    import asyncio  # noqa: PLC0415 - slow to load, and no other command needs it

    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra that most do without
        from distributed.comm.core import connect  # noqa: PLC0415
    except ImportError:
        raise DigestError([error("no-dask", "Dask is not installed", hint=f"{INSTALL} brings it")]) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it tells of lost workers, we tell

    async def knock() -> None:
        await (await connect(address, timeout=patience)).close()

    try:
        asyncio.run(knock())  # a client that fails to begin would only give up after another while, and noisily
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions are compared below
            client = Client(address, timeout=patience, set_as_default=False, name="digest")
    except (OSError, ValueError, TypeError, RuntimeError) as problem:
        raise DigestError([_unreachable(address, problem)]) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError:
            hint = f"start some: dask worker {address}"
            raise DigestError([error("no-workers", f"the cluster at {address} has no workers", hint=hint)]) from None
        problems = [*_without_digest(client.run(find_spec, "digest", on_error="return"))]
        problems += [] if problems else _other_versions(client.run(fingerprint, on_error="return"))
        if problems:
            raise DigestError(problems)
        gone = threading.Event()
        try:
            # Every portion is another one: nothing is gained by comparing them ("pure").
            with _watched(client, patience, gone), client.get_executor(pure=False) as executor:
                yield executor
        except (KilledWorker, CancelledError, RuntimeError) as problem:
            if isinstance(problem, RuntimeError) and not gone.is_set():
                raise  # not of a client that was closed
            raise DigestError([_lost(address, problem)]) from None


@contextmanager
def _watched(client: Client, patience: float, gone: threading.Event) -> Iterator[None]:
    """Give up when all workers have been `gone` for a while: the scheduler would wait for others for ever."""
    over = threading.Event()

    def watch() -> None:
        alone = 0.0
        while not over.wait(1.0):
            alone = 0.0 if client.scheduler_info()["workers"] else alone + 1.0
            if alone >= patience:
                gone.set()
                client.close()  # which cancels what is under way
                return

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _without_digest(found: dict[str, object]) -> Iterator[Diagnostic]:
    for worker, package in sorted(found.items()):
        if package is None or isinstance(package, BaseException):
            hint = "install storydigest there, in the same version, and start the worker anew"
            yield error("worker-without-digest", f"the worker at {worker} does not have digest", hint=hint)


def _other_versions(found: dict[str, object]) -> Iterator[Diagnostic]:
    for worker, theirs in sorted(found.items()):
        if theirs != fingerprint():
            yield error(
                "other-version",
                f"the worker at {worker} has another version of digest, of its data, or of a library that it rests on",
                hint="install the same on all machines, and start the worker anew",
            )


def _unreachable(address: str, problem: Exception) -> Diagnostic:
    hint = "is it running, and does the address name its protocol and port, as in tcp://192.0.2.7:8786?"
    why = str(problem).partition("\n")[0] or type(problem).__name__
    return error("no-scheduler", f"no Dask scheduler answers at {address} ({why})", hint=hint)


def _lost(address: str, problem: BaseException) -> Diagnostic:
    why = str(problem).partition("\n")[0][:200] or type(problem).__name__
    hint = "run it again: what was done is remembered"
    return error("cluster-lost", f"the cluster at {address} gave up during the work ({why})", hint=hint)
