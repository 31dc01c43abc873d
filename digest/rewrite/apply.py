"""Give stories the summaries in other words that are kept for them, each sentence checked again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.model import Story
from digest.rewrite.answer import Answer, NoAnswerError, read_answer
from digest.rewrite.request import request_for


def rewrite_stories(stories: Sequence[Story], kept: Mapping[str, tuple[str, Answer]]) -> tuple[Story, ...]:
    """The stories, with what the kept answers say of them.

    `kept` maps a request's key to a model's name and its answer. One that nobody asks for any more changes nothing.
    """
    return tuple(_rewritten(story, kept) for story in stories) if kept else tuple(stories)


def _rewritten(story: Story, kept: Mapping[str, tuple[str, Answer]]) -> Story:
    request = request_for(story)
    if request is None or request.key not in kept:
        return story
    model, answer = kept[request.key]
    try:
        rewriting = read_answer(answer, request, model=model)[0]
    except NoAnswerError:
        return story
    return replace(story, rewriting=rewriting) if rewriting.sentences else story
