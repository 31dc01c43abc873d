"""Make editions in different ways, and compare all of what they say."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from digest.config.project import find_project
from digest.pipeline import Edition, make_edition


def pages_of(project: Path, **help: Any) -> str:  # noqa: A002
    """The SHA-256 of an edition's pages, made with the help that `make_edition` takes."""
    return said_by(make_edition(find_project(project), **help))


def said_by(edition: Edition) -> str:
    """The SHA-256 of all pages, and of the lock."""
    whole = hashlib.sha256(repr(edition.lock).encode())
    for page in edition.pages:
        whole.update(f"{page.path}\n{page.text}\n".encode())
    return whole.hexdigest()
