"""What is known about an article apart from its text: address, publisher, day, author, title."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from digest.config.nodes import Node, Pairs, Report, Scalar
from digest.config.overrules import DROP, KEEP, overrules_in
from digest.config.schema import Group, Key, ListOf, MapOf, TextOrTexts
from digest.config.values import Address, Day, Number, Text, is_web_address
from digest.config.web_values import Moment
from digest.config.yaml import parse_yaml
from digest.diagnostics import Diagnostic, Level
from digest.model import Overrule

KEYS = {
    "title": Key(
        type=Text(limit=500), about="The article's title, where the text has none.", also=("headline", "name")
    ),
    "url": Key(
        type=Address(),
        about="Where the article was published.",
        also=("link", "address", "canonical", "canonical_url", "permalink", "source_url", "uri", "href"),
    ),
    "publisher": Key(
        type=Text(limit=200),
        about="Who published it: an id of stories/publishers.yml, or a name.",
        also=("source", "outlet", "site", "site_name", "sitename", "newspaper"),
    ),
    "published": Key(
        type=Day(),
        about="The day of publication, such as 2022-04-19; or the moment with its zone, 2022-04-19T08:00:00+02:00.",
        also=("date", "day", "publish_date", "published_at", "date_published", "datepublished", "pubdate", "created"),
    ),
    "author": Key(
        type=TextOrTexts(text=Text(limit=500), texts=ListOf(item=Text(limit=200), named="names", limit=50)),
        about="Who wrote it, as the byline has it; or a list of names.",
        also=("by", "byline", "authors", "writer", "reporter"),
    ),
    "keep": KEEP,
    "drop": DROP,
}
FETCHED = Group(
    what="the details of how the file was fetched",
    unknown=Level.WARNING,
    keys={
        "address": Key(type=Address(), about="The address that was asked for.", required=True),
        "final": Key(type=Address(), about="Where that address led to, if it led elsewhere."),
        "at": Key(type=Moment(), about="When it was fetched, such as 2026-03-04T08:00:00Z."),
        "status": Key(type=Number(least=100, most=599), about="The status of the server's answer."),
        "headers": Key(
            type=MapOf(value=Text(limit=1000), named="headers, such as etag: value"),
            about="Those headers of the answer that say what the file is and how long it is good.",
        ),
        "sha256": Key(type=Text(limit=64), about="The SHA-256 of the file's bytes, in hexadecimal."),
        "bytes": Key(type=Number(least=0, most=999_999_999), about="The size of the file."),
    },
)
FACTS = Group(
    keys={**KEYS, "fetched": Key(type=FETCHED, about="How digest fetched the file; written by `digest add`.")},
    unknown=Level.WARNING,
    what="the facts about an article",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """How a file came from the web: the address asked for, the one it led to (if another), when, and what came.

    `content_type` is what the server called it, such as "text/html; charset=koi8-r".
    """

    address: str
    final: str | None = None
    at: dt.datetime | None = None
    status: int | None = None
    sha256: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What somebody states about an article. `publisher` is an id or a name. What is not stated is None.

    `published` is the day as it is written; `published_time` the moment, where a time with its zone is given.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    fetched: Fetched | None = None
    published_time: dt.datetime | None = None
    overrules: tuple[Overrule, ...] = ()


def parse_facts(
    text: str, *, path: str, first_line: int = 1, foreign: bool = False
) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Read a sidecar or a front matter block, without its `---` lines; `first_line` is the line where `text` begins.

    A value that is wrong is an error and left out. An unknown key is a warning where it looks like one that is known,
    else a note: another tool may have put it there. In `foreign` facts, which came with the article, keys may have the
    names that other tools give them, and errors come as warnings: what a stranger wrote must not stop the others.
    """
    document = parse_yaml(text, path=path, first_line=first_line)
    root = _renamed(document.root) if foreign and document.root is not None else document.root
    facts = read_facts(root, document.report) if root is not None else Facts()
    problems = document.report.finish()
    if foreign:
        problems = tuple(replace(p, level=Level.WARNING) if p.level is Level.ERROR else p for p in problems)
    return facts, problems


def read_facts(node: Node, report: Report) -> Facts:
    """Read the facts about one article from a node."""
    return facts_of(FACTS.read(node, report, name="this file") or {})


def _renamed(node: Node) -> Node:
    """The same with the names of keys that are used here: "date" → "published", "source: https://…" → "url"."""
    if not isinstance(node, Pairs):
        return node
    given = {key.text for key, _ in node.pairs}
    pairs = []
    for key, value in node.pairs:
        name = next((name for name, known in KEYS.items() if key.text.lower() in known.also), None)
        if name == "publisher" and isinstance(value, Scalar) and is_web_address(value.text):
            name = "url"
        if name and name not in given:
            given.add(name)
            pairs.append((replace(key, text=name), value))
        elif not name:
            pairs.append((key, value))
    return replace(node, pairs=tuple(pairs))


def facts_of(values: Mapping[str, Any]) -> Facts:
    """Take the bare values of settings; several authors are joined, a moment is a day and a time."""
    bare = {key: getattr(setting, "value", None) for key, setting in values.items() if key not in ("keep", "drop")}
    author = bare.get("author")
    if isinstance(author, tuple):
        bare["author"] = ", ".join(name.value for name in author) or None
    if moment := bare.get("published"):
        bare["published"], bare["published_time"] = moment
    if "fetched" in bare:
        bare["fetched"] = _fetched(values["fetched"])
    return Facts(**bare, overrules=overrules_in(values))


def _fetched(values: Mapping[str, Any]) -> Fetched:
    known = ("address", "final", "at", "status", "sha256")
    headers = {name.lower(): setting.value.value for name, setting in values.get("headers", {}).items()}
    stated = {key: values[key].value for key in known if key in values}
    return Fetched(content_type=headers.get("content-type"), **stated)
