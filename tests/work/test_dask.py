"""A real cluster of two workers does the work, also when one of them dies in the middle of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from dask_cluster import cluster
from editions import pages_of
from running import digest

from digest import pipeline
from digest.diagnostics import DigestError
from digest.work.dask import dask_executor

ROOT = Path(__file__).parent.parent.parent
NOBODY = "tcp://127.0.0.1:9"  # the port of a service that no machine offers any more


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("cluster"), workers=2) as (address, workers):
        yield address, workers


def test_the_command_lets_the_cluster_do_the_work(two_workers, project):
    address, _ = two_workers
    run = digest("build", "--pages-only", "--strict", "--no-cache", "--dask", address, cwd=project)
    assert run.returncode == 0, run.stderr
    assert "distributed" not in run.stderr
    assert "Traceback" not in run.stderr


def test_a_worker_that_dies_in_the_middle_changes_no_page(two_workers, town_project, plain, monkeypatch):
    """It is killed when the first article is back, while it has others: each article and each story is sent alone."""
    address, workers = two_workers
    for name in ("CLEAN", "EXTRACT", "HEADLINE", "TELL"):
        monkeypatch.setattr(pipeline, name, replace(getattr(pipeline, name), portion=1))
    heard = []

    def kill(stage, done, total):
        heard.append((stage, done))
        if stage == "reading" and done == 1:
            assert workers[0].poll() is None
            workers[0].kill()
            workers[0].wait()

    with dask_executor(address) as executor:
        assert pages_of(town_project, executor=executor, progress=kill) == plain
    assert heard.count(("reading", 10)) == 1
    assert workers[0].poll() is not None
    assert workers[1].poll() is None


def test_workers_without_digest_are_named(tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['digest'] = None\n")
    with (
        cluster(tmp_path, workers=1, path=str(tmp_path)) as (address, _),
        pytest.raises(DigestError, match=r"worker-without-digest.*tcp://127\.0\.0\.1"),
        dask_executor(address),
    ):
        pass


def test_workers_of_another_version_are_named(tmp_path):
    shutil.copytree(ROOT / "digest", tmp_path / "digest", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "digest/extract/figures.py").open("a") as file:
        file.write("# another version\n")
    with (
        cluster(tmp_path, workers=1, path=str(tmp_path)) as (address, _),
        pytest.raises(DigestError, match=r"other-version.*tcp://127\.0\.0\.1"),
        dask_executor(address),
    ):
        pass


def test_a_cluster_without_workers_is_not_waited_for_long(tmp_path):
    with (
        cluster(tmp_path, workers=0) as (address, _),
        pytest.raises(DigestError, match="no-workers"),
        dask_executor(address, patience=0.5),
    ):
        pass


def test_workers_that_all_go_away_are_not_waited_for_for_ever(tmp_path):
    with cluster(tmp_path, workers=1) as (address, workers):  # noqa: SIM117 - the cluster is up before
        with pytest.raises(DigestError, match="cluster-lost"), dask_executor(address, patience=5) as executor:
            workers[0].kill()
            executor.submit(os.getpid).result()


@pytest.mark.parametrize("address", [NOBODY, "127.0.0.1:9", "nonsense", "", "tcp://", "ftp://x:1"])
def test_a_scheduler_that_does_not_answer_is_named(address):
    with pytest.raises(DigestError, match="no-scheduler") as raised, dask_executor(address, patience=0.5):
        pass
    assert "tcp://192.0.2.7:8786" in raised.value.diagnostics[0].hint


def test_the_command_says_so_too(project):
    run = digest("check", "--dask", NOBODY, cwd=project)
    assert run.returncode == 1
    assert f"error[no-scheduler]: no Dask scheduler answers at {NOBODY}" in run.stderr
    assert "Traceback" not in run.stderr


def test_without_the_extra_the_way_to_it_is_named(project, tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['distributed'] = None\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(ROOT)]))
    run = digest("build", "--dask", NOBODY, cwd=project)
    assert run.returncode == 1
    assert "pip install 'storydigest[dask]'" in run.stderr
    assert digest("check", cwd=project).returncode == 0
