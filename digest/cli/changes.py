"""`digest changes`: what has changed since the last build, and would be told by the next one; writes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click

from digest.cli.console import Console, console_options, count
from digest.cli.today import day_option
from digest.cli.working import Work, work_options
from digest.config.project import find_project
from digest.model import Change, ChangeKind
from digest.pipeline import Edition
from digest.render.changes import WORDS
from digest.render.escape import visible_text


@click.command()
@day_option
@work_options()
@console_options
def changes(*, today: dt.date, quiet: bool, form: str, folder: Path, work: Work) -> int:
    """Show what the next build would tell readers as changed: sources, figures, corrections. Writes nothing."""
    console = Console(quiet=quiet, as_json=form == "json")
    edition = work.edition(find_project(folder), console, today=today)
    console.problems(edition.diagnostics)
    console.say("\n".join(_lines(edition)))
    console.data(_as_data(edition))
    return 0


def changes_line(edition: Edition) -> str:
    """One line for a build: "3 changes in 2 stories, 1 new story"; "" where nothing is told."""
    told = sum(map(len, edition.announced.values()))
    parts = [f"{count(told, 'change')} in {count(len(edition.announced), 'story', 'stories')}"] if told else []
    parts += [f"{count(len(edition.begun), 'new story', 'new stories')}"] if edition.begun else []
    return ", ".join(parts)


def _lines(edition: Edition) -> Iterator[str]:
    if not (edition.announced or edition.begun):
        yield "Nothing has changed since the last build."
    for story in edition.stories:
        if story.id in edition.begun:
            yield f"{story.slug}\n    new: {visible_text(story.title.text)}"
        elif told := edition.announced.get(story.id):
            yield story.slug
            yield from (f"    {_line(change)}" for change in told)


def _line(change: Change) -> str:
    """A change in a line of plain text: "figure moved: 40 dead -> 43 dead (bridge)"."""
    about = f"“{visible_text(change.about)}”: " if change.kind is ChangeKind.SPEAKER else ""
    words = visible_text(change.words)
    if change.before or change.kind is ChangeKind.SPEAKER:
        words = f"{visible_text(change.before) or 'nobody'} -> {words or 'nobody'}"
    source = f"({visible_text(change.article)})" if change.article else ""
    return f"{WORDS[change.kind][0]}: {about}{' '.join(part for part in (words, source) if part)}"


def _as_data(edition: Edition) -> dict[str, object]:
    return {
        "stories": [
            {
                "story": story.slug,
                "id": story.id,
                "new": story.id in edition.begun,
                "changes": [_change_data(change) for change in edition.announced.get(story.id, ())],
            }
            for story in edition.stories
            if story.id in edition.begun or story.id in edition.announced
        ]
    }


def _change_data(change: Change) -> dict[str, str]:
    parts = {
        "article": change.article,
        "about": change.about,
        "words": change.words,
        "before": change.before,
        "other": change.other,
    }
    return {"day": change.day.isoformat(), "kind": change.kind, **{name: text for name, text in parts.items() if text}}
