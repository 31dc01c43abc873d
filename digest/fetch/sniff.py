"""Tell what came: first by its bytes, then by what the server calls it, then by its address."""

from __future__ import annotations

import re
import zlib
from enum import StrEnum

LOOKED_AT = 8_192  # bytes
GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31
# What may stand before the first element: blanks, the XML declaration, remarks, other declarations.
BEFORE = re.compile(
    rb"(?:\s+|<\?[^>]{0,500}\?>|<!--.{0,2000}?-->|<!DOCTYPE\s[^>\[]{0,500}>)*", re.DOTALL | re.IGNORECASE
)
ELEMENT = re.compile(rb"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})")  # "<html", "<rdf:RDF"
IS_HTML = re.compile(rb"(?:^|\s)<!doctype\s+html|<html[\s>]", re.IGNORECASE)
HTML = frozenset(
    b"html head body title meta link script style div p a h1 h2 h3 article main section table span b i ul ol".split()
)
FEEDS = frozenset((b"rss", b"feed", b"rdf"))
MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]{0,40}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n)*){3,}\r?\n")
MAIL_NAMES = (b"from:", b"subject:", b"date:", b"mime-version:", b"received:")
JSON_TYPES = ("application/json", "application/feed+json", "application/ld+json", "text/json")
TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/x-opml": ".opml",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/warc": ".warc",
    "multipart/related": ".mhtml",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/markdown": ".md",
    "text/plain": ".txt",
    **dict.fromkeys(JSON_TYPES, ".json"),
}
ENDINGS = {
    ".htm": ".html", ".xhtml": ".html", ".rss": ".xml", ".atom": ".xml", ".mht": ".mhtml", ".markdown": ".md",
    ".html": ".html", ".xml": ".xml", ".json": ".json", ".jsonl": ".jsonl", ".opml": ".opml", ".warc": ".warc",
    ".eml": ".eml", ".csv": ".csv", ".md": ".md", ".txt": ".txt", ".mhtml": ".mhtml",
}  # fmt: skip
BINARY = ((b"%PDF-", "a PDF"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
          (b"PK\x03\x04", "a packed archive"), (b"RIFF", "a picture or sound"), (b"ID3", "a sound"))  # fmt: skip


class Kind(StrEnum):
    """What is done with it: a feed has entries, a list names feeds, anything else is kept as it is."""

    FEED = "feed"
    LIST = "list"
    PAGE = "page"


def ending_of(data: bytes, *, content_type: str = "", address: str = "") -> str:
    """The extension under which bytes are kept, such as ".html"; "" for what digest cannot read."""
    if data.startswith(GZIP):
        inner = _unpacked(data)
        ending = ending_of(inner, address=address.removesuffix(".gz")) if inner else ""
        return f"{ending}.gz" if ending else ""
    head = _as_ascii(data[:LOOKED_AT])
    return _by_bytes(head) or ("" if binary_name(head) else _by_name(content_type, address, head))


def binary_name(data: bytes) -> str:
    """What kind of binary file this is, or "" for a text."""
    known = next((name for start, name in BINARY if data.startswith(start)), "")
    return known or ("a binary file" if b"\0" in _as_ascii(data[:LOOKED_AT]) else "")


def kind_of(data: bytes, ending: str) -> Kind:
    """Whether this is a feed, a list of feeds, or something else."""
    if ending == ".opml":
        return Kind.LIST
    head = data[:LOOKED_AT]
    if ending == ".xml":
        return Kind.FEED if _element(_as_ascii(head)) in FEEDS else Kind.PAGE
    if ending == ".json" and b"jsonfeed.org/version" in head.replace(b"\\/", b"/"):
        return Kind.FEED
    return Kind.PAGE


def _by_bytes(head: bytes) -> str:
    if head.startswith(b"WARC/"):
        return ".warc"
    if MAIL.match(head) and sum(name in head.lower() for name in MAIL_NAMES) >= 2:
        return ".mhtml" if b"multipart/related" in head.lower() else ".eml"
    element = _element(head)
    if element == b"opml":
        return ".opml"
    if element in HTML or (element == b"" and IS_HTML.search(head)):
        return ".html"
    return ".xml" if element in FEEDS else ""


def _by_name(content_type: str, address: str, head: bytes) -> str:
    name = content_type.partition(";")[0].strip().lower()
    by_type, by_address = TYPES.get(name, ""), _ending_of_address(address)
    begins = head.lstrip()[:1]
    if begins == b"<" and by_type not in (".html", ".xml"):
        return ".xml" if head.lstrip().startswith(b"<?xml") or by_address == ".xml" else ".html"
    if begins in (b"{", b"[") and by_type != ".html":
        return ".jsonl" if ".jsonl" in (by_type, by_address) else ".json"
    if by_type == ".txt" and by_address in (".md", ".csv", ".eml"):
        return by_address
    return by_type or by_address or (".txt" if name.startswith("text/") or not name else "")


def _ending_of_address(address: str) -> str:
    last = address.partition("?")[0].rpartition("/")[2].lower()
    return ENDINGS.get(f".{last.rpartition('.')[2]}", "") if "." in last else ""


def _element(head: bytes) -> bytes:
    """The name of the first element, in small letters; b"" where the text begins with something else."""
    start = BEFORE.match(head)
    found = ELEMENT.match(head, start.end() if start else 0)
    return found[1].lower() if found else b""


def _as_ascii(head: bytes) -> bytes:
    """The beginning without a byte-order mark, and UTF-16 with one byte a sign."""
    for mark, encoding in ((b"\xef\xbb\xbf", ""), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            head = head[len(mark) :]
            return head.decode(encoding, "replace").encode("ascii", "replace") if encoding else head
    return head


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(GZIP_WINDOW).decompress(data[:LOOKED_AT], LOOKED_AT)
    except zlib.error:
        return b""
