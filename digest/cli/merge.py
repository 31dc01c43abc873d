"""`digest merge`: let a story take others in."""

from __future__ import annotations

from pathlib import Path

import click

from digest.arrange import merge as merge_stories
from digest.cli.arranging import arrange, arrange_options


@click.command()
@click.argument("story")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@arrange_options
def merge(*, story: str, others: tuple[str, ...], dry_run: bool, quiet: bool, form: str, folder: Path) -> int:
    """Let STORY take in each OTHER story. Their addresses will lead to it.

    Name a story by the last part of its address, or a former one. The line goes into stories/STORY.yml; take it out,
    and the stories part again.
    """
    return arrange(
        lambda desk: merge_stories(desk, story, others), dry_run=dry_run, quiet=quiet, form=form, folder=folder
    )
