"""`digest rewrite`: ask a language model for summaries in fewer words, and keep those that stand."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.console import Console, as_data, console_options, count
from digest.cli.fetching import load
from digest.cli.working import Work, work_options
from digest.config.project import find_project
from digest.diagnostics import DigestError, Location, error
from digest.llm import Client, Outcome, Result
from digest.llm import rewrite as ask_for
from digest.rewrite import request_for
from digest.store.rewritten import drop_others, read_rewritten

SETTINGS = "llm:\n  server: http://localhost:11434/v1\n  model: the-model's-name"


@click.command()
@click.argument("names", nargs=-1, metavar="[STORY]...")
@click.option("--again", is_flag=True, help="Ask also where an answer is kept.")
@work_options()
@console_options
def rewrite(*, names: tuple[str, ...], again: bool, quiet: bool, form: str, folder: Path, work: Work) -> int:
    """Ask the language model of digest.yml to shorten the summary of each STORY (by its slug; all without one).

    Sentences that say anything but what their cited sentences say are dropped. The rest is kept in stories/rewritten/,
    and the next build prints it above the articles' own sentences. Answers that no story needs any more are deleted.
    """
    console = Console(quiet=quiet, as_json=form == "json")
    project = find_project(folder)
    settings = load(project.root).llm
    if settings is None:
        raise DigestError(
            [error("no-llm", "digest.yml names no language model", location=Location(path="digest.yml"), hint=SETTINGS)]
        )
    client = Client.open(settings)
    edition = work.edition(project, console)
    unknown = sorted({*names} - {story.slug for story in edition.stories})
    if unknown:
        raise click.UsageError(f"there is no story {unknown[0]!r}; `digest stories` lists them")
    kept = read_rewritten(project.stories, root=project.root)[0]
    wanted = [story for story in edition.stories if not names or story.slug in names]
    results = []
    for result in ask_for(wanted, ask=client.ask, model=client.model, kept=kept, folder=project.stories, again=again):
        results.append(result)
        _tell(console, result)
    needed = {request.key for story in edition.stories if (request := request_for(story))}
    dropped = drop_others(project.stories, needed)
    outcomes = [result.outcome for result in results]
    console.say(
        f"{count(outcomes.count(Outcome.WRITTEN), 'summary', 'summaries')} written, "
        f"{outcomes.count(Outcome.KEPT)} kept, {outcomes.count(Outcome.FAILED)} failed; "
        f"{count(len(dropped), 'old answer')} deleted. `digest build` prints them."
    )
    console.data(
        {"stories": [_data(result) for result in results], "problems": [as_data(p) for p in edition.diagnostics]}
    )
    return 1 if Outcome.FAILED in outcomes else 0


def _tell(console: Console, result: Result) -> None:
    if result.outcome is Outcome.FAILED:
        console.say(f"failed   {result.story.slug}: {result.why[0]}")
    elif result.outcome is Outcome.WRITTEN and result.rewriting:
        kept = count(len(result.rewriting.sentences), "sentence")
        console.say(f"written  {result.story.slug}: {kept}, {result.rewriting.dropped} dropped")
        for why in result.why:
            console.say(f"           dropped: {why}")


def _data(result: Result) -> dict[str, object]:
    return {
        "story": result.story.slug,
        "outcome": result.outcome.value,
        "sentences": [one.text for one in result.rewriting.sentences] if result.rewriting else [],
        "why": list(result.why),
    }
