"""The files of `seeds/` that came from addresses: find what is held, and put beside it what is new.

`NAME.html` is the first that came, `NAME.r2.html` the next that differed, and so on; each has its sidecar. No file is
ever changed or deleted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from digest.config.facts import FACTS
from digest.config.yaml import read_yaml
from digest.diagnostics import DigestError, Location, error
from digest.fetch.naming import Place
from digest.store.files import create_atomically

FOLDER = "seeds"
SIDECAR = ".yml"
LARGEST = 200_000_000  # bytes of a held file that are read to compare it
VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One revision of what an address gave. Its sidecar keeps `headers`, and its SHA-256 as `noted`."""

    path: Path
    number: int
    has_sidecar: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    noted: str = ""

    def read(self) -> bytes:
        """Its bytes, but never more than can be wanted."""
        with self.path.open("rb") as file:
            return file.read(LARGEST)


def newest(root: Path, place: Place) -> Held | None:
    """The newest revision that is held of an address."""
    pattern = re.compile(rf"{re.escape(place.name)}(?:\.r([0-9]{{1,6}}))?((?:\.[a-z0-9]{{1,8}}){{1,2}})")
    best: tuple[int, str] | None = None
    names = _names(root / FOLDER / place.host)
    for name in names:
        match = pattern.fullmatch(name)
        if match and match[2] not in (SIDECAR, ".yaml"):
            best = max(best or (0, ""), (int(match[1] or 1), name))
    if best is None:
        return None
    number, name = best
    path = root / FOLDER / place.host / name
    beside = f"{Revision(place, number).stem}{SIDECAR}"
    headers, noted = _facts(path.with_name(beside), root) if beside in names else ({}, "")
    return Held(path=path, number=number, has_sidecar=beside in names, headers=headers, noted=noted)


class Revision(NamedTuple):
    """One edition of what an address gives, counted from 1."""

    place: Place
    number: int

    @property
    def stem(self) -> str:
        """The name of its files without the extension."""
        return self.place.name if self.number == 1 else f"{self.place.name}.r{self.number}"


def names_held(root: Path, host: str) -> set[str]:
    """The names of all places of a host of which something is held: one look into the folder for many questions."""
    names = _names(root / FOLDER / host)
    return {name.partition(".")[0] for name in names if not name.endswith((SIDECAR, ".yaml"))}


def put(root: Path, revision: Revision, data: bytes, *, ending: str, sidecar: bytes) -> Path:
    """Write a revision and its sidecar, and give the path. Raises DigestError or OSError where that cannot be."""
    path = safe_folder(root, FOLDER, revision.place.host) / f"{revision.stem}{ending}"
    create_atomically(path, data)
    put_sidecar(root, revision, sidecar)
    return path


def put_sidecar(root: Path, revision: Revision, sidecar: bytes) -> None:
    """Write a sidecar where there is none; one that is there may hold an editor's words."""
    folder = safe_folder(root, FOLDER, revision.place.host)
    with suppress(FileExistsError):
        create_atomically(folder / f"{revision.stem}{SIDECAR}", sidecar)


def safe_folder(root: Path, *names: str) -> Path:
    """A folder of the project, made where it is missing. Raises DigestError where a link leads elsewhere."""
    folder = root
    for name in names:
        folder = folder / name
        shown = Location(path=folder.relative_to(root).as_posix())
        if folder.is_symlink():
            hint = "digest writes there, and follows no link; put a folder in its place"
            raise DigestError([error("linked-folder", "this folder is a link", location=shown, hint=hint)])
        try:
            folder.mkdir(exist_ok=True)
        except OSError as problem:
            text = f"this folder cannot be made ({problem.strerror})"
            raise DigestError([error("unwritable", text, location=shown)]) from None
    return folder


def _names(folder: Path) -> frozenset[str]:
    try:
        with os.scandir(folder) as entries:
            return frozenset(entry.name for entry in entries if entry.is_file(follow_symlinks=False))
    except OSError:
        return frozenset()


def _facts(path: Path, root: Path) -> tuple[Mapping[str, str], str]:
    """The kept headers and the SHA-256 in a sidecar; what is wrong with it `digest check` says."""
    document = read_yaml(path, root=root)
    values = FACTS.read(document.root, document.report, name="this file") if document.root is not None else None
    fetched = (values or {}).get("fetched", {})
    headers = {name.lower(): setting.value.value for name, setting in fetched.get("headers", {}).items()}
    return headers, fetched["sha256"].value if "sha256" in fetched else ""
