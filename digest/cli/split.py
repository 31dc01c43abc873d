"""`digest split`: let articles leave a story and form one of their own."""

from __future__ import annotations

from pathlib import Path

import click

from digest.arrange import split as split_story
from digest.cli.arranging import arrange, arrange_options


@click.command()
@click.argument("story")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@arrange_options
def split(*, story: str, articles: tuple[str, ...], dry_run: bool, quiet: bool, form: str, folder: Path) -> int:
    """Let each ARTICLE leave STORY; together they form a story of their own.

    Name an article by its id, its file or its path. The articles of a story that was merged part again under their old
    address.
    """
    return arrange(
        lambda desk: split_story(desk, story, articles), dry_run=dry_run, quiet=quiet, form=form, folder=folder
    )
