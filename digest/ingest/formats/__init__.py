"""The file formats that can be read: one module each, found by looking into this folder.

A format module has `EXTENSIONS`, such as `(".txt",)`, and one of these two:

- `read(text, *, path) -> Content`: says where in the file's text the article begins and what the file states about it;
- `read_bytes(data, *, path) -> Content`: for what is no plain text; takes the article's text out of the bytes.

`LARGEST`, in bytes, is how large a file of the format may be, if not as large as a text.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from digest.ingest.content import Content
from digest.ingest.decode import decode

Reader = Callable[[bytes, str], Content]
"""Reads a file's bytes; the second argument is its path, for messages."""

LARGEST = 5_000_000  # bytes: some fifty times the longest newspaper story


class Format(NamedTuple):
    """How files of one extension are read, and how large they may be."""

    read: Reader
    largest: int = LARGEST


@cache
def formats() -> Mapping[str, Format]:
    """The format for each extension, in lower case and with its dots."""
    found: dict[str, Format] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        module = import_module(f"{__name__}.{info.name}")
        reader = _of_bytes(module.read_bytes) if hasattr(module, "read_bytes") else _of_text(module.read)
        found |= dict.fromkeys(module.EXTENSIONS, Format(reader, getattr(module, "LARGEST", LARGEST)))
    return MappingProxyType(found)


def extension(name: str) -> str:
    """The extension of a file by which it is read, or its last one: "a.html" → ".html", "A.HTML.GZ" → ".html.gz"."""
    dots = [i for i, ch in enumerate(name) if ch == "." and i]
    whole = [name[i:].lower() for i in dots[-2:]]
    return next((end for end in whole if end in formats()), whole[-1] if whole else "")


def _of_bytes(read: Callable[..., Content]) -> Reader:
    return lambda data, path: read(data, path=path)


def _of_text(read: Callable[..., Content]) -> Reader:
    """Decode first; what is no text at all gives a content without text, and says why."""

    def reader(data: bytes, path: str) -> Content:
        text, encoding, problems = decode(data, path=path)
        if text is None:
            return Content(diagnostics=problems)
        content = read(text, path=path)
        return content._replace(text=text, encoding=encoding, diagnostics=(*problems, *content.diagnostics))

    return reader
