"""Cases that are files: what lies in seeds/, which articles it gives, and what is said about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from digest.clean import clean_article
from digest.ingest import Ingested, read_seeds
from digest.model import RawArticle

CASES = Path(__file__).parent / "cases"
FACTS = ("title", "url", "publisher", "author", "published", "language")


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def read(root: Path, name: str, data: bytes) -> Ingested:
    """What a project gives that holds one file."""
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds" / name).write_bytes(data)
    return read_seeds(root)


def in_order(found: Ingested) -> list[RawArticle]:
    """The articles in the order of their parts: "line 2" before "line 10"."""
    return sorted(found.articles, key=lambda a: (int("".join(filter(str.isdigit, a.part)) or 0), a.id))


def as_told(raw: RawArticle, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What an article says of the facts that a case names."""
    told: dict[str, Any] = {"id": raw.id, "part": raw.part}
    for fact in FACTS:
        known = getattr(raw, fact)
        told[fact] = known.value if known else None
    told["time"] = raw.published_time.value.astimezone(dt.UTC).isoformat() if raw.published_time else None
    told["fetched"] = raw.fetched.isoformat() if raw.fetched else None
    told["origin"] = str(raw.title.origin) if raw.title else None
    told["versions"] = [str(version.kind) for version in raw.versions]
    article = clean_article(raw)
    told["text"] = article.text
    told["removed"] = [f"{line.reason}: {line.text}" for line in article.removed]
    return {key: told[key] for key in wanted}


def plain(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What a case wants, with moments as texts."""
    return {key: v.isoformat() if isinstance(v, dt.datetime) else v for key, v in wanted.items()}
