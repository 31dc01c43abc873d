"""The two journeys: `add` what somebody names, and `refresh` the feeds of `digest.yml`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from digest.config.digest_file import Feed, FetchSettings, load_digest_file
from digest.diagnostics import Diagnostic, DigestError, Level
from digest.fetch.collect import Collector
from digest.fetch.follow import follow_feeds
from digest.fetch.keeper import Keeper
from digest.fetch.local import copy_file
from digest.fetch.memory import read_memory, write_memory
from digest.fetch.results import Outcome, Progress, Result, Wish, silent
from digest.fetch.sniff import Kind
from digest.fetch.sources import sort_sources
from digest.fetch.visitor import Visitor
from digest.fetch.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """What a run did: its results, the feeds that it wrote into `digest.yml`, and the problems of no single address."""

    results: tuple[Result, ...] = ()
    followed: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()

    @property
    def all_problems(self) -> tuple[Diagnostic, ...]:
        """Every problem, those of addresses too."""
        return (*self.problems, *(problem for result in self.results for problem in result.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run differs from what `digest.yml` says, and its world. `again`: ask for what is fresh, too."""

    allow: tuple[str, ...] = ()
    pages: bool | None = None
    again: bool = False
    progress: Progress = silent
    world: World = field(default_factory=World)


def add(
    root: Path, sources: Sequence[str], *, options: Options, follow: bool = False, stdin: Callable[[], bytes]
) -> Fetching:
    """Fetch addresses and copy files into a project's `seeds/`; with `follow`, write feeds into its `digest.yml`.

    Raises DigestError where `digest.yml` has mistakes.
    """
    file, problems = load_digest_file(root)
    _stop_on_errors(problems)
    sorted_out = sort_sources(sources, stdin=stdin)
    results = [copy_file(path, root=root) for path in sorted_out.files]
    publishers = {feed.address: feed.publisher for feed in file.feeds}
    wishes = [
        Wish(address=named.address, publisher=publishers.get(named.address), pages=options.pages)
        for named in sorted_out.addresses
    ]
    problems = (*problems, *sorted_out.problems)
    if wishes:
        results += _collect(root, wishes, file.fetch, options)
    followed: tuple[str, ...] = ()
    if follow:
        feeds = [r.address for r in results if r.kind is Kind.FEED and r.outcome is not Outcome.FAILED]
        try:
            followed = follow_feeds(root, [address for address in feeds if "://" in address])
        except DigestError as problem:
            problems = (*problems, *problem.diagnostics)
    return Fetching(results=tuple(results), followed=followed, problems=problems)


def refresh(root: Path, feeds: Sequence[Feed], *, options: Options) -> Fetching:
    """Fetch feeds of a project's `digest.yml`, and the pages that they link to. Raises DigestError on its mistakes."""
    file, problems = load_digest_file(root)
    _stop_on_errors(problems)
    wishes = [
        Wish(
            address=feed.address,
            publisher=feed.publisher,
            pages=feed.pages if options.pages is None else options.pages,
        )
        for feed in feeds
    ]
    results = _collect(root, wishes, file.fetch, options) if wishes else ()
    return Fetching(results=tuple(results), problems=problems)


def _collect(root: Path, wishes: Sequence[Wish], settings: FetchSettings, options: Options) -> tuple[Result, ...]:
    memory = read_memory(root)
    settings = replace(settings, allow=(*settings.allow, *options.allow))
    keeper = Keeper(root, Visitor(settings, world=options.world), memory, world=options.world, again=options.again)
    collector = Collector(keeper, most_pages=settings.pages, progress=options.progress)
    try:
        return asyncio.run(collector.collect(wishes))
    finally:  # also after Ctrl+C: what was fetched until then is kept, and remembered
        write_memory(root, memory)


def _stop_on_errors(problems: Sequence[Diagnostic]) -> None:
    if any(problem.level is Level.ERROR for problem in problems):
        raise DigestError(problems)
