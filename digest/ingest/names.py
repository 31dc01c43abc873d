"""Give every article an id: the path below the folder, in plain letters, and unique."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

NOT_ID = re.compile(r"[^a-z0-9_]+")
LONGEST = 80


def article_ids(paths: Sequence[PurePosixPath]) -> Mapping[PurePosixPath, str]:
    """Name the articles of a folder, given their paths below it.

    `World/Trade talks.txt` → `world-trade-talks`. Paths that would share a name get their extension added, and, if
    that does not tell them apart, a short hash of the path. The order of the paths does not matter.
    """
    plain = {path: slug(str(_unpacked(path).with_suffix(""))) for path in paths}
    for longer in (_with_extension, _with_hash):
        uses = Counter(plain.values())
        plain = {path: longer(path, name) if uses[name] > 1 else name for path, name in plain.items()}
    return plain


def _unpacked(path: PurePosixPath) -> PurePosixPath:
    """The path without what says that the file is packed: "a.html.gz" → "a.html"."""
    return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def slug(text: str) -> str:
    """Reduce a text to lower-case ASCII letters, digits, `_` and single hyphens; a hash where nothing is left."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = NOT_ID.sub("-", ascii_only).strip("-")
    if len(name) > LONGEST:
        name = f"{name[:LONGEST].rstrip('-')}-{_hash(text)}"
    return name or f"article-{_hash(text)}"


def _with_extension(path: PurePosixPath, name: str) -> str:
    return f"{name}-{slug(path.suffix)}" if path.suffix else name


def _with_hash(path: PurePosixPath, name: str) -> str:
    return f"{name}-{_hash(str(path))}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
