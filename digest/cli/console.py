"""What the commands share: options, progress, and how problems and results are printed."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from digest.diagnostics import Diagnostic, Level

F = TypeVar("F", bound=Callable[..., Any])
SLOW = 1.0  # seconds after which a stage's progress is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """How a command talks: results to standard output, problems and progress to standard error."""

    quiet: bool
    as_json: bool

    def say(self, text: str) -> None:
        """Print a line of a result for people."""
        if not self.quiet and not self.as_json:
            click.echo(text)

    def data(self, data: Mapping[str, object]) -> None:
        """Print a result for programs."""
        if self.as_json:
            click.echo(json.dumps(data, ensure_ascii=False, indent=1))

    def problems(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print problems, the worst first, unless they go into the JSON; notes are not for quiet runs."""
        if self.as_json:
            return
        order = list(Level)
        for diagnostic in sorted(diagnostics, key=lambda d: order.index(d.level)):
            if not (self.quiet and diagnostic.level is Level.NOTE):
                click.echo(str(diagnostic), err=True)

    def progress(self) -> Callable[[str, int, int], None]:
        """Make a callback that shows how far a stage is, once the work has lasted for over a second."""
        if self.quiet or self.as_json:
            return lambda stage, done, total: None
        shown = time.monotonic()
        on_screen: set[str] = set()
        pause = SLOW / 4 if sys.stderr.isatty() else 5 * SLOW

        def show(stage: str, done: int, total: int) -> None:
            nonlocal shown
            now = time.monotonic()
            waited = now - shown >= (pause if on_screen else SLOW)
            ends = done == total and stage in on_screen
            if not ends and (not waited or done == total):
                return
            shown = now
            on_screen.add(stage)
            line = f"{stage}: {done} of {total}"
            click.echo(f"\r\x1b[K{line}" if sys.stderr.isatty() else line, err=True, nl=not sys.stderr.isatty())
            if sys.stderr.isatty() and done == total:
                click.echo(err=True)

        return show


def project_option(command: F) -> F:
    """Add the project's folder to a command."""
    return click.option(
        "--project",
        "-C",
        "folder",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="The project's folder; the default is the one you stand in.",
    )(command)


def console_options(command: F) -> F:
    """Add --quiet and --format, and the project's folder, to a command."""
    command = click.option("--quiet", "-q", is_flag=True, help="Print problems only.")(command)
    command = click.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs."
    )(command)
    return project_option(command)


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """One problem, for a program."""
    place = diagnostic.location
    return {
        "level": str(diagnostic.level),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "path": place.path if place else None,
        "line": (place.line or None) if place else None,
        "column": (place.column or None) if place else None,
        "hint": diagnostic.hint or None,
    }


def failed(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether the problems make a command fail: errors do, and with --strict warnings too."""
    levels = {diagnostic.level for diagnostic in diagnostics}
    return Level.ERROR in levels or (strict and Level.WARNING in levels)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 story", "2 stories"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
