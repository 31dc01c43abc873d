"""The file formats that can be read: one module each, found by looking into this folder.

A format module has `EXTENSIONS`, such as `(".txt",)`, and
`read(text, *, path) -> Content`, which says where the article begins and what the file states about it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from digest.ingest.content import Content

Reader = Callable[..., Content]


@cache
def readers() -> Mapping[str, Reader]:
    """The reader for each extension, in lower case and with its dot."""
    found: dict[str, Reader] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        module = import_module(f"{__name__}.{info.name}")
        found |= dict.fromkeys(module.EXTENSIONS, module.read)
    return MappingProxyType(found)
