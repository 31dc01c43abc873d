"""Which articles and people were published, and from which files."""

from __future__ import annotations

from pathlib import Path

from digest.store.manifest import read_manifest
from digest.store.names import Lock

PEOPLE, PAGE = "people/", ".md"


def published_articles(lock: Lock, *, docs: Path, root: Path) -> dict[str, str]:
    """The ids of all articles that the lock knows, each with its file; "" where the pages' list does not say it."""
    if not lock.articles:
        return {}
    files = read_manifest(docs, root=root)[0].articles
    return {article: files[article].path if article in files else "" for article in lock.articles}


def published_people(*, docs: Path, root: Path) -> tuple[str, ...]:
    """The addresses of all people who have a page, or a page that leads on."""
    pages = read_manifest(docs, root=root)[0].pages
    return tuple(path[len(PEOPLE) : -len(PAGE)] for path in pages if path.startswith(PEOPLE) and path.endswith(PAGE))
