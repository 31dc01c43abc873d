"""Find what a speaker adds right behind a quotation and without marks, so that it says less than it seems to."""

from __future__ import annotations

from digest.language import subject
from digest.language.terms import low_words
from digest.model import Story
from digest.render.around import Around, block_of
from digest.render.meaning import quotes_in

EARLY = 3  # words in which a sentence shows that it limits the one before it


def with_limit(own: Around, story: Story) -> Around | None:
    """A quotation's sentences with the next one, if in that one the speaker takes back a part of the words.

    “Nobody will pay for the bridge,” Ann Ito said. Nobody but the mayor, she added.
    """
    article, behind = story.article(own.article), own._replace(first=own.last + 1, last=own.last + 1)
    leaning = subject(article.language, "summarize")["leaning"]
    if behind.last >= len(article.sentences) or "limiting" not in leaning:
        return None
    if block_of(own.article, behind.last, story) != block_of(own.article, own.last, story) or quotes_in(behind, story):
        return None
    words, _, source = article.sentence_excerpt(behind.last).text.rpartition(",")
    if set(leaning["limiting"]).isdisjoint(low_words(words)[:EARLY]):
        return None
    *who, cue = low_words(source) or [""]  # "she added"
    names = [list(low_words(quote.speaker.name)) for quote in quotes_in(own, story) if quote.speaker]
    same = " ".join(who) in leaning["inside"]["people"] or (who and any(name[-1:] == who[-1:] for name in names))
    return own._replace(last=behind.last) if same and cue in leaning["inside"]["telling"] else None
