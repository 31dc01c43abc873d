"""The list of what the tool wrote: only these files may it rewrite or delete."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from digest.diagnostics import Diagnostic, Location, error
from digest.model import Article, Page

NAME = ".digest-manifest.json"
ABOUT = "Written by digest: the pages it may rewrite, and the articles they rest on. Commit it with the pages."


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """What an article was when the pages were written: its file, and the SHA-256 of its bytes and of its text."""

    path: str
    sha256: str
    text_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Pages by their path below `docs/` with their SHA-256, and articles by id.

    `pending` holds what a write that has not finished meant to put in place of a page; empty after a whole run.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, ArticleRecord] = field(default_factory=dict)
    pending: Mapping[str, str] = field(default_factory=dict)

    def wrote(self, path: str, digest: str) -> bool:
        """Whether a page with this hash is the tool's own, untouched."""
        return digest in (self.pages.get(path), self.pending.get(path))

    def owns(self, path: str) -> bool:
        """Whether the tool may rewrite this page."""
        return path in self.pages or path in self.pending


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_sha256(article: Article) -> str:
    """The SHA-256 of an article's frozen text."""
    return sha256(article.text.encode("utf-8", "surrogatepass"))


def manifest_of(pages: Iterable[Page], articles: Iterable[Article]) -> Manifest:
    """The manifest that a whole run leaves."""
    return Manifest(
        pages={page.path: sha256(page.text.encode()) for page in pages},
        articles={a.id: ArticleRecord(path=a.path, sha256=a.sha256, text_sha256=text_sha256(a)) for a in articles},
    )


def read_manifest(docs: Path, *, root: Path) -> tuple[Manifest, tuple[Diagnostic, ...]]:
    """Read the manifest; a missing one is empty, a broken one is an error that says how to mend it."""
    path = docs / NAME
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        articles = {key: ArticleRecord(**value) for key, value in data["articles"].items()}
        manifest = Manifest(pages=_texts(data["pages"]), articles=articles, pending=_texts(data.get("pending", {})))
    except FileNotFoundError:
        return Manifest(), ()
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        line = getattr(problem, "lineno", 0)
        found = error(
            "broken-manifest",
            f"the list of written pages cannot be read ({type(problem).__name__}: {problem})",
            location=Location(path=path.relative_to(root).as_posix(), line=line),
            hint="restore it from version control; or delete it together with the pages that digest wrote, and build",
        )
        return Manifest(), (found,)
    return manifest, ()


def render_manifest(manifest: Manifest) -> bytes:
    """The manifest as sorted JSON, one entry a line, so that version control merges it well."""
    data: dict[str, object] = {
        "about": ABOUT,
        "articles": {
            key: {"path": a.path, "sha256": a.sha256, "text_sha256": a.text_sha256}
            for key, a in sorted(manifest.articles.items())
        },
        "pages": dict(sorted(manifest.pages.items())),
    }
    if manifest.pending:
        data["pending"] = dict(sorted(manifest.pending.items()))
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _texts(data: Mapping[str, str]) -> dict[str, str]:
    if not all(isinstance(k, str) and isinstance(v, str) for k, v in data.items()):
        raise TypeError("pages are texts")
    return dict(data)
