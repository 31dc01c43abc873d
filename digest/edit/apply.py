"""Lay one editor's file over one story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from digest.config.story import StoryFile
from digest.diagnostics import Diagnostic, Location, warning
from digest.edit.figures import edit_figures
from digest.edit.matching import Warnings, fold
from digest.edit.people import edit_people
from digest.edit.quotes import edit_quotes
from digest.edit.summary import edit_summary
from digest.model import EditorText, Excerpt, Story

STEPS = (edit_people, edit_quotes, edit_figures, edit_summary)
"""In this order: a corrected speaker is looked up among the people as the editor names them."""


def apply_edits(story: Story, edits: StoryFile | None) -> tuple[Story, tuple[Diagnostic, ...]]:
    """The story as the editor wants it. What the file says in vain comes as warnings, in the order of the file."""
    if edits is None:
        return story, ()
    story = replace(
        story,
        title=_title(story, edits.title.value) if edits.title else story.title,
        tags=tuple(dict.fromkeys(tag.value for tag in edits.tags.value)) if edits.tags else story.tags,
        note=edits.note.value if edits.note else story.note,
        pinned=edits.pinned.value if edits.pinned else story.pinned,
        order=edits.order.value if edits.order else story.order,
    )
    warnings = Warnings(file=edits)
    for step in STEPS:
        story = step(story, warnings)
    return story, tuple(sorted(warnings.found, key=lambda d: (d.location or Location(path=""), d.code, d.message)))


def unused_files(files: Iterable[StoryFile], slugs: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Warn of files that belong to no story. One that only speaks of articles needs none."""
    known = sorted(slugs)
    found = []
    for file in sorted(files, key=lambda f: f.path):
        about_articles = file.articles or file.together or file.apart
        if file.slug in known or (about_articles and file == _only_articles(file)):
            continue
        near = get_close_matches(file.slug, known, n=1, cutoff=0.4)
        hint = f"did you mean {near[0]}.yml?" if near else "name the file after its story's address"
        text = f"there is no story '{file.slug}', so this file changes nothing"
        found.append(warning("unused-file", text, location=Location(path=file.path), hint=hint))
    return tuple(found)


def _only_articles(file: StoryFile) -> StoryFile:
    return StoryFile(
        slug=file.slug,
        path=file.path,
        articles=file.articles,
        together=file.together,
        apart=file.apart,
        lines=file.lines,
    )


def _title(story: Story, title: str) -> Excerpt | EditorText:
    """An article's own headline stays a citation."""
    for article in story.articles:
        headline = article.headline
        if headline and fold(headline.text) == fold(title) and " ".join(headline.text.split()) == title:
            return headline
    return EditorText(text=title)
