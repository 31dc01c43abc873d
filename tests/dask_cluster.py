"""A real Dask cluster on this machine: a scheduler and workers, each a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
QUIET = {
    "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "10s",
    "OMP_NUM_THREADS": "1",
}


@contextmanager
def program(*arguments: str, folder: Path, path: str | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """Run a module of Python while the block lasts."""
    search = os.pathsep.join([str(ROOT), str(ROOT / "tests")]) if path is None else path
    running = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        env={**os.environ, **QUIET, "PYTHONPATH": search},
        cwd=folder,  # Python looks there first
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield running
    finally:
        running.kill()
        running.wait()


@contextmanager
def cluster(folder: Path, *, workers: int, path: str | None = None) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """A scheduler on a free port of 127.0.0.1 with its workers: its address, and their programs."""
    file = folder / "scheduler.json"
    with ExitStack() as running:
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        running.enter_context(program("distributed.cli.dask_scheduler", *options, folder=folder))
        address = _address(file)
        options = (address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
        options += ("--local-directory", str(folder), "--memory-limit", "0")
        worker = partial(program, "distributed.cli.dask_worker", *options, folder=folder, path=path)
        yield address, [running.enter_context(worker()) for _ in range(workers)]


def _address(file: Path) -> str:
    while True:
        try:
            return str(json.loads(file.read_text())["address"])
        except (FileNotFoundError, ValueError):
            os.sched_yield()
