"""Run the site engine, MkDocs or its fork, as a program of its own."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

ENGINES = ("mkdocs", "properdocs")


def run_engine(engine: str, options: Sequence[str], *, root: Path, environment: Mapping[str, str] | None = None) -> int:
    """Run `mkdocs` or `properdocs` in the project's folder; return its exit status.

    `environment` is added to that of this process.

    Raises click.UsageError for an engine that is unknown or not installed.
    """
    if engine not in ENGINES:
        raise click.UsageError(f"unknown engine {engine!r}; there is {' and '.join(ENGINES)}")
    if importlib.util.find_spec(engine) is None:
        raise click.UsageError(f"{engine} is not installed; `pip install {engine}` brings it")
    command = [sys.executable, "-m", engine, *options, "-f", "mkdocs.yml"]
    # Neither engine's advertisement of the other belongs in the output of a build.
    quiet = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
    everything = {**os.environ, **quiet, **(environment or {})}
    try:
        return subprocess.run(command, cwd=root, env=everything, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 0
