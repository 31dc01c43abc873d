"""Which articles were published, and from which files."""

from __future__ import annotations

from pathlib import Path

from digest.store.manifest import read_manifest
from digest.store.names import Lock


def published_articles(lock: Lock, *, docs: Path, root: Path) -> dict[str, str]:
    """The ids of all articles that the lock knows, each with its file; "" where the pages' list does not say it."""
    if not lock.articles:
        return {}
    files = read_manifest(docs, root=root)[0].articles
    return {article: files[article].path if article in files else "" for article in lock.articles}
