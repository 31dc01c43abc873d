"""`digest fetch`: refresh the feeds of `digest.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from digest.cli.console import Console, console_options
from digest.cli.fetching import fetch_options, load, options_of, tell
from digest.config.digest_file import Feed
from digest.config.project import find_project


@click.command()
@click.argument("feeds", nargs=-1, metavar="[FEED]...")
@fetch_options
@console_options
def fetch(
    *,
    feeds: tuple[str, ...],
    allow: tuple[str, ...],
    again: bool,
    pages: bool | None,
    quiet: bool,
    form: str,
    folder: Path,
) -> int:
    """Refresh the feeds of digest.yml, and fetch the pages of their new entries.

    FEED, a part of an address or a publisher's name, picks some of them; the default is all. What has not changed is
    not stored again, and what is still fresh is not even asked for.
    """
    from digest.fetch import refresh  # noqa: PLC0415 - `digest --help` need not wait for it

    console = Console(quiet=quiet, as_json=form == "json")
    project = find_project(folder)
    file = load(project.root)
    chosen = _chosen(file.feeds, feeds)
    options = options_of(console, allow=allow, pages=pages, again=again)
    fetching = refresh(project.root, chosen, file.fetch, options=options)
    if not file.feeds:
        console.say("digest.yml lists no feeds; `digest add ADDRESS --follow` adds one.")
    return tell(console, fetching)


def _chosen(listed: Sequence[Feed], names: Sequence[str]) -> tuple[Feed, ...]:
    """The feeds that somebody named, in the order of the file. Raises click.UsageError for a name that fits none."""
    for name in names:
        if not any(_fits(feed, name) for feed in listed):
            way_out = f"`digest add {name} --follow` adds it" if "://" in name else "see the list in digest.yml"
            raise click.UsageError(f"no feed of digest.yml is called {name!r}; {way_out}")
    return tuple(feed for feed in listed if not names or any(_fits(feed, name) for name in names))


def _fits(feed: Feed, name: str) -> bool:
    return name.casefold() in feed.address.casefold() or name.casefold() == (feed.publisher or "").casefold()
