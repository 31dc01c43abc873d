"""Give every article an id: the path below the folder, in plain letters, and unique."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath, PurePosixPath
from typing import TypeVar

P = TypeVar("P", bound=PurePath)

NOT_ID = re.compile(r"[^a-z0-9_]+")
LONGEST = 80
REVISION = re.compile(r"\.r(\d{1,6})(?=\.|$)")  # "harbour.r2.html": what came later of "harbour.html"


def article_ids(paths: Iterable[PurePosixPath]) -> Mapping[PurePosixPath, str]:
    """Name the articles of a folder, given their paths below it.

    `World/Trade talks.txt` → `world-trade-talks`. Paths that would share a name get their extension added, and, if
    that does not tell them apart, a short hash of the path. The order of the paths does not matter.
    """
    plain = {path: slug(str(_unpacked(path).with_suffix(""))) for path in paths}
    for longer in (_with_extension, _with_hash):
        uses = Counter(plain.values())
        plain = {path: longer(path, name) if uses[name] > 1 else name for path, name in plain.items()}
    return plain


def ids_ever(path: PurePosixPath) -> tuple[str, ...]:
    """All ids that a file may have had in whatever company, those that tell more first."""
    plain = slug(str(_unpacked(path).with_suffix("")))
    longer = _with_extension(path, plain)
    return tuple(dict.fromkeys((_with_hash(path, longer), longer, plain)))


def _unpacked(path: PurePosixPath) -> PurePosixPath:
    """The path without what says that the file is packed: "a.html.gz" → "a.html"."""
    return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def revision(path: PurePath) -> int:
    """Which revision of an article a file is, by its name: "harbour.html" → 1, "harbour.r2.html" → 2."""
    hit = REVISION.search(path.name)
    return int(hit[1]) if hit else 1


def unrevised(path: P) -> P:
    """The path of an article's first revision: "harbour.r2.html" → "harbour.html"."""
    return path.with_name(REVISION.sub("", path.name, count=1) or path.name)


def part_id(file_id: str, key: str) -> str:
    """The id of one article of many in a file: it depends on the file's id and the article's key alone."""
    return f"{file_id}-{_hash(key, digits=12)}" if key else file_id


def slug(text: str) -> str:
    """Reduce a text to lower-case ASCII letters, digits, `_` and single hyphens; a hash where nothing is left."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = NOT_ID.sub("-", ascii_only).strip("-")
    if len(name) > LONGEST:
        name = f"{name[:LONGEST].rstrip('-')}-{_hash(text)}"
    return name or f"article-{_hash(text)}"


def _with_extension(path: PurePosixPath, name: str) -> str:
    suffix = _unpacked(path).suffix
    return f"{name}-{slug(suffix)}" if suffix else name


def _with_hash(path: PurePosixPath, name: str) -> str:
    return f"{name}-{_hash(str(path))}"


def _hash(text: str, *, digits: int = 8) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
