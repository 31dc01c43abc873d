"""The one door to MkDocs: hand it fresh pages, tell it what to watch, write nothing but the cache."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Literal

from mkdocs.config import Config, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from digest.config.project import find_project
from digest.diagnostics import Diagnostic, DigestError, Level
from digest.hardening import Hardening
from digest.picture import Folding
from digest.pipeline import Edition
from digest.store import read_manifest
from digest.verify import verify_edition
from digest.work.memory import Recent
from digest.workplace import JOBS, NO_CACHE, edition_of

log = logging.getLogger("mkdocs.plugins.digest")

# A page has no date of its own that is the same in every build; MkDocs would take today's.
NO_DATE = "1980-01-01"
LEVELS = {Level.ERROR: logging.ERROR, Level.WARNING: logging.WARNING, Level.NOTE: logging.INFO}


class DigestConfig(Config):  # type: ignore[no-untyped-call]
    """The plug-in's options in `mkdocs.yml`."""

    enabled = config_options.Type(bool, default=True)
    jobs = config_options.Type(int, default=0)  # processes; 0 is one a core, or what the environment says
    cache = config_options.Type(bool, default=True)  # whether what earlier builds found is used


class DigestPlugin(BasePlugin[DigestConfig]):  # type: ignore[no-untyped-call]
    """Lay the pages that the articles give now over those that `digest build` left in `docs/`."""

    def __init__(self) -> None:
        self._edition: Edition | None = None
        self._recent = Recent()
        self._serving = False
        self._generated: frozenset[str] = frozenset()
        self._rendering = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object, and with it the last good edition, between the rebuilds of a preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the folders that pages are made from, and harden the Markdown of pages that hold foreign text."""
        if not self.config.enabled:
            return config
        root = Path(config.config_file_path).parent
        for name in ("seeds", "stories", "site_templates"):
            folder = str(root / name)
            if (root / name).is_dir() and folder not in config.watch:
                config.watch.append(folder)
        for extension in (Hardening, Folding):
            made = extension(lambda: self._rendering in self._generated)
            config.markdown_extensions.append(made)  # type: ignore[arg-type]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the generated pages on disk by fresh ones."""
        if not self.config.enabled:
            return files
        project = find_project(Path(config.config_file_path).parent)
        edition = self._make(Path(config.config_file_path).parent)
        manifest, _ = read_manifest(project.docs, root=project.root)
        fresh = {page.path: page.text for page in edition.pages}
        for path in sorted({*manifest.pages, *fresh}):
            old = files.get_file_from_path(path)
            if old is not None and (path in manifest.pages or path in fresh):
                files.remove(old)
        for path, text in fresh.items():
            files.append(File.generated(config, path, content=text))
        self._generated = frozenset(fresh)
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Give every page the same date, so that two builds give the same bytes."""
        page.update_date = NO_DATE
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Remember whose Markdown is rendered next."""
        self._rendering = page.file.src_uri
        return markdown

    def _make(self, root: Path) -> Edition:
        """Make the edition; while previewing, a mistake is told and the last good edition stays."""
        try:
            edition = edition_of(
                find_project(root),
                jobs=self.config.jobs or _number(os.environ.get(JOBS, "")),
                cached=self.config.cache and not os.environ.get(NO_CACHE),
                recent=self._recent if self._serving else None,
            )
            misses = verify_edition(edition)
            if misses:
                raise DigestError(misses)
        except DigestError as problem:
            for diagnostic in problem.diagnostics:
                log.log(LEVELS[diagnostic.level], "%s", diagnostic)
            if self._serving and self._edition is not None:
                log.error("The preview shows the last good pages until this is mended.")
                return self._edition
            raise PluginError("digest: the project has errors; they are listed above") from None
        self._tell(edition.diagnostics)
        self._edition = edition
        return edition

    def _tell(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        for diagnostic in diagnostics:
            # What is wrong with one article must not fail a strict build of all the others: errors come as warnings.
            log.log(min(LEVELS[diagnostic.level], logging.WARNING), "%s", diagnostic)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
