"""Read a feed in a test: its bytes in, its contents out."""

from __future__ import annotations

import io
from pathlib import Path

from digest.ingest.content import Content, Told
from digest.ingest.formats import extension, format_of

CASES = Path(__file__).parent / "cases"
VALUES = Path(__file__).parent / "values"


def contents(data: bytes, *, name: str = "feed.xml", address: str = "") -> list[Content]:
    """What the format for a file's name finds in some bytes."""
    form = format_of(extension(name))
    assert form is not None
    stream = io.BytesIO(data)
    return list(form.read(stream, name, Told(address=address)))  # type: ignore[arg-type]


def articles(found: list[Content]) -> list[Content]:
    """Those that hold a text."""
    return [content for content in found if content.text is not None]


def codes(found: list[Content]) -> list[str]:
    """The codes of all diagnostics."""
    return [problem.code for content in found for problem in content.diagnostics]
