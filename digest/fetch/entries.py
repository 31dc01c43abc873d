"""Read what a feed, a list of feeds or a table of addresses names: just enough to know what to fetch.

| what | taken |
|---|---|
| RSS, RDF, Atom, JSON Feed | each entry's link, title, day, key, and whether its text is there or only a summary |
| OPML | the addresses of its feeds |
| CSV | the column of addresses |
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urljoin

from lxml import etree

from digest.config.values import is_web_address
from digest.fetch.waiting import http_date

MOST = 100_000  # entries of one feed
TAG = re.compile(r"<[^<>]{0,2000}>")  # "<p class=x>"
FULL_CONTENT = 600  # characters of what a feed calls the content: "content:encoded", "content_html"
FULL_SUMMARY = 2_000  # characters of what it calls a description: some feeds put the whole text there
CUT = re.compile(r"(?:…|\.\.\.|\[[^\]]{0,20}\]|(?:read|continue|more)[^.!?]{0,60})\s*\Z", re.IGNORECASE)  # "Read more"
LINK = re.compile(rb"<link\s[^<>]{1,2000}>", re.IGNORECASE)  # in a page: <link rel="alternate" type=… href=…>
ATTRIBUTE = re.compile(rb"""([a-z]{1,20})\s{0,9}=\s{0,9}(["']?)([^"'<>\s]{1,2000})\2""", re.IGNORECASE)
FEED_TYPES = (b"application/rss+xml", b"application/atom+xml", b"application/feed+json")
COLUMNS = ("address", "url", "link", "href", "uri", "web address", "article url", "article_url", "source_url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed. `key` tells it from the others, `content` is the hash of all that it says."""

    key: str
    content: str
    link: str | None = None
    title: str = ""
    published: dt.datetime | None = None
    has_full_text: bool = False


def entries_of(data: bytes) -> list[Entry]:
    """The entries of a feed, in its order; none, where the bytes are no feed."""
    if data.lstrip()[:1] == b"{":
        return _of_json(data)
    root = _xml(data)
    if root is None:
        return []
    found: dict[str, Entry] = {}
    for element in root.iter():
        if _name(element) in ("item", "entry"):
            entry = _of_xml(element)
            found.setdefault(entry.key, entry)
            if len(found) >= MOST:
                break
    return list(found.values())


def ttl_of(data: bytes) -> int:
    """The seconds for which a feed says that it need not be asked again (RSS `ttl`, in minutes); 0 if it does not."""
    root = _xml(data) if data.lstrip()[:1] == b"<" else None
    channel = next((child for child in root if _name(child) == "channel"), None) if root is not None else None
    text = next((_text(child) for child in channel if _name(child) == "ttl"), "") if channel is not None else ""
    return int(text) * 60 if re.fullmatch(r"[0-9]{1,6}", text) else 0


def feeds_of_opml(data: bytes) -> list[str]:
    """The addresses of the feeds in an OPML list, each once, in its order."""
    root = _xml(data)
    outlines = (e for e in root.iter() if _name(e) == "outline") if root is not None else ()
    stated = (value for e in outlines for name, value in e.attrib.items() if str(name).lower() == "xmlurl")
    return list(dict.fromkeys(url for value in stated if is_web_address(url := str(value).strip())))


def feeds_of_page(data: bytes, *, address: str) -> list[str]:
    """The addresses of the feeds that a page names in its head."""
    found = []
    for tag in LINK.findall(data):
        attributes = {name.lower(): value for name, _, value in ATTRIBUTE.findall(tag)}
        if attributes.get(b"type", b"").lower() in FEED_TYPES and b"href" in attributes:
            with suppress(ValueError):
                found.append(urljoin(address, html.unescape(attributes[b"href"].decode("utf-8", "replace"))))
    return [url for url in found if is_web_address(url)]


def addresses_of_csv(data: bytes) -> list[str]:
    """The addresses in a table, each once: those of the column that is called so, else of the first that holds any."""
    text = data.decode("utf-8-sig", "replace").replace("\0", "")
    first = text[:4096].partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        return []
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    named = next((head.index(name) for name in COLUMNS if name in head), None)
    widest = max((len(row) for row in rows[:100]), default=0)
    columns = [named] if named is not None else range(min(widest, 100))
    for column in columns:
        cells = (row[column].strip() for row in rows if len(row) > column)
        found = list(dict.fromkeys(cell for cell in cells if is_web_address(cell)))
        if found:
            return found
    return []


def _xml(data: bytes) -> Any:
    """The root of an XML document, read leniently, without loading or expanding anything; None where there is none."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _of_xml(element: Any) -> Entry:
    parts: dict[str, str] = {}
    link = None
    for child in element:
        name = _name(child)
        if name == "link":
            link = link or _link(child)
        elif name and name not in parts:
            parts[name] = _text(child)
    guid = parts.get("guid") or parts.get("id") or ""
    link = link or (guid if is_web_address(guid) else None)
    content = parts.get("encoded") or parts.get("content") or ""
    summary = parts.get("description") or parts.get("summary") or ""
    stated = _Stated(
        key=guid, link=link, title=parts.get("title", ""), content=content, summary=summary,
        published=parts.get("pubDate") or parts.get("published") or parts.get("date") or "",
        updated=parts.get("updated", ""),
    )  # fmt: skip
    return _entry(stated)


def _link(element: Any) -> str | None:
    """RSS writes a link as text, Atom as `href`; of Atom's links only the one to the page itself counts."""
    if element.get("rel", "alternate") != "alternate":
        return None
    return (element.get("href") or _text(element)).strip() or None


def _of_json(data: bytes) -> list[Entry]:
    try:
        feed = json.loads(data)
        items = feed.get("items", [])
    except (ValueError, AttributeError, RecursionError):
        return []
    found: dict[str, Entry] = {}
    for item in items[:MOST] if isinstance(items, list) else ():
        if isinstance(item, dict):
            entry = _of_item(item)
            found.setdefault(entry.key, entry)
    return list(found.values())


def _of_item(item: Mapping[str, object]) -> Entry:
    def text(*names: str) -> str:
        return next((str(item[n]).strip() for n in names if isinstance(item.get(n), (str, int))), "")

    stated = _Stated(
        key=text("id"), link=text("url", "external_url") or None, title=text("title"), summary=text("summary"),
        content=text("content_html", "content_text"), published=text("date_published"), updated=text("date_modified"),
    )  # fmt: skip
    return _entry(stated)


class _Stated(NamedTuple):
    """What an entry says, whatever the format."""

    key: str
    link: str | None
    title: str
    content: str
    summary: str
    published: str
    updated: str


def _entry(stated: _Stated) -> Entry:
    everything = "\x1f".join(part or "" for part in stated)
    digest = hashlib.sha256(everything.encode("utf-8", "surrogatepass")).hexdigest()
    return Entry(
        key=stated.key or stated.link or digest,
        content=digest,
        link=stated.link,
        title=" ".join(stated.title.split()),
        published=_moment(stated.published or stated.updated),
        has_full_text=_is_full(stated.content, FULL_CONTENT) or _is_full(stated.summary, FULL_SUMMARY),
    )


def _is_full(text: str, least: int) -> bool:
    plain = " ".join(html.unescape(TAG.sub(" ", text)).split())
    return len(plain) >= least and not CUT.search(plain[-100:])


def _moment(text: str) -> dt.datetime | None:
    """A date as feeds write it: "Wed, 04 Mar 2026 08:00:00 GMT", "2026-03-04T08:00:00Z"."""
    if not text:
        return None
    try:
        found = dt.datetime.fromisoformat(text.strip()[:40])
        return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
    except ValueError:
        return http_date(text.strip())


def _name(element: Any) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any) -> str:
    return "".join(_texts(element)).strip()


def _texts(element: Any) -> Iterator[str]:
    for part in element.itertext(with_tail=False):
        if isinstance(part, str):
            yield part
