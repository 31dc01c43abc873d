"""Check what a story's page says of its making: the words that articles share, and who fits least."""

from __future__ import annotations

from collections.abc import Iterator

from digest.diagnostics import Diagnostic, Location, error
from digest.model import Story


def check_reasons(story: Story) -> Iterator[Diagnostic]:
    """Check that each shared word stands in the story's articles, and that the figures are those of its articles."""
    texts = [article.text.casefold() for article in story.articles]
    place = Location(path=story.articles[0].path)
    for term in story.cluster.terms:
        if not any(term.term.casefold() in text for text in texts):
            yield error("not-verbatim", f"'{term.term}' is said to be shared and stands in no article", location=place)
    size = len(story.articles)
    rows = story.cluster.similarity
    if sorted(story.cluster.article_ids) != sorted(article.id for article in story.articles):
        yield error("wrong-cluster", f"the reasons of '{story.slug}' are those of other articles", location=place)
    elif len(rows) != size or any(rows[i][j] != rows[j][i] for i in range(size) for j in range(i)):
        yield error("wrong-cluster", f"the similarities of '{story.slug}' are no even table", location=place)
