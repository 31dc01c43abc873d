"""What is known about an article apart from its text: address, publisher, day, author, title."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from digest.config.nodes import Node, Report
from digest.config.overrules import DROP, KEEP, overrules_in
from digest.config.schema import Group, Key, ListOf, TextOrTexts
from digest.config.values import Address, Day, Text
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
        about="The day of publication, such as 2022-04-19.",
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
FACTS = Group(keys=KEYS, unknown=Level.WARNING, what="the facts about an article")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What somebody states about an article. `publisher` is an id or a name. What is not stated is None."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    overrules: tuple[Overrule, ...] = ()


def parse_facts(
    text: str, *, path: str, first_line: int = 1, worst: Level = Level.ERROR
) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Read a sidecar or a front matter block, without its `---` lines; `first_line` is the line where `text` begins.

    A value that is wrong is an error and left out. An unknown key is a warning where it looks like one that is known,
    else a note: another tool may have put it there. With `worst=Level.WARNING` errors come as warnings: what a
    stranger wrote above an article must not stop the others.
    """
    document = parse_yaml(text, path=path, first_line=first_line)
    facts = read_facts(document.root, document.report) if document.root is not None else Facts()
    problems = document.report.finish()
    if worst is not Level.ERROR:
        problems = tuple(replace(p, level=worst) if p.level is Level.ERROR else p for p in problems)
    return facts, problems


def read_facts(node: Node, report: Report) -> Facts:
    """Read the facts about one article from a node."""
    return facts_of(FACTS.read(node, report, name="this file") or {})


def facts_of(values: Mapping[str, Any]) -> Facts:
    """Take the bare values of settings; several authors are joined."""
    bare = {key: setting.value for key, setting in values.items() if key not in ("keep", "drop")}
    if isinstance(bare.get("author"), tuple):
        bare["author"] = ", ".join(name.value for name in bare["author"]) or None
    return Facts(**bare, overrules=overrules_in(values))
