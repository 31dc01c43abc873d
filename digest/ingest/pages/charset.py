"""Find a page's encoding: the byte order mark, else UTF-8 where it fits, else what the page says of itself."""

from __future__ import annotations

import codecs
import re

from digest.diagnostics import Diagnostic, Location, warning
from digest.ingest.decode import MARKS, mend

# In a page's <meta charset="gbk">, in the older "text/html; charset=gbk", in an XML declaration's encoding="gbk".
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9][\w.:-]{1,30})""")
LOOKED_AT = 8_192  # bytes in which a page must name its charset
# What browsers take these names for: the larger sets that writers of pages mean by them.
MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
SHIFTED = frozenset({"iso2022_jp", "iso2022_kr", "hz"})  # they look like ASCII, and so like UTF-8
MOST_BAD = 0.02  # share of characters


def decode_page(data: bytes, *, path: str, told: str = "") -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Decode a page; give the text, the encoding's name, and what was wrong. `told` is what its wrapping says."""
    text, encoding, problems = _decode(data, path, told)
    better, said = mend(text, path=path)
    return better, encoding, (*problems, *said)


def _decode(data: bytes, path: str, told: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, path)
    if data[:2] in (b"<\0", b"\0<"):
        return _decoded(data, "utf-16-le" if data[1] == 0 else "utf-16-be", path)
    declared = declared_encoding(data, told=told)
    if declared in SHIFTED:
        return _decoded(data, declared, path)
    try:
        return data.decode("utf-8").replace("\0", ""), "utf-8", ()
    except UnicodeDecodeError as broken:
        if declared and declared != "utf-8":
            return _decoded(data, declared, path)
        return _undeclared(data, broken, path)


def declared_encoding(data: bytes, *, told: str = "") -> str:
    """The encoding that is told from outside, else the one that the file names; "" where that is none."""
    return _codec(told) or _codec(_declared(data))


def _declared(data: bytes) -> str:
    hit = DECLARED.search(data[:LOOKED_AT])
    return hit[1].decode("ascii", "replace") if hit else ""


def _codec(name: str) -> str:
    """Python's name of a text encoding, or "" where it knows none: never one that unpacks or runs anything."""
    try:
        found = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return ""
    if not getattr(found, "_is_text_encoding", False) or found.name in ("idna", "punycode", "unicode_escape", "utf-7"):
        return ""
    if found.name.startswith(("utf-16", "utf-32", "raw_unicode")):  # it was read as ASCII, so it is none of these
        return ""
    return MEANT.get(found.name, found.name)


def _decoded(data: bytes, encoding: str, path: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    text = data.decode(encoding, "replace").replace("\0", "")
    bad = text.count("\ufffd")
    if bad <= MOST_BAD * len(text):
        return text, encoding, ()
    return text, encoding, (_unreadable(bad, encoding, path),)


def _undeclared(data: bytes, broken: UnicodeDecodeError, path: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Mostly valid UTF-8 stays UTF-8 with its bad bytes marked; the rest is windows-1252."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    bad = text.count("\ufffd")
    if sum(ch > "\x7f" for ch in text) - bad > bad:
        return text, "utf-8", (_unreadable(bad, "utf-8", path),)
    problem = warning(
        "encoding-assumed",
        "this page is not UTF-8 and names no other encoding; it was read as windows-1252",
        location=Location(path=path, line=data.count(b"\n", 0, broken.start) + 1),
    )
    return data.decode("cp1252", "replace").replace("\0", ""), "windows-1252", (problem,)


def _unreadable(bad: int, encoding: str, path: str) -> Diagnostic:
    return warning(
        "unreadable-characters",
        f"{bad} characters are not valid {encoding.upper()}; each is shown as \ufffd",
        location=Location(path=path),
        hint="save the page again from its source",
    )
