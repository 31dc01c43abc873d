"""`digest init`: a new project of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from digest.config.scaffold import scaffold
from digest.resources import publishers_file, templates_folder


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The site's name; the default is made from the folder's.")
def init(*, folder: Path, name: str | None) -> int:
    """Make a new project in FOLDER, ready for `mkdocs serve`. Files that are there already are left alone."""
    written = scaffold(folder, templates=templates_folder(), publishers=publishers_file(), name=name)
    click.echo(f"Made {len(written)} files in {folder}.")
    click.echo(f"Next: put articles into {folder / 'seeds'}, then run `digest build -C {folder}`.")
    return 0
