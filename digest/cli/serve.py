"""`digest serve`: preview the site, refreshed on every save."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.console import project_option
from digest.cli.engine import run_engine
from digest.cli.working import Work, work_options
from digest.config.project import find_project


@click.command()
@click.option("--address", "-a", default="127.0.0.1:8000", show_default=True, help="Where to serve the preview.")
@click.option("--engine", default="mkdocs", show_default=True, help="What makes the site: mkdocs or properdocs.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@work_options(dask=False)
@project_option
def serve(*, address: str, engine: str, open_browser: bool, folder: Path, work: Work) -> int:
    """Preview the site; it refreshes when you save a file in stories/, seeds/, site_templates/ or docs/."""
    options = ["serve", "--dev-addr", address, *(["--open"] if open_browser else [])]
    return run_engine(engine, options, root=find_project(folder).root, environment=work.environment())
