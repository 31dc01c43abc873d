"""The outlets as the editors describe them, in `stories/publishers.yml`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from digest.config.overrules import DROP, KEEP, overrules_in
from digest.config.schema import Group, Key, ListOf, MapOf
from digest.config.values import Address, Text
from digest.config.yaml import read_yaml
from digest.diagnostics import Diagnostic
from digest.language.slugs import plain_slug
from digest.model import Publisher

PUBLISHER = Group(
    what="the details of a publisher",
    keys={
        "name": Key(type=Text(limit=200), about="Its name, as the pages print it.", required=True, also=("title",)),
        "home": Key(type=Address(), about="The address of its home page.", also=("url", "website", "site", "link")),
        "country": Key(type=Text(limit=100), about="The country it is published from.", also=("nation",)),
        "kind": Key(
            type=Text(limit=100),
            about="What it is, in a word or two: news agency, daily newspaper, state broadcaster.",
            also=("type", "category"),
        ),
        "family": Key(
            type=Text(limit=200),
            about="The house that it belongs to, the same words for all its outlets: they are no independent sources.",
            also=("group", "parent", "company"),
        ),
        "owner": Key(
            type=Text(limit=200),
            about="Who owns it, as the pages print it: a state, a company, a trust. It changes no count.",
            also=("owned_by", "ownership", "proprietor"),
        ),
        "fingerprints": Key(
            type=ListOf(item=Text(limit=200), named="texts", limit=100),
            about="Texts that only its pages leave behind when they are scraped, and by which it is recognized.",
            also=("marks", "patterns", "fingerprint"),
        ),
        "keep": KEEP,
        "drop": DROP,
    },
)
PUBLISHERS = Group(
    what="the key 'publishers'",
    keys={"publishers": Key(type=MapOf(value=PUBLISHER, named="publishers"), about="The outlets, each by an id.")},
)
WORD = re.compile(r"[^\W_]+")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # "press-tv"


def load_publishers(path: Path, *, root: Path) -> tuple[tuple[Publisher, ...], tuple[Diagnostic, ...]]:
    """Read the publishers, sorted by id. A missing or empty file gives none, and is no problem."""
    document = read_yaml(path, root=root)
    report = document.report
    values = PUBLISHERS.read(document.root, report, name="this file") if document.root is not None else None
    found = []
    names: dict[str, str] = {}
    for key, setting in sorted((values or {}).get("publishers", {}).items()):
        if not ID.fullmatch(key):
            report.add(
                "bad-value",
                f"the id '{key[:60]}' of a publisher becomes part of an address",
                setting.location,
                hint="use small letters, digits and single hyphens: press-tv",
            )
            continue
        details = {name: part.value for name, part in setting.value.items() if name not in ("keep", "drop")}
        details["overrules"] = overrules_in(setting.value)
        folded = details["name"].casefold()
        if folded in names:
            report.add("duplicate-name", f"'{key}' has the same name as '{names[folded]}'", setting.location)
        names.setdefault(folded, key)
        details["fingerprints"] = tuple(text.value for text in details.get("fingerprints", ()))
        found.append(Publisher(id=key, **details))
    return tuple(found), report.finish()


def publisher_named(name: str, publishers: Iterable[Publisher]) -> Publisher:
    """The publisher with this id or name; else a new one of which only the name is known.

    Capitals, marks, white space and an article before the name make no difference: "The Harbour-Post", "harbour post".
    """
    wanted = _bare(name)
    found = (p for p in publishers if wanted and wanted in (_bare(p.name), _bare(p.id)))
    return next(found, None) or Publisher(id=plain_slug(name) or f"publisher-{_hash(name)}", name=name)


def _bare(name: str) -> str:
    return " ".join(WORD.findall(name.casefold())).removeprefix("the ")


def _hash(name: str) -> str:
    """Tell names apart that have no letter for an address: "新华社"."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
