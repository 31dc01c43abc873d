"""The two journeys: `add` what somebody names, and `refresh` the feeds of `digest.yml`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from digest.config.digest_file import DigestFile, Feed, FetchSettings
from digest.diagnostics import Diagnostic, DigestError
from digest.fetch.collect import Collector
from digest.fetch.entries import feeds_of_page
from digest.fetch.follow import follow_feeds
from digest.fetch.keeper import Keeper
from digest.fetch.local import copy_file
from digest.fetch.memory import read_memory, write_memory
from digest.fetch.problems import note
from digest.fetch.results import Outcome, Progress, Result, Wish, silent
from digest.fetch.sniff import Kind
from digest.fetch.sources import Sources
from digest.fetch.visitor import Visitor
from digest.fetch.world import World

LOOKED_AT = 200_000  # bytes of a page in which it may name its feed


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


def add(root: Path, file: DigestFile, sources: Sources, *, options: Options, follow: bool = False) -> Fetching:
    """Fetch addresses and copy files into a project's `seeds/`; with `follow`, write feeds into its `digest.yml`."""
    results = [copy_file(path, root=root) for path in sources.files]
    publishers = {feed.address: feed.publisher for feed in file.feeds}
    wishes = [Wish(address=a, publisher=publishers.get(a), pages=options.pages) for a in sources.addresses]
    fetched = _collect(root, wishes, file.fetch, options)
    problems = sources.problems
    followed: tuple[str, ...] = ()
    if follow:
        followed, more = _follow(root, fetched)
        problems = (*problems, *more)
    return Fetching(results=(*results, *fetched), followed=followed, problems=problems)


def refresh(root: Path, feeds: Iterable[Feed], settings: FetchSettings, *, options: Options) -> Fetching:
    """Fetch feeds of a project's `digest.yml`, and the pages that they link to."""
    said = options.pages
    wishes = [Wish(address=f.address, publisher=f.publisher, pages=f.pages if said is None else said) for f in feeds]
    return Fetching(results=_collect(root, wishes, settings, options))


def _follow(root: Path, results: Iterable[Result]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Write the feeds among some results into `digest.yml`; of a page that somebody named, say that it is none."""
    got = [result for result in results if result.outcome is not Outcome.FAILED]
    no_feeds = tuple(
        note("no-feed", "this is no feed, so there is nothing to follow", result.address, hint=_feed_hint(root, result))
        for result in got
        if result.kind is Kind.PAGE and not result.of
    )
    try:
        return follow_feeds(root, [result.address for result in got if result.kind is Kind.FEED]), no_feeds
    except DigestError as problem:
        return (), (*no_feeds, *problem.diagnostics)


def _feed_hint(root: Path, result: Result) -> str:
    try:
        with (root / result.path).open("rb") as file:
            feeds = feeds_of_page(file.read(LOOKED_AT), address=result.address)
    except OSError:
        return ""
    return f"the page names a feed: {feeds[0]}" if feeds else ""


def _collect(root: Path, wishes: Sequence[Wish], settings: FetchSettings, options: Options) -> tuple[Result, ...]:
    if not wishes:
        return ()
    memory = read_memory(root)
    settings = replace(settings, allow=(*settings.allow, *options.allow))
    keeper = Keeper(root, Visitor(settings, world=options.world), memory, world=options.world, again=options.again)
    collector = Collector(keeper, most_pages=settings.pages, progress=options.progress)
    try:
        return asyncio.run(collector.collect(wishes))
    finally:  # also after Ctrl+C: what was fetched until then is kept, and remembered
        write_memory(root, memory)
