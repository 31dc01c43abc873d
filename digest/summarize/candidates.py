"""Turn the body sentences of a story into candidates for its summary, each with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.language.terms import content_stems
from digest.model import Article, BlockKind, Excerpt
from digest.summarize.fitness import is_usable, leaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A body sentence: the article's number in the story, its place among that article's body sentences (from 0).

    `leans` is None, or the kind of opening that makes it need the sentence before.
    """

    article: int
    place: int
    excerpt: Excerpt
    stems: tuple[str, ...]
    usable: bool
    leans: str | None
    block: int = 0


def candidates(articles: Sequence[Article]) -> tuple[Candidate, ...]:
    """List every body sentence of every article, in order."""
    found = []
    for number, article in enumerate(articles):
        body = [s for s in article.sentences if s.kind is BlockKind.BODY]
        for place, sentence in enumerate(body):
            excerpt = article.excerpt(sentence.start, sentence.end)
            found.append(
                Candidate(
                    article=number,
                    place=place,
                    excerpt=excerpt,
                    stems=content_stems(excerpt.text, language=article.language),
                    usable=is_usable(excerpt.text, language=article.language),
                    leans=leaning(excerpt.text, language=article.language),
                    block=sentence.block,
                )
            )
    return tuple(found)
