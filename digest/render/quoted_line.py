"""One line of what somebody said: the words in marks, or the sentence that quotes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.language.datelines import told_excerpt
from digest.language.terms import count_words, plain_words
from digest.model import Excerpt, QuoteKind, Story
from digest.render.around import Around
from digest.render.origins import printed_by
from digest.render.speech import CLAUSE, Utterance

JOINT = 3  # letters of a word between names, "and"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What is printed of one or more utterances: words in marks, or the `sentence` that quotes them.

    `also` are the same words in other articles.
    """

    utterance: Utterance
    outlets: str
    sentence: Excerpt | None = None
    also: tuple[Excerpt, ...] = ()


def in_sentence(same: Sequence[Utterance], around: Around, story: Story) -> Line:
    """The line that prints the sentences around some utterances."""
    article_id, first, last = around
    article = story.article(article_id)
    sentence = article.excerpt(told_excerpt(article, article.sentences[first]).span.start, article.sentences[last].end)
    others = [e for u in same for e in u.excerpts[1:] if e.span.article_id != article_id]
    return Line(
        utterance=same[0], outlets=printed_by([sentence, *others], story), sentence=sentence, also=tuple(others)
    )


def first_of(utterance: Utterance) -> Excerpt:
    """The words of an utterance that a page prints."""
    return utterance.excerpts[0]


def place_of(excerpt: Excerpt, story: Story) -> tuple[int, int]:
    """Where some words stand in the story."""
    return story.number(excerpt.span.article_id), excerpt.span.start


def is_fragment(utterance: Utterance) -> bool:
    """Whether words say little by themselves: “far off in the future”, “Morning with Ito”."""
    text = utterance.group.quotes[0].excerpt.text
    return is_cut(utterance) or count_words(text) < CLAUSE or is_list_of_names(text)


def is_list_of_names(text: str) -> bool:
    """Whether words are names and what joins them, and nothing else: “Ito, Holm and Lund”."""
    found = plain_words(text)
    between = [word for word in found if word[0].islower()]
    return 2 * len(between) < len(found) and max(map(len, between), default=0) <= JOINT


def is_cut(utterance: Utterance) -> bool:
    """Whether no article quotes a clause or more."""
    return all(quote.kind is not QuoteKind.FULL for quote in utterance.group.quotes)


def language_of(own: Around, story: Story) -> str:
    """The language of some sentences."""
    return story.article(own.article).language
