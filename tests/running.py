"""Run digest and the site engines as a user does: as programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def digest(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `digest` with some arguments in a folder."""
    command = [sys.executable, "-c", "from digest.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8")


def engine(name: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` or `properdocs` in a folder."""
    environment = {**os.environ, "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", name, *arguments]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8", env=environment
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
