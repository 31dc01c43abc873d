"""List the files below a folder that hold articles; name those that do not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from digest.config.nodes import printable
from digest.diagnostics import Diagnostic, Level, Location, warning
from digest.ingest.formats import extension, format_of, formats
from digest.ingest.names import unrevised

SIDECARS = (".yml", ".yaml")


def article_files(root: Path, base: Path, diagnostics: list[Diagnostic]) -> list[Path]:
    """The files below `base`, sorted, that a format can read."""
    found = sorted(_files(root, base, diagnostics))
    stems = {unrevised(stem(path)) for path in found if format_of(extension(path.name))}
    return [path for path in found if _is_article(path, root, stems, diagnostics)]


def stem(path: Path) -> Path:
    """A path without the extension by which it is read: "a.html.gz" → "a"."""
    ending = extension(path.name)
    return path.with_name(path.name[: -len(ending)]) if ending else path


def shown(path: Path, root: Path) -> str:
    """A path as messages and pages show it."""
    return printable(path.relative_to(root).as_posix())


def skipped(code: str, message: str, path: Path, root: Path, *, hint: str = "") -> Diagnostic:
    """The warning that a file was left out."""
    return warning(code, f"{message}; skipped", location=Location(path=shown(path, root)), hint=hint)


def _files(root: Path, base: Path, diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """Yield the files below a folder that lie in the project; links to folders are not followed (they may loop)."""
    home = root.resolve()

    def unlisted(problem: OSError) -> None:
        place = Path(problem.filename)
        diagnostics.append(skipped("unreadable", f"this folder cannot be listed: {problem.strerror}", place, root))

    for folder, folders, files in os.walk(base, onerror=unlisted):
        here = Path(folder)
        for name in folders:
            if name != printable(name):
                diagnostics.append(_unnamable(here / name, root))
            elif (here / name).is_symlink():
                diagnostics.append(skipped("linked-folder", "a link to a folder is not followed", here / name, root))
        folders[:] = sorted(name for name in folders if _is_entered(here / name))
        for name in files:
            path = here / name
            if name.startswith("."):
                continue
            if name != printable(name):
                diagnostics.append(_unnamable(path, root))
            elif path.is_symlink() and not _target(path).is_relative_to(home):
                problem = "this is a link to a place outside the project"
                diagnostics.append(skipped("outside-project", problem, path, root, hint="copy the file here instead"))
            elif path.is_file():
                yield path
            else:
                diagnostics.append(skipped("unreadable", "this is not a file that can be read", path, root))


def _is_entered(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.name == printable(folder.name) and not folder.is_symlink()


def _unnamable(path: Path, root: Path) -> Diagnostic:
    """The name is shown on pages and noted in files, which letters that are none would break."""
    words = "this name holds signs that cannot be shown (a line break, or letters of another encoding)"
    return skipped("unusable-name", words, path, root, hint="rename it")


def _target(link: Path) -> Path:
    """What a link leads to; the link itself where it leads in a circle, which is no file."""
    try:
        return link.resolve()
    except (OSError, RuntimeError):  # RuntimeError: a circle, before Python 3.13
        return link.absolute()


def _is_article(path: Path, root: Path, stems: set[Path], diagnostics: list[Diagnostic]) -> bool:
    ending = extension(path.name)
    if path.name.upper().startswith("README"):
        return False
    if format_of(ending):
        return True
    place = Location(path=shown(path, root))
    if ending not in SIDECARS:
        known = ", ".join(sorted(formats()))
        text = f"files ending in {ending or 'nothing'} are not read as articles (known: {known})"
        diagnostics.append(Diagnostic(level=Level.NOTE, code="unknown-format", message=text, location=place))
    elif unrevised(stem(path)) not in stems:
        text = "no article stands beside this file"
        hint = f"it belongs to an article of the same name, such as {path.stem}.txt"
        diagnostics.append(warning("lone-sidecar", text, location=place, hint=hint))
    return False
