"""Where a project's work is done: with its cache, in how many processes, or on which cluster."""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from dataclasses import replace

from digest.config.project import Project
from digest.pipeline import Edition, Progress, make_edition, silent
from digest.store.cache import Cache
from digest.work.dask import dask_executor
from digest.work.memory import Memory, Recent
from digest.work.processes import Processes, cores

CACHE = ".digest/cache.sqlite"
# What a user sets in the environment; a command hands its options on to the site engine in this way.
JOBS, NO_CACHE = "DIGEST_JOBS", "DIGEST_NO_CACHE"


def edition_of(  # noqa: PLR0913 - one for each way to be helped
    project: Project,
    *,
    regroup: bool = False,
    today: dt.date | None = None,
    jobs: int | None = None,
    dask: str | None = None,
    cached: bool = True,
    recent: Recent | None = None,
    progress: Progress = silent,
) -> Edition:
    """Make a project's edition as `make_edition` does, with help.

    `jobs` is the number of processes (one a core, up to eight), `dask` the address of a scheduler that is asked
    instead, `cached` whether the project's cache is used, `recent` what this process has made before. None of them
    changes a page.
    """
    jobs = jobs or cores()
    with ExitStack() as opened:
        cache = opened.enter_context(Cache(project.root / CACHE, root=project.root)) if cached else None
        helpers = dask_executor(dask) if dask else Processes(jobs) if jobs > 1 else None
        edition = make_edition(
            project,
            regroup=regroup,
            today=today,
            executor=opened.enter_context(helpers) if helpers else None,
            memory=Memory(recent=recent, cache=cache),
            progress=progress,
        )
    return replace(edition, diagnostics=(*edition.diagnostics, *(cache.notes if cache else ())))
