"""Models' answers, kept in the repository: one file for each question, under the question's key.

A build reads them and asks nobody. They are the editors' to commit, to look at and to delete; a sentence that was
changed by hand is checked like any other.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from digest.diagnostics import Diagnostic, Location, warning
from digest.store.files import inside, write_atomically

Kept = tuple[str, Mapping[str, Any]]
"""A model's name, and its answer."""
FOLDER = "rewritten"  # below stories/
MOST_BYTES = 100_000
KEY = 64  # characters of a SHA-256


def read_rewritten(stories: Path, *, root: Path) -> tuple[dict[str, Kept], tuple[Diagnostic, ...]]:
    """All kept answers, by key: the model's name, and its answer. A file that cannot be read is a warning."""
    kept: dict[str, Kept] = {}
    problems = []
    for path in sorted((stories / FOLDER).glob("*.json")):
        try:
            kept[path.stem] = _read(path, root)
        except (OSError, ValueError, RecursionError) as problem:
            hint = "delete it, and run `digest rewrite` if the story shall have other words"
            place = Location(path=path.relative_to(root).as_posix())
            problems.append(
                warning("rewritten", f"this kept answer cannot be read: {problem}", location=place, hint=hint)
            )
    return kept, tuple(problems)


def write_rewritten(stories: Path, key: str, *, story: str, model: str, answer: Mapping[str, Any]) -> Path:
    """Keep an answer; return its file."""
    path = stories / FOLDER / f"{key}.json"
    data = {"story": story, "model": model, "answer": answer}
    write_atomically(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
    return path


def drop_others(stories: Path, keys: Collection[str]) -> tuple[Path, ...]:
    """Delete the answers that no story asks for any more; return their files."""
    gone = [p for p in sorted((stories / FOLDER).glob("*.json")) if p.stem not in keys and len(p.stem) == KEY]
    for path in gone:
        path.unlink()
    return tuple(gone)


def _read(path: Path, root: Path) -> Kept:
    if not inside(path, root):
        raise ValueError("it lies outside of the project")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES} bytes")
    found = json.loads(data)
    if (
        not isinstance(found, dict)
        or not isinstance(found.get("model"), str)
        or not isinstance(found.get("answer"), dict)
    ):
        raise ValueError("it needs a model and an answer")
    return found["model"][:100], found["answer"]
