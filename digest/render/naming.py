"""How the outlets of a story name the same thing, with the sentences in which they do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from digest.language.datelines import told_excerpt
from digest.model import Article, Excerpt, Story, WordingVariant
from digest.render.wording import label

EXAMPLES = 2
"""How many examples a wording shows for each article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLine:
    """How one article names something, with an example sentence."""

    label: str
    phrase: str
    count: int
    examples: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingTable:
    """One thing in the words of different articles."""

    about: str
    lines: tuple[WordingLine, ...]


def wording_tables(story: Story) -> tuple[WordingTable, ...]:
    """One table for each thing that is named differently, in the order of the comparison."""
    return tuple(_tables(story))


def _tables(story: Story) -> Iterable[WordingTable]:
    articles = {article.id: article for article in story.articles}
    for wording in story.comparison.wording:
        lines = (_wording_line(variant, articles[variant.article_id], story) for variant in wording.variants)
        yield WordingTable(about=wording.about, lines=tuple(lines))


def _wording_line(variant: WordingVariant, article: Article, story: Story) -> WordingLine:
    """A phrase alone is no example: the sentence around it is shown."""
    sentences = (told_excerpt(article, article.sentences[article.sentence_at(e.span.start)]) for e in variant.examples)
    examples = tuple(dict.fromkeys(sentences))[:EXAMPLES]
    return WordingLine(label=label(article, story), phrase=variant.phrase, count=variant.count, examples=examples)
