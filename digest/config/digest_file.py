"""What `digest.yml` says: which feeds to follow, how to ask for them, and which language model may be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.config.llm import LLM, LlmSettings, llm_settings
from digest.config.nodes import Report
from digest.config.schema import AloneOrGroup, Group, Key, ListOf
from digest.config.values import Address, Flag, Number, Setting, Text
from digest.config.web_values import Contact, HostOrNetwork
from digest.config.yaml import Document, parse_yaml, read_yaml
from digest.diagnostics import Diagnostic, Location

NAME = "digest.yml"
MOST_FEEDS = 500
MEGABYTE = 1_000_000

FEED = Group(
    what="the keys address, publisher and pages",
    keys={
        "address": Key(
            type=Address(), about="The feed's address.", required=True, also=("url", "link", "feed", "xmlurl", "href")
        ),
        "publisher": Key(
            type=Text(limit=200),
            about="Who publishes it: an id of stories/publishers.yml, or a name.",
            also=("source", "outlet", "site", "name"),
        ),
        "pages": Key(
            type=Flag(),
            about="Whether to fetch the pages that its entries link to; the default is: of entries without full text.",
            also=("full", "articles", "linked"),
        ),
    },
)
FETCH = Group(
    what="the settings for fetching",
    keys={
        "contact": Key(
            type=Contact(),
            about="Your mail or web address; servers are told it in the user agent.",
            also=("mail", "email", "user_agent", "agent", "from"),
        ),
        "delay": Key(
            type=Number(least=0, most=3600),
            about="Seconds between two requests to one host (2). Hosts that are not under `allow` get at least 1.",
            also=("pause", "wait", "interval", "rate"),
        ),
        "timeout": Key(
            type=Number(least=1, most=600),
            about="Seconds that one request may last, from the name's look-up to the last byte (60).",
            also=("deadline", "seconds"),
        ),
        "largest": Key(
            type=Number(least=1, most=100),
            about="Megabytes that one answer may have, packed or unpacked (20).",
            also=("max_size", "limit", "size"),
        ),
        "redirects": Key(type=Number(least=0, most=20), about="How many redirects to follow (5)."),
        "retries": Key(
            type=Number(least=0, most=5), about="How often to ask again when a server is out of breath (2)."
        ),
        "pages": Key(
            type=Number(least=0, most=500), about="How many linked pages to fetch of one feed in one run (20)."
        ),
        "hosts": Key(
            type=Number(least=1, most=16), about="How many hosts to ask side by side (4).", also=("parallel", "workers")
        ),
        "allow": Key(
            type=ListOf(item=HostOrNetwork(), named="hosts or networks", limit=100),
            about="Hosts and networks inside your own network that may be asked. All others there are refused.",
            also=("hosts_allowed", "allowed", "private"),
        ),
    },
)
NAMES = Group(
    what="the key spacy",
    keys={
        "spacy": Key(
            type=Text(limit=1000),
            about="The folder of a spaCy pipeline that finds names in place of the rules; it needs storydigest[spacy].",
            also=("model", "path", "pipeline"),
        ),
    },
)
DIGEST = Group(
    what="the keys feeds, fetch, names and llm",
    keys={
        "feeds": Key(
            type=ListOf(item=AloneOrGroup(key="address", group=FEED), named="feeds", limit=MOST_FEEDS),
            about="The feeds that `digest fetch` refreshes: addresses, or groups of address, publisher and pages.",
            also=("feed", "sources", "subscriptions"),
        ),
        "fetch": Key(type=FETCH, about="How to ask for them.", also=("fetching", "http", "network")),
        "names": Key(type=NAMES, about="How names are found.", also=("people", "ner", "entities")),
        "llm": Key(
            type=LLM,
            about="The language model that `digest rewrite` asks; without it none is asked.",
            also=("model", "ai"),
        ),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed to follow. `publisher` is an id or a name; `pages` is None where it depends on the feed."""

    address: str
    publisher: str | None = None
    pages: bool | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How to ask. Times are in seconds, `largest` in bytes; `allow` holds hosts and networks in their normal form."""

    contact: str = ""
    delay: float = 2
    timeout: float = 60
    largest: int = 20 * MEGABYTE
    redirects: int = 5
    retries: int = 2
    pages: int = 20
    hosts: int = 4
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestFile:
    """What a project's `digest.yml` says, or the defaults. `spacy` is the path of a pipeline that finds names."""

    feeds: tuple[Feed, ...] = ()
    fetch: FetchSettings = FetchSettings()
    spacy: Setting[str] | None = None
    llm: LlmSettings | None = None


def load_digest_file(root: Path) -> tuple[DigestFile, tuple[Diagnostic, ...]]:
    """Read the `digest.yml` in a project's root. A missing or empty one gives the defaults, and is no problem."""
    return _read(read_yaml(root / NAME, root=root))


def parse_digest_file(text: str) -> tuple[DigestFile, tuple[Diagnostic, ...]]:
    """Read the text of a `digest.yml`."""
    return _read(parse_yaml(text, path=NAME))


def _read(document: Document) -> tuple[DigestFile, tuple[Diagnostic, ...]]:
    report = document.report
    values = DIGEST.read(document.root, report, name="this file") if document.root is not None else None
    values = values or {}
    found = DigestFile(
        feeds=_feeds(values, report),
        fetch=_settings(values.get("fetch", {})),
        spacy=values.get("names", {}).get("spacy"),
        llm=llm_settings(values.get("llm") or {}),
    )
    return found, report.finish()


def _feeds(values: Mapping[str, Any], report: Report) -> tuple[Feed, ...]:
    """The feeds in their order, each address once."""
    found: dict[str, Feed] = {}
    for details in values["feeds"].value if "feeds" in values else ():
        address = details["address"]
        if address.value in found:
            before = found[address.value].location
            line = f" (line {before.line})" if before else ""
            report.add(
                "duplicate-feed", f"this feed is listed twice{line}", address.location, hint="keep one of the two"
            )
            continue
        bare = {key: setting.value for key, setting in details.items()}
        found[address.value] = Feed(**bare, location=address.location)
    return tuple(found.values())


def _settings(values: Mapping[str, Any]) -> FetchSettings:
    bare = {key: setting.value for key, setting in values.items()}
    if "largest" in bare:
        bare["largest"] *= MEGABYTE
    if "allow" in bare:
        bare["allow"] = tuple(item.value for item in bare["allow"])
    return FetchSettings(**bare)
