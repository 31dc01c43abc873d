"""`digest build`: make the pages, check every claim, write them, and let MkDocs make the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from digest.cli.changes import changes_line
from digest.cli.console import Console, as_data, console_options, count, failed
from digest.cli.engine import run_engine
from digest.cli.moves import tell_moves
from digest.cli.suggesting import near_misses_line
from digest.cli.today import day_option
from digest.cli.working import Work, work_options
from digest.config.project import Project, find_project
from digest.diagnostics import Diagnostic, DigestError
from digest.pipeline import Edition
from digest.store import Published, publish, write_atomically
from digest.store.history import render_history
from digest.store.lock import read_lock, render_lock
from digest.verify import Report, verify_edition, verify_project


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--pages-only", is_flag=True, help="Write the Markdown pages; do not make the site.")
@click.option("--regroup", is_flag=True, help="Compare all articles anew; else published stories stay as they are.")
@click.option("--engine", default="mkdocs", show_default=True, help="What makes the site: mkdocs or properdocs.")
@day_option
@work_options()
@console_options
def build(
    *,
    strict: bool,
    pages_only: bool,
    regroup: bool,
    engine: str,
    today: dt.date,
    quiet: bool,
    form: str,
    folder: Path,
    work: Work,
) -> int:
    """Make the pages in docs/ and the site in site/.

    Nothing is written if a claim on a page does not stand in its source.
    """
    console = Console(quiet=quiet, as_json=form == "json")
    project = find_project(folder)
    before = read_lock(project.lock, root=project.root)[0]
    edition = work.edition(project, console, regroup=regroup, today=today)
    misses = verify_edition(edition)
    if misses:
        raise DigestError(misses)
    published = publish(edition.pages, edition.articles, docs=project.docs, root=project.root)
    write_atomically(project.lock, render_lock(edition.lock).encode())
    write_atomically(project.history, render_history(edition.history).encode())
    report = verify_project(project, edition)
    problems = (*edition.diagnostics, *published.diagnostics, *report.misses)
    console.problems(problems)
    _tell(console, project, edition, published, report)
    if told := changes_line(edition):
        console.say(f"Since the last build: {told}.")
    tell_moves(console, before, edition.lock, regroup=regroup)
    console.data(_as_data(edition, published, report, problems))
    if failed(report.misses, strict=strict) or (strict and failed(problems, strict=True)):
        return 1
    status = 0 if pages_only else _make_site(project, console, engine, work, strict=strict)
    if hint := near_misses_line(edition.stories):
        console.say(hint)
    return status


def _make_site(project: Project, console: Console, engine: str, work: Work, *, strict: bool) -> int:
    options = ["build", "--clean", *(["--strict"] if strict else []), "--quiet"]
    status = run_engine(engine, options, root=project.root, environment=work.environment())
    if status == 0:
        console.say(f"The site is in {project.root.name}/site: open site/index.html, or run `digest serve` to preview.")
    return 1 if status else 0


def _tell(console: Console, project: Project, edition: Edition, published: Published, report: Report) -> None:
    console.say(
        f"{count(len(edition.articles), 'article')} in {count(len(edition.stories), 'story', 'stories')}; "
        f"{count(len(published.written), 'page')} written, {len(published.unchanged)} unchanged, "
        f"{len(published.deleted)} deleted."
    )
    console.say(f"Checked: {count(report.claims, 'claim')} on {count(report.pages, 'page')}, each in its source.")


def _as_data(
    edition: Edition, published: Published, report: Report, problems: Sequence[Diagnostic]
) -> dict[str, object]:
    return {
        "articles": len(edition.articles),
        "stories": [{"slug": s.slug, "articles": [a.id for a in s.articles]} for s in edition.stories],
        "written": list(published.written),
        "unchanged": list(published.unchanged),
        "deleted": list(published.deleted),
        "claims": report.claims,
        "problems": [as_data(p) for p in problems],
    }
