"""The file formats that can be read: one module each, found by looking into this folder.

A format module has `EXTENSIONS`, such as `(".txt",)`, and one of these three:

- `read(text, *, path) -> Content`: says where in the file's text the article begins and what the file states about it;
- `read_bytes(data, *, path, told) -> Content`: for what is no plain text; takes the article out of the bytes;
- `read_many(stream, *, path, told) -> Iterator[Content]`: for what holds many articles; yields one after the other,
  each with its `part` and `key`, without ever having all of the file in memory, if it may be large.

Any of them may come packed with gzip: that is undone before. What cannot be read is yielded as a content without text
that says why, or raised as BrokenFileError, which ends the file; what was yielded before stays.

`LARGEST`, in bytes, is how large a file of the format may be, packed or not, if not as large as a text; `IF_LARGER` is
the way out of that.
"""

from __future__ import annotations

import io
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from digest.ingest.content import Content, Told
from digest.ingest.decode import decode

Reader = Callable[[io.RawIOBase, str, Told], Iterator[Content]]
"""Reads a file's unpacked bytes; the second argument is its path, for messages."""

LARGEST = 5_000_000  # bytes: some fifty times the longest newspaper story
IF_LARGER = "one file holds one article; split the file, or move it out of the folder"
PACKED = ".gz"


class Format(NamedTuple):
    """How files of one extension are read, how large they may be, and what to do about one that is larger."""

    read: Reader
    largest: int = LARGEST
    if_larger: str = ""


@cache
def formats() -> Mapping[str, Format]:
    """The format for each extension, in lower case and with its dots, and without that of packing."""
    found: dict[str, Format] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        module = import_module(f"{__name__}.{info.name}")
        largest = getattr(module, "LARGEST", LARGEST)
        if_larger = "" if hasattr(module, "read_many") else getattr(module, "IF_LARGER", IF_LARGER)
        found |= dict.fromkeys(module.EXTENSIONS, Format(_reader(module), largest, if_larger))
    return MappingProxyType(found)


def extension(name: str) -> str:
    """The extension of a file by which it is read, or its last one: "a.html" → ".html", "A.HTML.GZ" → ".html.gz"."""
    dots = [i for i, ch in enumerate(name) if ch == "." and i]
    whole = [name[i:].lower() for i in dots[-2:]]
    return next((end for end in whole if format_of(end)), whole[-1] if whole else "")


def format_of(ending: str) -> Format | None:
    """The format of files with an extension, which may say that they are packed; None where it is not known."""
    return formats().get(ending.removesuffix(PACKED))


def _reader(module: Any) -> Reader:
    if hasattr(module, "read_many"):
        return lambda stream, path, told: module.read_many(io.BufferedReader(stream), path=path, told=told)
    if hasattr(module, "read_bytes"):
        return lambda stream, path, told: iter((module.read_bytes(stream.read(), path=path, told=told),))
    return lambda stream, path, told: iter((_of_text(module, stream.read() or b"", path),))


def _of_text(module: Any, data: bytes, path: str) -> Content:
    """Decode first; what is no text at all gives a content without text, and says why."""
    text, encoding, problems = decode(data, path=path)
    if text is None:
        return Content(diagnostics=problems)
    content: Content = module.read(text, path=path)
    return content._replace(text=text, encoding=encoding, diagnostics=(*problems, *content.diagnostics))
