"""Write a file so that a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNFINISHED = ".digest-tmp"


def write_atomically(path: Path, data: bytes) -> bool:
    """Put `data` at `path`; return False where it stood there already, which leaves the file untouched.

    The bytes go to a new file in the same folder, which then takes the place of the old one, so a process that is
    killed half-way leaves the old file whole. An unchanged file keeps its time stamp: watchers see nothing.
    Raises OSError if the folder cannot be written.
    """
    try:
        if path.read_bytes() == data:
            return False
    except (FileNotFoundError, NotADirectoryError):
        pass
    with unfinished(path) as temporary:
        _write(temporary, data)
        temporary.replace(path)
    return True


def create_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, where nothing may stand yet: whole, or not at all. Raises FileExistsError, or OSError."""
    with unfinished(path) as temporary:
        _write(temporary, data)
        give_name(temporary, path)


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write to; what has no other name in the end is removed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=UNFINISHED)
    os.close(handle)
    temporary = Path(name)
    try:
        temporary.chmod(0o644)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def give_name(temporary: Path, path: Path) -> None:
    """Let a finished file appear under its name, unless something stands there: then FileExistsError is raised."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, such as that of a memory stick
        if path.exists() or path.is_symlink():
            raise FileExistsError(path) from None
        temporary.replace(path)


def sweep(folder: Path) -> None:
    """Remove the unfinished files of a run that was killed while it wrote below `folder`."""
    for leftover in folder.rglob(f".*{UNFINISHED}"):
        leftover.unlink(missing_ok=True)


def inside(path: Path, folder: Path) -> bool:
    """Whether `path`, with every link followed, lies inside `folder`."""
    return path.resolve().is_relative_to(folder.resolve())
