"""Say whether a line of a page is about what its story is about, so that those which are stand before others.

In a story of an official who does not answer, "I will not answer your questions" is; what a visitor says of an egg hunt
is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from digest.language.openings import words_in_common
from digest.language.terms import content_set
from digest.model import Article, BlockKind, Story

LEADS = 3  # first sentences of an article, in which it says what it is about

Subject = Mapping[str, frozenset[str]]
"""What a story is about: by language the stems that its sources' openings have in common."""


class About(IntEnum):
    """How much a line has to do with what its story is about."""

    NOTHING = 0
    BY_NAME = 1
    IN_WORDS = 2


def subject_of(story: Story) -> Subject:
    """What a story is about."""
    openings: dict[str, dict[int, list[str]]] = {}
    for article, origin in zip(story.articles, story.sources.origins, strict=True):
        openings.setdefault(article.language, {}).setdefault(origin, []).extend(_opening(article))
    return {language: words_in_common(texts.values(), language=language) for language, texts in openings.items()}


def _opening(article: Article) -> list[str]:
    body = [article.text[s.start : s.end] for s in article.sentences if s.kind is BlockKind.BODY]
    return [*([article.headline.text] if article.headline else []), *body[:LEADS]]


def about(text: str, name: str | None, subject: Subject, language: str) -> About:
    """Whether a text is about a story's subject, or else the one whose `name` stands above it belongs to it."""
    known = subject.get(language, frozenset())
    if not known.isdisjoint(content_set(text, language=language)):
        return About.IN_WORDS
    named = name is not None and not known.isdisjoint(content_set(name, language=language))
    return About.BY_NAME if named else About.NOTHING
