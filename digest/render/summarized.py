"""What a story's summary says, whether it is told in sentences of the articles or in an editor's words."""

from __future__ import annotations

from digest.model import EditorText, Story, SummarySentence


def summary_sentences(story: Story) -> tuple[SummarySentence, ...]:
    """The sentences of the summary that come from articles; none where an editor wrote it."""
    return () if isinstance(story.summary, EditorText) else story.summary


def summary_texts(story: Story) -> tuple[str, ...]:
    """The text of each sentence of the summary, or the editor's as a whole."""
    if isinstance(story.summary, EditorText):
        return (story.summary.text,)
    return tuple(sentence.excerpt.text for sentence in story.summary)
