"""Tell one state of this package from another: by its files, and by what its results rest on besides."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from digest import __version__

HERE = Path(__file__).parent.parent
RESTS_ON = ("msgspec", "numpy", "py3langid", "scipy", "sentencex")  # what cleaning, reading and telling use


@cache
def fingerprint() -> str:
    """The SHA-256 of the package's code and data, and of the versions of Python and of what else decides results."""
    found = [__version__, "{}.{}".format(*sys.version_info), *map(_version, RESTS_ON), files_digest(HERE)]
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


def files_digest(folder: Path) -> str:
    """The SHA-256 of all files below a folder, with their names; what Python compiled does not count."""
    whole = hashlib.sha256()
    for path in sorted(_files(folder)):
        data = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\n{len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
