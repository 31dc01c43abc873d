"""Check an edition in memory, before any of it is written: texts, findings and pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from digest.diagnostics import Diagnostic, Location, error
from digest.model import Article
from digest.pipeline import Edition
from digest.render.feeds import ATOM, JSON
from digest.verify.articles import check_excerpts, check_text
from digest.verify.claims import read_page
from digest.verify.feeds import check_feed
from digest.verify.pages import check_claims, check_evidence
from digest.verify.points import check_points
from digest.verify.reasons import check_reasons

ARTICLES = "articles/"
STORIES = "stories/"


def verify_edition(edition: Edition) -> tuple[Diagnostic, ...]:
    """Check what a run made; return every miss."""
    articles = {article.id: article for article in edition.articles}
    pages = {page.path: page.text for page in edition.pages}
    return (*check_articles(edition), *check_pages(pages, articles, prefix=""))


def check_articles(edition: Edition) -> Iterator[Diagnostic]:
    """Check that the kept lines stand in their files, and that all findings stand in the kept lines."""
    raws = {raw.id: raw for raw in edition.raws}
    for article in edition.articles:
        yield from check_text(article, raws[article.id])
    for story in edition.stories:
        yield from check_excerpts(story, {article.id: article for article in story.articles})
        yield from check_reasons(story)


def check_pages(pages: Mapping[str, str], articles: Mapping[str, Article], *, prefix: str) -> Iterator[Diagnostic]:
    """Check the pages' claims, and that each cited sentence is printed; `prefix` is put before the pages' paths."""
    printed = {
        (key, proof.sentence) for key in articles for proof in read_page(pages.get(f"{ARTICLES}{key}.md", "")).evidence
    }
    for path, text in sorted(pages.items()):
        shown = prefix + path
        if path in (ATOM, JSON):
            yield from check_feed(text, path=path, shown=shown, articles=articles, pages=pages)
            continue
        yield from check_claims(text, path=shown, articles=articles)
        if path.startswith(STORIES):
            yield from check_points(text, path=shown, articles=articles)
        for claim in read_page(text).claims:
            if claim.article_id in articles and (claim.article_id, claim.sentence) not in printed:
                yield error(
                    "missing-evidence",
                    f"sentence {claim.sentence} of {claim.article_id} is cited, but its page does not print it",
                    location=Location(path=shown, line=claim.line),
                )
        owner = articles.get(path.removeprefix(ARTICLES).removesuffix(".md"))
        if path.startswith(ARTICLES) and owner:
            yield from check_evidence(text, path=shown, article=owner)
