"""What `digest add` and `digest fetch` share: their options, and how results are told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from digest.cli.console import Console, as_data, count, failed
from digest.config.digest_file import DigestFile, load_digest_file
from digest.config.web_values import host_or_network
from digest.diagnostics import DigestError

if TYPE_CHECKING:
    from digest.fetch import Fetching, Options, Result

F = TypeVar("F", bound=Callable[..., Any])


def fetch_options(command: F) -> F:
    """Add --pages, --again and --allow to a command."""
    command = click.option(
        "--allow", multiple=True, metavar="HOST", help="Ask this host or network inside your own network, too."
    )(command)
    command = click.option("--again", is_flag=True, help="Ask also for what was asked for lately and is still fresh.")(
        command
    )
    return click.option(
        "--pages/--no-pages",
        default=None,
        help="Fetch the pages that feeds link to: all, or none; the default is those of entries without full text.",
    )(command)


def load(root: Path) -> DigestFile:
    """What `digest.yml` says. Raises DigestError with all its mistakes."""
    file, problems = load_digest_file(root)
    if failed(problems):
        raise DigestError(problems)
    return file


def options_of(console: Console, *, allow: tuple[str, ...], pages: bool | None, again: bool) -> Options:
    """The options of a run. Raises click.UsageError for an --allow that is neither a host nor a network."""
    from digest.fetch import Options  # noqa: PLC0415 - `digest --help` need not wait for it

    hosts = []
    for given in allow:
        host = host_or_network(given)
        if host is None:
            raise click.UsageError(f"--allow {given}: expected a host or a network such as 10.0.0.0/8")
        hosts.append(host)
    return Options(allow=tuple(hosts), pages=pages, again=again, progress=console.progress())


def tell(console: Console, fetching: Fetching) -> int:
    """Print the results and problems of a run, and give the exit status."""
    problems = fetching.all_problems
    width = max((len(result.outcome) for result in fetching.results), default=0)
    for result in fetching.results:
        console.say(f"{result.outcome:{width}}  {_line(result)}")
    for address in fetching.followed:
        console.say(f"{'follow':{width}}  {address} is now in digest.yml; `digest fetch` refreshes it")
    sys.stdout.flush()
    console.problems(problems)
    console.data(
        {
            "results": [_data(result) for result in fetching.results],
            "followed": list(fetching.followed),
            "problems": [as_data(problem) for problem in problems],
        }
    )
    return 1 if failed(problems) else 0


def _line(result: Result) -> str:
    words = f"{result.path}  {result.address}" if result.path and result.path != result.address else result.address
    facts = []
    if result.entries is not None:
        facts.append(
            count(result.entries, "entry", "entries") if result.kind == "feed" else count(result.entries, "feed")
        )
    if result.waiting:
        facts.append(f"{count(result.waiting, 'page')} left for the next run")
    return f"{words}  ({', '.join(facts)})" if facts else words


def _data(result: Result) -> dict[str, object]:
    return {
        "address": result.address,
        "outcome": str(result.outcome),
        "kind": str(result.kind),
        "path": result.path or None,
        "named_by": result.of or None,
        "entries": result.entries,
        "waiting": result.waiting,
    }
