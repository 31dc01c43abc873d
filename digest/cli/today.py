"""The day of a build, which is the user's to say: no other part of digest asks the clock for it."""

from __future__ import annotations

import datetime as dt
import os

import click

from digest.cli.console import F

EPOCH = "SOURCE_DATE_EPOCH"  # seconds since 1970, as reproducible builds have it


def day_option(command: F) -> F:
    """Add --date to a command, which gets it as `today`."""
    return click.option(
        "--date",
        "today",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=_day,
        metavar="YYYY-MM-DD",
        help=f"The day of which changes are told; by default today, or that of {EPOCH}.",
    )(command)


def _day(context: click.Context, option: click.Parameter, value: dt.datetime | None) -> dt.date:
    return value.date() if value else this_day(os.environ.get(EPOCH, ""))


def this_day(epoch: str = "") -> dt.date:
    """The day of some seconds since 1970 (in UTC), or today's. Raises click.UsageError for what is no such number."""
    if not epoch:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"{EPOCH} is not a number of seconds: {epoch[:40]!r}") from None
