"""`digest move`: let an article go into another story."""

from __future__ import annotations

from pathlib import Path

import click

from digest.arrange import move as move_article
from digest.cli.arranging import arrange, arrange_options


@click.command()
@click.argument("article")
@click.argument("story")
@arrange_options
def move(*, article: str, story: str, dry_run: bool, quiet: bool, form: str, folder: Path) -> int:
    """Let ARTICLE leave its story for STORY.

    Name the article by its id, its file or its path, the story by the last part of its address. Moved back, it leaves
    no line behind.
    """
    return arrange(
        lambda desk: move_article(desk, article, story), dry_run=dry_run, quiet=quiet, form=form, folder=folder
    )
