"""Copy a file from the user's disk into `seeds/`, byte for byte, and never over another one."""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path

from digest.diagnostics import Diagnostic, DigestError, Location, error
from digest.fetch.results import Outcome, Result
from digest.fetch.shelf import FOLDER, safe_folder
from digest.store.files import give_name, unfinished


def copy_file(source: Path, *, root: Path) -> Result:
    """Copy a file into the project. What goes wrong stands in the result."""
    shown = source.as_posix()
    try:
        problem = _unfit(source, shown)
        if problem:
            return _failed(shown, problem)
        if source.resolve().is_relative_to((root / FOLDER).resolve()):
            return Result(address=shown, outcome=Outcome.UNCHANGED, path=source.resolve().relative_to(root).as_posix())
        target = safe_folder(root, FOLDER) / source.name
        path = target.relative_to(root).as_posix()
        if target.exists() or target.is_symlink():
            return _beside(source, target, path)
        _copy(source, target)
    except DigestError as found:
        return Result(address=shown, outcome=Outcome.FAILED, problems=found.diagnostics)
    except (OSError, RuntimeError) as trouble:  # RuntimeError: links that lead in a circle
        why = getattr(trouble, "strerror", None) or str(trouble)
        return _failed(shown, error("unreadable", f"this file cannot be copied ({why})", location=Location(path=shown)))
    return Result(address=shown, outcome=Outcome.COPIED, path=path)


def _unfit(source: Path, shown: str) -> Diagnostic | None:
    place = Location(path=shown)
    if source.is_dir():
        return error("not-a-file", "this is a folder", location=place, hint=f"name its files: {shown}/*")
    if not source.exists():
        return error(
            "no-file", "there is no such file", location=place, hint="an address begins with https:// or http://"
        )
    if not source.is_file():
        return error("not-a-file", "this is not a file", location=place)
    if source.name.startswith("."):
        return error("hidden", "a name that begins with a dot is not read", location=place, hint="rename the file")
    return None


def _beside(source: Path, target: Path, path: str) -> Result:
    """A file of this name is there: well, if it is the same."""
    shown = source.as_posix()
    if target.is_file() and not target.is_symlink() and filecmp.cmp(source, target, shallow=False):
        return Result(address=shown, outcome=Outcome.UNCHANGED, path=path)
    hint = f"rename yours; if it is a newer version of the same article: {target.stem}.r2{target.suffix}"
    text = f"{path} is there already, with another content; it is not overwritten"
    return _failed(shown, error("exists", text, location=Location(path=shown), hint=hint))


def _copy(source: Path, target: Path) -> None:
    with unfinished(target) as temporary:
        with temporary.open("wb") as copy, source.open("rb") as original:
            shutil.copyfileobj(original, copy)
            copy.flush()
            os.fsync(copy.fileno())
        give_name(temporary, target)


def _failed(shown: str, problem: Diagnostic) -> Result:
    return Result(address=shown, outcome=Outcome.FAILED, problems=(problem,))
