"""`digest check`: all problems of a project at once, changing nothing."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.console import Console, as_data, console_options, count, failed
from digest.cli.moves import tell_moves
from digest.cli.working import Work, work_options
from digest.config.project import find_project
from digest.diagnostics import Diagnostic, DigestError, Level
from digest.store.lock import read_lock


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--regroup", is_flag=True, help="Show what `digest build --regroup` would move.")
@work_options()
@console_options
def check(*, strict: bool, regroup: bool, quiet: bool, form: str, folder: Path, work: Work) -> int:
    """Show every problem in digest.yml, seeds/, stories/ and site_templates/ with its line, column and the way out."""
    console = Console(quiet=quiet, as_json=form == "json")
    problems: tuple[Diagnostic, ...] = ()
    try:
        project = find_project(folder)
        before = read_lock(project.lock, root=project.root)[0]
        edition = work.edition(project, console, regroup=regroup)
        problems = edition.diagnostics
        tell_moves(console, before, edition.lock, regroup=regroup)
    except DigestError as found:
        problems = found.diagnostics
    console.problems(problems)
    levels = [problem.level for problem in problems]
    console.say(
        f"{count(levels.count(Level.ERROR), 'error')}, {count(levels.count(Level.WARNING), 'warning')}, "
        f"{count(levels.count(Level.NOTE), 'note')}."
    )
    console.data({"problems": [as_data(problem) for problem in problems]})
    return 1 if failed(problems, strict=strict) else 0
