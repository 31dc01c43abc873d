"""`digest verify`: read everything again, and show each claim that its source does not bear out."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.console import Console, as_data, console_options, count, failed
from digest.cli.working import Work, work_options
from digest.config.project import find_project
from digest.verify import verify_project


@click.command()
@click.option("--strict", is_flag=True, help="Fail on pages that are out of date, too.")
@work_options(cached=False)
@console_options
def verify(*, strict: bool, quiet: bool, form: str, folder: Path, work: Work) -> int:
    """Check raw files, cleaned texts, findings and pages against one another, character by character."""
    console = Console(quiet=quiet, as_json=form == "json")
    project = find_project(folder)
    report = verify_project(project, work.edition(project, console))
    console.problems(report.misses)
    bad = failed(report.misses, strict=strict)
    console.say(
        f"{count(report.articles, 'article')}, {count(report.findings, 'excerpt')}, {count(report.pages, 'page')}, "
        f"{count(report.claims, 'claim')}: {'NOT all of it holds' if bad else 'every one stands in its source'}."
    )
    console.data(
        {
            "ok": not bad,
            "articles": report.articles,
            "excerpts": report.findings,
            "pages": report.pages,
            "claims": report.claims,
            "misses": [as_data(miss) for miss in report.misses],
        }
    )
    return 1 if bad else 0
