"""Plain text: the whole file is the article."""

from __future__ import annotations

from digest.ingest.content import Content

EXTENSIONS = (".txt",)


def read(text: str, *, path: str) -> Content:
    """Take the file as it is."""
    return Content()
