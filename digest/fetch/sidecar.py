"""Write down beside a file where it came from: when, from which address, and what the server said of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

KEPT = ("content-type", "etag", "last-modified", "date", "cache-control", "content-language")
LONGEST = 1000  # characters of a header
PLAIN = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9 _./;=-]*(?<! )|https?://[A-Za-z0-9_./?=&%~+-]+(?<!-)"
)  # needs no quotation marks in YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """How a file came: the address as it was asked for, where it led to, when, and what the server said."""

    address: str
    final: str
    at: dt.datetime
    status: int
    headers: Mapping[str, str]
    publisher: str | None = None


def sidecar(coming: Coming, data: bytes) -> bytes:
    """The text of a sidecar, as UTF-8."""
    lines = [f"publisher: {_text(coming.publisher)}"] if coming.publisher else []
    lines += ["fetched:", f"  address: {_text(coming.address)}"]
    if coming.final != coming.address:
        lines.append(f"  final: {_text(coming.final)}")
    lines += [f"  at: {moment(coming.at)}", f"  status: {coming.status}"]
    kept = {name: value for name in KEPT if (value := clean_header(coming.headers.get(name, "")))}
    if kept:
        lines += ["  headers:", *(f"    {name}: {_text(value)}" for name, value in kept.items())]
    lines += [f"  sha256: {hashlib.sha256(data).hexdigest()}", f"  bytes: {len(data)}"]
    return ("\n".join(lines) + "\n").encode()


def moment(at: dt.datetime) -> str:
    """A time as the sidecar has it: 2026-03-04T08:00:00Z."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clean_header(value: str) -> str:
    """A header's value on one line, in signs that can be seen."""
    return " ".join("".join(ch if ch.isprintable() else " " for ch in value[:LONGEST]).split())


def _text(value: str) -> str:
    """A text as YAML: plain where that is safe, else in quotation marks, as JSON writes them."""
    if PLAIN.fullmatch(value) and not value.isdecimal():
        return value
    printable = "".join(ch if ch.isprintable() else "\N{REPLACEMENT CHARACTER}" for ch in value)
    return json.dumps(printable, ensure_ascii=False)
