"""`digest stories`: list the stories, or what an editor might merge, split or move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from digest.cli.console import Console, console_options, count
from digest.cli.suggesting import Suggestion, in_words, suggestions
from digest.cli.working import Work, work_options
from digest.config.project import find_project
from digest.model import Story
from digest.render.escape import visible_text
from digest.render.reasons import by_article
from digest.render.wording import dates, outlets


@click.command()
@click.option("--near-misses", is_flag=True, help="What an editor might merge, split or move instead.")
@work_options()
@console_options
def stories(*, near_misses: bool, quiet: bool, form: str, folder: Path, work: Work) -> int:
    """List the stories, in the order of the home page.

    With --near-misses: stories that may be one, stories that may be two, and articles that may belong elsewhere, the
    most convincing first, each with its figures and the command that would do it.
    """
    console = Console(quiet=quiet, as_json=form == "json")
    edition = work.edition(find_project(folder), console)
    if near_misses:
        found = suggestions(edition.stories)
        console.say("\n".join(_suggested(found)))
        console.data({"near_misses": [_suggestion_data(suggestion) for suggestion in found]})
        return 0
    console.say("\n".join(_listed(edition.stories)))
    home = by_article(edition.stories)
    threads = {s.id: [home[key].slug if key in home else None for key in _around(s)] for s in edition.stories}
    console.data({"stories": [_story_data(story, *threads[story.id]) for story in edition.stories]})
    return 0


def _listed(found: Sequence[Story]) -> Iterator[str]:
    if not found:
        yield "There are no stories yet. Put articles into seeds/."
    for story in found:
        yield story.slug
        yield f"    {visible_text(story.title.text)}"
        told = visible_text(outlets(story.articles))
        yield f"    {count(len(story.articles), 'article')} · {told} · {dates(story.articles)}"


def _around(story: Story) -> tuple[str, str]:
    return story.cluster.earlier or "", story.cluster.later or ""


def _story_data(story: Story, earlier: str | None, later: str | None) -> dict[str, object]:
    days = sorted(article.published.value for article in story.articles if article.published)
    return {
        "story": story.slug,
        "id": story.id,
        "title": visible_text(story.title.text),
        "articles": [article.id for article in story.articles],
        "outlets": sorted({article.publisher.value.name for article in story.articles if article.publisher}),
        "first": days[0].isoformat() if days else None,
        "last": days[-1].isoformat() if days else None,
        "pinned": story.pinned,
        "earlier": earlier,
        "later": later,
    }


def _suggested(found: Sequence[Suggestion]) -> Iterator[str]:
    if not found:
        yield "No near misses: no two stories look like one, and none looks like two."
    for number, suggestion in enumerate(found, start=1):
        miss = suggestion.miss
        yield f"{'' if number == 1 else chr(10)}{number}. {suggestion.command}"
        for story in suggestion.stories:
            yield f"    {visible_text(story.title.text)} ({count(len(story.articles), 'article')})"
        yield f"    {in_words(miss)}: {miss.cause}"


def _suggestion_data(suggestion: Suggestion) -> dict[str, object]:
    miss = suggestion.miss
    return {
        "step": miss.step,
        "cause": miss.cause.name.lower(),
        "articles": list(miss.articles),
        "stories": [story.slug for story in suggestion.stories],
        "similarity": miss.similarity,
        "measure": miss.measure,
        "command": suggestion.command,
    }
