"""Check a project on disk: its raw files, and the pages that were written from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.config.project import Project
from digest.diagnostics import Diagnostic, Location, error, warning
from digest.model import Article
from digest.pipeline import Edition
from digest.store import Manifest, read_manifest, sha256, text_sha256
from digest.verify.articles import excerpts
from digest.verify.claims import read_page
from digest.verify.edition import check_articles, check_pages

REBUILD = "run `digest build`, and look at what changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was checked, and every miss."""

    articles: int
    findings: int
    pages: int
    claims: int
    misses: tuple[Diagnostic, ...]


def verify_project(project: Project, edition: Edition) -> Report:
    """Check the pages that stand in `docs/` against the articles as they stand in `seeds/` now.

    The edition, made afresh from the files, serves as the list of findings to check and to tell a stale page; the
    pages are read back from disk as Markdown and compared with the articles themselves.
    """
    manifest, problems = read_manifest(project.docs, root=project.root)
    articles = {article.id: article for article in edition.articles}
    pages = dict(_read_pages(project, manifest))
    prefix = project.docs.relative_to(project.root).as_posix() + "/"
    misses = [
        *problems,
        *_check_files(project, manifest, articles),
        *check_articles(edition),
        *_check_written(manifest, pages, prefix),
        *check_pages(pages, articles, prefix=prefix),
        *_check_stale(edition, pages, prefix),
    ]
    return Report(
        articles=len(articles),
        findings=sum(1 for story in edition.stories for _ in excerpts(story.findings)),
        pages=len(pages),
        claims=sum(len(read_page(text).claims) for path, text in pages.items() if path.endswith(".md")),
        misses=tuple(misses),
    )


def _read_pages(project: Project, manifest: Manifest) -> Iterator[tuple[str, str]]:
    for path in manifest.pages:
        try:
            yield path, (project.docs / path).read_bytes().decode("utf-8", "replace")
        except OSError:
            continue  # _check_written tells


def _check_files(project: Project, manifest: Manifest, articles: Mapping[str, Article]) -> Iterator[Diagnostic]:
    for key, record in sorted(manifest.articles.items()):
        place = Location(path=record.path)
        try:
            found = sha256((project.root / record.path).read_bytes())
        except OSError:
            yield error("lost-source", "this article's file is gone", location=place, hint=REBUILD)
            continue
        if found != record.sha256:
            yield error(
                "changed-source", "this is not the file that the pages were made from", location=place, hint=REBUILD
            )
        elif key in articles and text_sha256(articles[key]) != record.text_sha256:
            yield error(
                "changed-text", "this file is now cleaned differently from before", location=place, hint=REBUILD
            )
    for key in sorted(set(articles) - set(manifest.articles)):
        place = Location(path=articles[key].path)
        yield warning("new-source", "no page knows this article", location=place, hint=REBUILD)


def _check_written(manifest: Manifest, pages: Mapping[str, str], prefix: str) -> Iterator[Diagnostic]:
    for path, digest in sorted(manifest.pages.items()):
        place = Location(path=prefix + path)
        if path not in pages:
            yield error("lost-page", "this page is gone", location=place, hint=REBUILD)
        elif sha256(pages[path].encode()) != digest:
            yield error("changed-page", "this page is not as digest wrote it", location=place, hint=REBUILD)


def _check_stale(edition: Edition, pages: Mapping[str, str], prefix: str) -> Iterator[Diagnostic]:
    fresh = {page.path: page.text for page in edition.pages}
    for path in sorted(fresh.keys() | pages.keys()):
        if fresh.get(path) != pages.get(path):
            place = Location(path=prefix + path)
            yield warning("stale-page", "this is not what a build would write now", location=place, hint=REBUILD)
