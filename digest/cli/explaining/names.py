"""Find the story or article that a name on the command line means."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import NamedTuple

import click

from digest.model import Article, Story
from digest.pipeline import Edition


class Found(NamedTuple):
    """A story, or an article with its story; `parts` are all articles where a file holds several."""

    story: Story
    article: Article | None = None
    parts: tuple[Article, ...] = ()


def find(edition: Edition, name: str) -> Found:
    """Look a name up: a story's slug or id, an article's id, path or file name.

    Raises click.UsageError, with what comes nearest, where nothing is called so.
    """
    for story in edition.stories:
        if name in (story.slug, story.id):
            return Found(story)
    home = {article.id: story for story in edition.stories for article in story.articles}
    parts = [article for article in edition.articles if name in (article.path, Path(article.path).name)]
    for article in edition.articles:
        if name == article.id:
            return Found(home[article.id], article)
    if parts:
        return Found(home[parts[0].id], parts[0], tuple(parts))
    known = [story.slug for story in edition.stories] + [article.id for article in edition.articles]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.3)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise click.UsageError(f"no story and no article is called {name!r}{hint}")
