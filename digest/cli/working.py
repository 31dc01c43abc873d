"""The options of the commands that make an edition: how many processes, which cluster, with the cache or without."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

import click
from click.core import ParameterSource

from digest.cli.console import Console, F
from digest.config.project import Project
from digest.pipeline import Edition
from digest.workplace import JOBS, NO_CACHE, edition_of

JOBS_OPTION = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    envvar=JOBS,
    metavar="N",
    help="Share the work among N processes; by default one a core, once there is much to do.",
)
DASK_OPTION = click.option(
    "--dask", metavar="ADDRESS", help="Let a Dask cluster do the work: tcp://HOST:PORT of its scheduler."
)
NO_CACHE_OPTION = click.option("--no-cache", is_flag=True, envvar=NO_CACHE, help="Do all the work again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the user wants the work to be done."""

    jobs: int | None = None
    dask: str | None = None
    cached: bool = True

    def edition(
        self, project: Project, console: Console, *, regroup: bool = False, today: dt.date | None = None
    ) -> Edition:
        """Make a project's edition, showing progress."""
        return edition_of(
            project,
            regroup=regroup,
            today=today,
            jobs=self.jobs,
            dask=self.dask,
            cached=self.cached,
            progress=console.progress(),
        )

    def environment(self) -> dict[str, str]:
        """The same for the plug-in in the site engine, which is another program."""
        wanted = {JOBS: str(self.jobs) if self.jobs else "", NO_CACHE: "" if self.cached else "1"}
        return {name: value for name, value in wanted.items() if value}


def work_options(*, cached: bool = True, dask: bool = True) -> Callable[[F], F]:
    """Add --jobs, --dask and --no-cache to a command, which gets them as `work`; those that make no sense are left out.

    A command that is not `cached` does all the work anew.
    """

    def add(command: F) -> F:
        @wraps(command)
        def with_work(*, jobs: int | None, dask: str | None = None, no_cache: bool = not cached, **others: Any) -> Any:
            if dask and _typed("jobs"):
                raise click.UsageError("--jobs and --dask exclude one another: the work is done here or there")
            return command(work=Work(jobs=jobs, dask=dask, cached=not no_cache), **others)

        for option in (*[NO_CACHE_OPTION] * cached, *[DASK_OPTION] * dask, JOBS_OPTION):
            with_work = option(with_work)
        return cast("F", with_work)

    return add


def _typed(name: str) -> bool:
    """Whether an option was typed, and not found in the environment."""
    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE
