"""Processes come when there is enough to do, and go with whoever started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from digest.work.processes import Processes, cores

# Starts two workers that would wait for ever, says their numbers, and waits for them.
WAITING = """
import os, signal
from digest.work.processes import Processes
import rendezvous

if __name__ == "__main__":
    with Processes(2, alone=0) as processes:
        futures = [processes.submit(rendezvous.wait_for_ever, {folder!r}) for _ in range(2)]
        print(*rendezvous.workers({folder!r}), flush=True)
        [future.result() for future in futures]
"""
RENDEZVOUS = """
import os, signal
from pathlib import Path

def wait_for_ever(folder):
    Path(folder, f"{os.getpid()}.worker").touch()
    signal.pause()

def workers(folder):
    while len(found := [path.stem for path in Path(folder).glob("*.worker")]) < 2:
        os.sched_yield()
    return found
"""


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def test_a_little_work_starts_no_process():
    with Processes(2, alone=3600) as processes:
        found = [processes.submit(square, n).result() for n in range(5)]
    assert found == [(n * n, os.getpid()) for n in range(5)]


def test_more_work_is_done_by_others():
    with Processes(2, alone=0) as processes:
        found = [future.result() for future in [processes.submit(square, n) for n in range(5)]]
    assert [n for n, _ in found] == [n * n for n in range(5)]
    assert os.getpid() not in {worker for _, worker in found}


def test_an_error_of_work_that_is_done_here_is_kept_for_who_asks():
    with Processes(2, alone=3600) as processes:
        future = processes.submit(square, "four")
        with pytest.raises(TypeError):
            future.result()


def test_there_is_at_least_one_core():
    assert 1 <= cores() <= 8


@pytest.mark.skipif(not hasattr(signal, "pause"), reason="signals are other ones here")
@pytest.mark.parametrize(("sign", "status"), [("SIGINT", 1), ("SIGTERM", -15), ("SIGKILL", -9)])
def test_no_process_stays_behind(tmp_path, sign, status):
    """Ctrl-C reaches the whole group, as from a terminal; other signals the main process only."""
    (tmp_path / "rendezvous.py").write_text(RENDEZVOUS)
    (tmp_path / "main.py").write_text(WAITING.format(folder=str(tmp_path)))
    path = os.pathsep.join([str(tmp_path), *sys.path])
    main = subprocess.Popen(
        [sys.executable, str(tmp_path / "main.py")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert main.stdout is not None
    workers = [int(word) for word in main.stdout.readline().split()]
    assert len(workers) == 2
    number = getattr(signal, sign)
    os.killpg(main.pid, number) if sign == "SIGINT" else os.kill(main.pid, number)
    _, said = main.communicate()  # its pipes are closed only when the workers are gone, too
    assert main.returncode in (status, -number)
    assert said.count("Traceback") == (sign == "SIGINT"), said
    for worker in workers:
        assert not alive(worker)


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and that nobody asked for yet does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")
