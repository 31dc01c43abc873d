"""Write archives of the web, right and wrong ones, byte by byte."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Mapping
from typing import Any

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>{title}</h1>
<p>Dock workers walked out on Tuesday night, and the port was quiet by the early morning. {more}</p>
<p>The union said that the talks had failed because the owners would not speak about pay at all.</p></article>
</body></html>
"""


def record(case: Mapping[str, Any]) -> bytes:
    """One record as a case describes it."""
    kind = case.get("type", "response")
    body = _body(case)
    if kind in ("response", "revisit"):
        headers = {"Content-Type": f"text/html; charset={case.get('charset', 'utf-8')}"} | _codings(case)
        headers |= case.get("headers", {})
        body = _head(f"HTTP/1.1 {case.get('status', 200)} Said", headers) + body
    length = case.get("length", 0)
    stated = length if isinstance(length, str) else str(len(body) + length)
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": case.get("address", ""),
        "WARC-Date": str(case.get("day", "2026-03-04T08:00:00Z")),
        "Content-Type": {"resource": "text/html", "response": "application/http; msgtype=response"}.get(kind, "x/y"),
        "Content-Length": stated,
    }
    if stated == "none":
        del head["Content-Length"]
    return _head("WARC/1.0", head) + body + b"\r\n\r\n"


def chunked(body: bytes, size: int = 100) -> bytes:
    """A body in chunks."""
    pieces = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _body(case: Mapping[str, Any]) -> bytes:
    page = PAGE.format(title=case["page"], more=case.get("more", "")) if "page" in case else case.get("body", "")
    body = page.encode(case.get("charset", "utf-8"))
    for coding in case.get("coded", ()):
        raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        coders = {
            "chunked": chunked,
            "gzip": lambda data: gzip.compress(data, mtime=0),
            "deflate": zlib.compress,
            "raw": lambda data, raw=raw: raw.compress(data) + raw.flush(),
        }
        body = coders[coding](body)
    return body


def _codings(case: Mapping[str, Any]) -> dict[str, str]:
    coded = case.get("coded", ())
    content = {"gzip": "gzip", "deflate": "deflate", "raw": "deflate"}
    found = dict(("Content-Encoding", content[name]) for name in coded if name in content)  # noqa: C402
    return found | ({"Transfer-Encoding": "chunked"} if "chunked" in coded else {})


def _head(first: str, headers: Mapping[str, Any]) -> bytes:
    return "\r\n".join([first, *(f"{name}: {value}" for name, value in headers.items()), "", ""]).encode()
