"""`digest add`: put articles, feeds and lists of feeds into `seeds/`, from the web or from the disk."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digest.cli.console import Console, console_options
from digest.cli.fetching import fetch_options, load, options_of, tell
from digest.config.project import find_project

LARGEST_STDIN = 20_000_000  # bytes


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--follow", is_flag=True, help="Write the feeds into digest.yml, so that `digest fetch` refreshes them.")
@fetch_options
@console_options
def add(
    *,
    sources: tuple[str, ...],
    follow: bool,
    allow: tuple[str, ...],
    again: bool,
    pages: bool | None,
    quiet: bool,
    form: str,
    folder: Path,
) -> int:
    """Put each SOURCE into seeds/: an address of a page, a feed or an OPML list, or a file.

    A file is copied; of an OPML list or a CSV file, what it lists is fetched. A single - reads addresses from standard
    input, one a line. Nothing in seeds/ is ever changed or deleted.
    """
    from digest.fetch import add as add_sources  # noqa: PLC0415 - `digest --help` need not wait for it
    from digest.fetch import sort_sources  # noqa: PLC0415

    console = Console(quiet=quiet, as_json=form == "json")
    project = find_project(folder)
    options = options_of(console, allow=allow, pages=pages, again=again)

    def stdin() -> bytes:
        return sys.stdin.buffer.read(LARGEST_STDIN)

    file = load(project.root)
    sorted_out = sort_sources(sources, stdin=stdin)
    return tell(console, add_sources(project.root, file, sorted_out, options=options, follow=follow))
