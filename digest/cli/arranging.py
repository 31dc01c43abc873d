"""What `merge`, `split` and `move` share: show what changes, write it, and say what comes next."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from digest.arrange import Desk, Difference, UnknownNameError, open_desk
from digest.cli.console import Console, console_options
from digest.config.project import find_project
from digest.store import write_atomically

F = TypeVar("F", bound=Callable[..., Any])


def arrange_options(command: F) -> F:
    """Add --dry-run and what all commands have."""
    dry_run = click.option("--dry-run", is_flag=True, help="Show the lines that would change; write nothing.")
    return console_options(dry_run(command))


def arrange(wish: Callable[[Desk], list[str]], *, dry_run: bool, quiet: bool, form: str, folder: Path) -> int:
    """Change the editors' files as somebody wishes. Raises click.UsageError for a name that fits none."""
    console = Console(quiet=quiet, as_json=form == "json")
    project = find_project(folder)
    desk = open_desk(project)
    try:
        said = wish(desk)
    except UnknownNameError as problem:
        raise click.UsageError(str(problem)) from None
    differences = desk.differences()
    for difference in differences:
        if not dry_run:
            write_atomically(project.root / difference.path, difference.after.encode())
        console.say(_diff(difference) if dry_run else f"Changed {difference.path}.")
    if not differences:
        console.say("The files say so already.")
    for sentence in said:
        console.say(sentence)
    console.say("Nothing was written." if dry_run else "Next: `digest build`.")
    files = [{"path": d.path, "diff": _diff(d)} for d in differences]
    console.data({"written": not dry_run, "files": files, "said": said})
    return 0


def _diff(difference: Difference) -> str:
    old, new = (text.splitlines(keepends=True) for text in (difference.before, difference.after))
    before = difference.path if difference.before else "/dev/null"
    shown = difflib.unified_diff(old, new, fromfile=before, tofile=difference.path)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in shown).rstrip("\n")
