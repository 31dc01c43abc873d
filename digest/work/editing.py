"""Lay the editors' hand over stories: what they know of people first, then each story's file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from digest.config.people import PeopleFile
from digest.config.story import StoryFile
from digest.diagnostics import Diagnostic
from digest.edit import apply_edits, apply_known_people, corrections
from digest.model import Story
from digest.store.history import ToRecord
from digest.store.identity import Named


def edit_stories(
    named: Sequence[Named], found: Sequence[Story], known: PeopleFile, files: Mapping[str, StoryFile]
) -> tuple[list[ToRecord], list[Diagnostic]]:
    """The stories as the editors want them, each with what it was before; and what the editors' files say in vain.

    `named` and `found` run in the same order; `files` are the stories' files by their slugs.
    """
    with_known, problems = apply_known_people(found, known, files=files)
    diagnostics = list(problems)
    stories = []
    for name, unedited, with_people in zip(named, found, with_known, strict=True):
        story = with_people
        others = [corrections(files[slug], taker=name.slug) for slug in name.former if slug in files]
        for edits, of_others in [*others, (files.get(name.slug), ())]:
            story, of_edits = apply_edits(story, edits)
            diagnostics += [*of_others, *of_edits]
        lines = known.lines if with_people is not unedited else ()
        stories.append(_to_record(story, unedited, [edits for edits, _ in others], files.get(name.slug), lines))
    return stories, diagnostics


def _to_record(
    story: Story, unedited: Story, others: Iterable[StoryFile], own: StoryFile | None, of_people: Sequence[str]
) -> ToRecord:
    """A story with what the editors have done to it, by the lines of their files."""
    lines = [*of_people, *(line for file in (*others, *([own] if own else ())) for line in file.lines)]
    editors = hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:12] if lines else ""
    return ToRecord(story=story, unedited=unedited, editors=editors, titled=bool(own and own.title))
