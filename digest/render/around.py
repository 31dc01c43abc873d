"""Look at the sentences around a quotation: which they are, how long, and whether they say more than it does."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from digest.language.terms import count_words
from digest.model import Excerpt, Story
from digest.render.speech import CLAUSE

LONGEST = 90
"""Of how many words a stretch of sentences around a quotation may be, beside the quotation itself."""

Sentences = AbstractSet[tuple[str, int]]
"""Sentences of the story by article and index."""


class Around(NamedTuple):
    """The sentences around a quotation: its article, and the first and the last of them."""

    article: str
    first: int
    last: int

    @property
    def sentences(self) -> Sentences:
        """Each of them."""
        return {(self.article, index) for index in range(self.first, self.last + 1)}


def sentences_of(excerpt: Excerpt, story: Story) -> Around:
    """The sentences in which some words stand."""
    article = story.article(excerpt.span.article_id)
    first = article.sentence_at(excerpt.span.start)
    return Around(article.id, first, article.sentence_at(max(excerpt.span.start, excerpt.span.end - 1)))


def merged(parts: Sequence[Around]) -> Around:
    """The sentences from the first of some stretches to the last."""
    return Around(parts[0].article, min(p.first for p in parts), max(p.last for p in parts))


def goes_on(own: Around, above: Around) -> bool:
    """Whether some sentences begin in, or right behind, those that are printed above."""
    return own.article == above.article and own.first - 1 <= above.last <= own.first


def fits(around: Around, story: Story) -> bool:
    """Whether the sentences are of one paragraph, and not too long beside what they quote."""
    article, first, last = around
    text = text_around(around, story)
    return block_of(article, first, story) == block_of(article, last, story) and count_words(text) <= LONGEST


def says_more(around: Around, story: Story) -> bool:
    """Whether there are words outside the marks."""
    number = story.number(around.article) - 1
    sentences, quotes = story.articles[number].sentences, story.findings[number].quotes
    low, high = sentences[around.first].start, sentences[around.last].end
    spans = (quote.excerpt.span for quote in quotes)
    taken = sum(span.end - span.start for span in spans if low <= span.start and span.end <= high)
    return high - low - taken > 2 * CLAUSE


def block_of(article_id: str, sentence: int, story: Story) -> int:
    """The paragraph of a sentence."""
    return story.article(article_id).sentences[sentence].block


def text_around(around: Around, story: Story) -> str:
    """The text of the sentences."""
    article_id, first, last = around
    article = story.article(article_id)
    return article.text[article.sentences[first].start : article.sentences[last].end]
