"""What an editor might merge, split or move, as the commands that would do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.cli.console import count
from digest.cluster import near_misses
from digest.model import Cause, NearMiss, Step, Story
from digest.render.reasons import by_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A near miss with the stories that it is about, and the command that an editor would type."""

    miss: NearMiss
    stories: tuple[Story, ...]
    command: str


def suggestions(stories: Sequence[Story]) -> tuple[Suggestion, ...]:
    """All near misses of some stories, the most convincing first."""
    home = by_article(stories)
    found = near_misses([story.cluster for story in stories])
    return tuple(_suggestion(miss, home) for miss in found)


def _suggestion(miss: NearMiss, home: Mapping[str, Story]) -> Suggestion:
    first = home[miss.articles[0]]
    if miss.step is Step.MERGE:
        pair = sorted((first, home[miss.articles[1]]), key=lambda story: (-len(story.articles), story.slug))
        return Suggestion(miss=miss, stories=tuple(pair), command=f"digest merge {pair[0].slug} {pair[1].slug}")
    if miss.step is Step.MOVE and miss.target is not None:
        other = home[miss.target]
        return Suggestion(miss=miss, stories=(first, other), command=f"digest move {miss.articles[0]} {other.slug}")
    return Suggestion(miss=miss, stories=(first,), command=f"digest split {first.slug} {' '.join(miss.articles)}")


def in_words(miss: NearMiss) -> str:
    """The figures of a near miss: "0.18 similar, 0.19 asked"."""
    held = "to the rest of its own story" if miss.cause is Cause.NEARER else "asked"
    return f"{miss.similarity:.3f} similar, {miss.measure:.3f} {held}"


def near_misses_line(stories: Sequence[Story]) -> str:
    """One line that says how much there is to look at; empty where there is nothing."""
    steps = [suggestion.miss.step for suggestion in suggestions(stories)]
    if not steps:
        return ""
    parts = ", ".join(f"{steps.count(step)} to {step}" for step in Step if step in steps)
    return f"{count(len(steps), 'near miss', 'near misses')} for an editor ({parts}): digest stories --near-misses"
