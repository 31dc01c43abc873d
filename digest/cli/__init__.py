"""The command line: one file a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from digest import __version__
from digest.diagnostics import DigestError

FINE, USERS_FILES, USAGE, OUR_BUG = 0, 1, 2, 3


COMMANDS = (
    "init",
    "add",
    "fetch",
    "build",
    "serve",
    "check",
    "verify",
    "stories",
    "changes",
    "explain",
    "report",
    "merge",
    "split",
    "move",
    "rewrite",
)


class Commands(click.Group):
    """The commands, each imported when it is asked for: `digest --version` need not wait for scipy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command in the module of its name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"digest.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="digest")
def cli() -> None:
    """Turn a folder of news articles into a website that people trust."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Exit codes: 0 fine, 1 the user's files, 2 usage, 3 a bug of ours."""
    try:
        status = cli.main(args=None if arguments is None else list(arguments), standalone_mode=False)
    except click.UsageError as problem:
        problem.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.ClickException as problem:
        problem.show()
        sys.exit(USERS_FILES)
    except DigestError as problem:
        click.echo(str(problem), err=True)
        sys.exit(USERS_FILES)
    except BrokenPipeError:
        sys.exit(FINE)
    except Exception as problem:
        _tell_bug(problem)
        sys.exit(OUR_BUG)
    sys.exit(status if isinstance(status, int) else FINE)


def _tell_bug(problem: Exception) -> None:
    import traceback  # noqa: PLC0415 - only ever needed here

    click.echo("".join(traceback.format_exception(problem)), err=True)
    click.echo(
        f"This is a bug in digest {__version__}, not in your files. Nothing half-written is left behind.\n"
        "Please report it with the lines above.",
        err=True,
    )
