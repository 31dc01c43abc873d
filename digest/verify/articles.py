"""Check an article against its file, and every finding against the article, character by character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from digest.diagnostics import Diagnostic, Location, error
from digest.model import Article, Excerpt, RawArticle


def excerpts(thing: object) -> Iterator[Excerpt]:
    """Yield every excerpt in a finding, a story or a tuple of them, at any depth."""
    if isinstance(thing, Excerpt):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from excerpts(part)
    elif is_dataclass(thing) and not isinstance(thing, Article):
        for field in fields(thing):
            yield from excerpts(getattr(thing, field.name))


def check_text(article: Article, raw: RawArticle) -> Iterator[Diagnostic]:
    """Check that each block of the frozen text stands in the file, on the line that it names."""
    lines = raw.text.split("\n")
    for block in article.blocks:
        text = article.text[block.start : block.end]
        on_line = block.line <= len(lines) and text in lines[block.line - 1]
        if raw.text[block.raw_start : block.raw_start + len(text)] != text or not on_line:
            yield error(
                "not-in-file",
                "a kept line of the article does not stand in its file",
                location=Location(path=article.path, line=block.line),
                source=text,
            )


def check_excerpts(thing: object, articles: Mapping[str, Article]) -> Iterator[Diagnostic]:
    """Check that everything that was found stands where it says it stands."""
    for excerpt in excerpts(thing):
        span = excerpt.span
        article = articles.get(span.article_id)
        if article is None:
            yield error("not-verbatim", f"a finding names an unknown article, {span.article_id}", source=excerpt.text)
        elif article.text[span.start : span.end] != excerpt.text:
            yield error(
                "not-verbatim",
                f"a finding does not stand at {span.start}..{span.end}",
                location=Location(path=article.path, line=article.line_at(span.start)),
                source=excerpt.text,
            )
