"""Make a new project that MkDocs can serve at once, and overwrite nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from digest.diagnostics import Diagnostic, DigestError, Location, error

STARTER = {
    "mkdocs.yml": "mkdocs.yml",
    "digest.yml": "digest.yml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".github/workflows/publish.yml": "publish.yml",
    "docs/about.md": "docs/about.md",
    "seeds/README.md": "seeds/README.md",
    "stories/people.yml": "people.yml",
}
"""What a project begins with, and the file beside this module that holds it."""
NO_PUBLISHERS = b"publishers: {}\n"
NOT_COPIED = ("__pycache__",)


def scaffold(
    folder: Path, *, templates: Path, publishers: Path | None = None, name: str | None = None
) -> tuple[str, ...]:
    """Make a project in a folder, and return the paths written below it, sorted.

    `templates` is the folder of page templates to copy, `publishers` the list of outlets to begin with, `name` the
    site's name (by default made from the folder's). Files with the same content are left alone. Where any other file
    is in the way, nothing is written, and DigestError names them all.
    """
    wanted = _contents(templates, publishers, name or site_name(folder))
    problems = [problem for path in sorted(wanted) if (problem := _in_the_way(folder, path, wanted[path]))]
    if problems:
        raise DigestError(tuple(dict.fromkeys(problems)))
    missing = [path for path in sorted(wanted) if not (folder / path).exists()]
    try:
        for path in missing:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:  # "x": should the file appear meanwhile, it is not overwritten
                file.write(wanted[path])
    except OSError as problem:
        place = Location(path=str(problem.filename or folder))
        raise DigestError([error("unwritable", f"cannot be written ({problem.strerror})", location=place)]) from None
    return tuple(missing)


def site_name(folder: Path) -> str:
    """A site's name from a folder's: "my-news_digest" gives "My news digest"."""
    words = folder.absolute().resolve().name.replace("-", " ").replace("_", " ").split()
    text = " ".join(words) or "News digest"
    return text[:1].upper() + text[1:]


def _contents(templates: Path, publishers: Path | None, name: str) -> Mapping[str, bytes]:
    """Every file of the project with its bytes."""
    starter = files(__package__) / "starter"
    found = {path: starter.joinpath(*source.split("/")).read_bytes() for path, source in STARTER.items()}
    printable = "".join(ch if ch.isprintable() else " " for ch in name)
    quoted = json.dumps(" ".join(printable.split()), ensure_ascii=False)  # a JSON text is a YAML text
    found["mkdocs.yml"] = found["mkdocs.yml"].replace(b"SITE_NAME", quoted.encode())
    has_list = publishers is not None and publishers.is_file()
    found["stories/publishers.yml"] = publishers.read_bytes() if publishers and has_list else NO_PUBLISHERS
    for path in _files(templates):
        found[f"site_templates/{path.relative_to(templates).as_posix()}"] = path.read_bytes()
    return found


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") or part in NOT_COPIED for part in parts):
            yield path


def _in_the_way(folder: Path, path: str, content: bytes) -> Diagnostic | None:
    """What stands where a file is to be written: another file, a folder, or a file where a folder is needed."""
    target = folder / path
    for parent in reversed(target.relative_to(folder).parents):
        above = folder / parent
        if (above.exists() or above.is_symlink()) and not above.is_dir():
            return _blocked(above, "a file stands where a folder is needed")
    if not (target.exists() or target.is_symlink()):
        return None
    try:
        if target.is_file() and target.read_bytes() == content:
            return None
    except OSError:
        pass
    return _blocked(target, "there is a file of this name already, and it is not overwritten")


def _blocked(path: Path, message: str) -> Diagnostic:
    return error(
        "exists", message, location=Location(path=path.as_posix()), hint="move it away, or take another folder"
    )
