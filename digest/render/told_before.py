"""Leave out of a quotation the sentences with which it repeats what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from digest.language.degrees import Degree
from digest.language.spoken import leans
from digest.language.terms import count_words
from digest.model import Excerpt, Story
from digest.render.quoted_line import first_of
from digest.render.speech import CLAUSE, Utterance, spoken

ENDED = re.compile(r"(?<=[.!?])\s+")  # "The dam is old. The pier is new."


def without_told(utterance: Utterance, above: Iterable[Excerpt], story: Story) -> Utterance:
    """An utterance without its first sentences, if what is printed `above` has them and the rest stands without them.

    “The bridge is safe. The dam is old.” above “The dam is old. The pier is new.” -> “The pier is new.”
    """
    first, told = first_of(utterance), [spoken(excerpt) for excerpt in above]
    article, start = story.article(first.span.article_id), first.span.start
    for end in ENDED.finditer(first.text):
        sentence = article.excerpt(start, first.span.start + end.start())
        if count_words(sentence.text) < CLAUSE or not any(spoken(sentence) in text for text in told):
            break
        start = first.span.start + end.end()
    rest = article.excerpt(start, first.span.end)
    if rest == first or count_words(rest.text) < CLAUSE:
        return utterance
    if leans(rest.text, language=article.language) is Degree.HANGS:
        return utterance
    return replace(utterance, excerpts=(rest,), words=count_words(rest.text))
