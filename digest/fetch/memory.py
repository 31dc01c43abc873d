"""What is remembered between runs, in `.digest/fetch.json`: when an address was asked, and how long that is good.

It only spares requests. It may be deleted at any time: what was fetched lies in `seeds/`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.fetch.sidecar import moment
from digest.store.files import write_atomically

NAME = ".digest/fetch.json"
LARGEST = 50_000_000  # bytes
MOST = 20_000  # addresses; the longest unasked are forgotten
AFTER_FAILURE = 86_400  # seconds: a page that is not there today is not asked for again before tomorrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The last time an address was asked. Nothing is asked before `until`; `failed` is the code of what went wrong.

    `headers` are the latest validators (etag, last-modified), good as long as the held file has the hash `sha256`.
    """

    at: str
    until: str = ""
    failed: str = ""
    sha256: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    def is_fresh(self, now: dt.datetime) -> bool:
        """Whether there is no need to ask again. A time in the future is a clock that was wrong: then there is."""
        return self.at <= moment(now) < self.until


class Memory:
    """The last visit of each address, by its identity."""

    def __init__(self, visits: Mapping[str, Visit] | None = None) -> None:
        self._visits = dict(visits or {})

    def last(self, key: str) -> Visit | None:
        """The last visit of an address, if there was one."""
        return self._visits.get(key)

    def note(self, key: str, visit: Visit) -> None:
        """Remember a visit in place of the one before."""
        self._visits.pop(key, None)
        self._visits[key] = visit

    def render(self) -> bytes:
        """As JSON, the longest unasked first."""
        kept = list(self._visits.items())[-MOST:]
        data = {key: {name: value for name, value in _as_data(visit).items() if value} for key, visit in kept}
        return (json.dumps(data, ensure_ascii=False, indent=0) + "\n").encode("utf-8", "replace")


def read_memory(root: Path) -> Memory:
    """What was remembered; nothing, where the file is missing or cannot be read."""
    path = root / NAME
    try:
        if path.is_symlink() or path.parent.is_symlink() or path.stat().st_size > LARGEST:
            return Memory()
        data = json.loads(path.read_bytes())
        return Memory({key: _visit(value) for key, value in data.items()})
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return Memory()


def write_memory(root: Path, memory: Memory) -> None:
    """Write it down. Where that cannot be, nothing is lost but a few requests."""
    path = root / NAME
    try:
        if not (path.is_symlink() or path.parent.is_symlink()):
            write_atomically(path, memory.render())
    except OSError:
        pass


def until(now: dt.datetime, seconds: float) -> str:
    """The end of a span of time from now."""
    return moment(now + dt.timedelta(seconds=seconds))


def _visit(data: Mapping[str, object]) -> Visit:
    headers = data.get("headers", {})
    if not isinstance(headers, dict):
        raise TypeError("headers are names with values")
    texts = {name: str(data.get(name, "")) for name in ("at", "until", "failed", "sha256")}
    return Visit(headers=tuple((str(name), str(value)) for name, value in headers.items()), **texts)


def _as_data(visit: Visit) -> dict[str, object]:
    return {
        "at": visit.at, "until": visit.until, "failed": visit.failed, "sha256": visit.sha256,
        "headers": dict(visit.headers),
    }  # fmt: skip
