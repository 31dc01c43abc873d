"""Ask about each story that has no answer yet, check what comes back, and keep it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from digest.llm.client import NoReplyError
from digest.model import Rewriting, Story
from digest.rewrite import Answer, NoAnswerError, messages, parse_answer, read_answer, request_for
from digest.store.rewritten import write_rewritten

IN_A_ROW = 3  # stories without an answer, after which nobody is asked any more


class Outcome(StrEnum):
    """What became of a story."""

    WRITTEN = "written"
    KEPT = "kept"  # it was asked before
    SKIPPED = "skipped"  # an editor's summary, or too little to shorten
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A story with what became of it; `why` tells of each sentence that was dropped, or what failed."""

    story: Story
    outcome: Outcome
    rewriting: Rewriting | None = None
    why: tuple[str, ...] = ()


def rewrite(  # noqa: PLR0913 - whom to ask, what is known, where to keep it
    stories: Iterable[Story],
    *,
    ask: Callable[[tuple[dict[str, str], ...]], str],
    model: str,
    kept: Mapping[str, tuple[str, Answer]],
    folder: Path,
    again: bool = False,
) -> Iterator[Result]:
    """Go through the stories. `folder` is where `stories/` lies; `ask` raises NoReplyError where it gets no answer.

    A server that fails several times in a row is not asked again.
    """
    failed = 0
    for story in stories:
        request = request_for(story)
        if request is None:
            yield Result(story=story, outcome=Outcome.SKIPPED)
        elif request.key in kept and kept[request.key][0] == model and not again:
            yield Result(story=story, outcome=Outcome.KEPT, rewriting=story.rewriting)
        elif failed >= IN_A_ROW:
            yield Result(story=story, outcome=Outcome.FAILED, why=("not asked: the server failed before",))
        else:
            try:
                answer = parse_answer(ask(messages(request)))
                rewriting, why = read_answer(answer, request, model=model)
            except (NoReplyError, NoAnswerError) as problem:
                failed += isinstance(problem, NoReplyError)
                yield Result(story=story, outcome=Outcome.FAILED, why=(str(problem),))
                continue
            failed = 0
            write_rewritten(folder, request.key, story=story.slug, model=model, answer=answer)
            yield Result(story=story, outcome=Outcome.WRITTEN, rewriting=rewriting, why=why)
