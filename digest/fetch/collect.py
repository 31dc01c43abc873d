"""Get addresses, the feeds that lists name, and the pages that feeds link to, several hosts side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from digest.diagnostics import Diagnostic, Level
from digest.fetch.entries import Entry, entries_of, feeds_of_opml
from digest.fetch.keeper import Keeper, Kept
from digest.fetch.naming import Place, place_of
from digest.fetch.problems import FetchError, note
from digest.fetch.results import Outcome, Progress, Result, Wish
from digest.fetch.sniff import Kind

MOST_FEEDS = 500  # of one list
MOST_OPEN = 16  # addresses whose bytes are held in memory at once


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page that an entry links to; `is_new` if no revision of it is held."""

    address: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What is needed of an address once its bytes are read: of a feed the pages to fetch, of a list its feeds."""

    result: Result
    pages: Mapping[Place, _Page] = field(default_factory=dict)
    feeds: Sequence[str] = ()


class Collector:
    """Collects for one run; each address is asked once in it, whoever names it."""

    def __init__(self, keeper: Keeper, *, most_pages: int, progress: Progress) -> None:
        self._keeper = keeper
        self._most_pages = most_pages
        self._progress = progress
        self._asked: set[Place] = set()
        self._begun = self._ended = 0
        self._open = asyncio.Semaphore(MOST_OPEN)
        self._reading = asyncio.Lock()  # a large feed needs memory while it is read: one after the other

    async def collect(self, wishes: Iterable[Wish]) -> tuple[Result, ...]:
        """Get all addresses, and what they name. The results stand in the order of the wishes."""
        found = await asyncio.gather(*(self._collect(wish) for wish in self._once(wishes)))
        return tuple(result for results in found for result in results)

    async def _collect(self, wish: Wish, *, of: str = "") -> list[Result]:
        """An address with the pages of its entries, or with its feeds; lists in lists are not followed."""
        opened = await self._get(wish, of)
        if opened.result.kind is Kind.FEED:
            return await self._with_pages(opened, wish)
        if opened.result.kind is Kind.LIST and not of:
            feeds = self._once(Wish(address=address, pages=wish.pages) for address in opened.feeds[:MOST_FEEDS])
            found = await asyncio.gather(*(self._collect(feed, of=wish.address) for feed in feeds))
            return [opened.result, *(result for results in found for result in results)]
        return [opened.result]

    async def _with_pages(self, feed: _Opened, wish: Wish) -> list[Result]:
        """A feed with the pages that its entries link to: the newest first, and no more than the limit."""
        places = [place for place in feed.pages if place not in self._asked]
        chosen, waiting = places[: self._most_pages], places[self._most_pages :]
        self._asked |= set(chosen)
        wishes = [Wish(address=feed.pages[place].address, publisher=wish.publisher) for place in chosen]
        pages = await asyncio.gather(*(self._page(page, wish.address) for page in wishes))
        return [replace(feed.result, waiting=len(waiting)), *_without_repeats(pages)]

    async def _page(self, wish: Wish, of: str) -> Result:
        return (await self._keep(wish, of=of, level=Level.WARNING)).result

    async def _get(self, wish: Wish, of: str) -> _Opened:
        """Get an address and read what it names. Its bytes are let go with the end of this function."""
        async with self._open:
            kept = await self._keep(wish, of=of)
            if kept.result.kind is Kind.PAGE or kept.result.outcome is Outcome.FAILED:
                return _Opened(result=kept.result)
            async with self._reading:
                read = self._read_feed if kept.result.kind is Kind.FEED else self._read_list
                return await asyncio.to_thread(read, kept, wish)

    def _read_list(self, kept: Kept, wish: Wish) -> _Opened:
        feeds = feeds_of_opml(kept.data)
        problems = kept.result.problems
        if len(feeds) > MOST_FEEDS:
            words = f"this list has {len(feeds):,} feeds; the first {MOST_FEEDS} are fetched"
            problems = (*problems, note("too-many", words, wish.address, level=Level.WARNING))
        return _Opened(result=replace(kept.result, entries=len(feeds), problems=problems), feeds=feeds)

    def _read_feed(self, kept: Kept, wish: Wish) -> _Opened:
        entries = entries_of(kept.data)
        problems = kept.result.problems
        if not entries:
            words = "this feed has no entries, or they cannot be read"
            problems = (*problems, note("no-entries", words, wish.address, level=Level.WARNING))
        pages = self._linked(entries, kept, wish) if wish.pages is not False else {}
        return _Opened(result=replace(kept.result, entries=len(entries), problems=problems), pages=pages)

    def _linked(self, entries: Sequence[Entry], kept: Kept, wish: Wish) -> dict[Place, _Page]:
        """The pages to fetch, by their places: those not held yet, then those whose entry has changed since."""
        before = {entry.key: entry.content for entry in entries_of(kept.before)} if kept.before else {}
        found: dict[Place, _Page] = {}
        for entry in sorted(entries, key=_newest_first):
            if not entry.link or (entry.has_full_text and wish.pages is None):
                continue
            try:
                address = urljoin(kept.final, entry.link)
                place = place_of(address)
            except (FetchError, ValueError):
                continue
            is_new = not self._keeper.has(place)
            changed = before.get(entry.key, entry.content) != entry.content
            if (is_new or changed) and not self._keeper.failed_lately(address):
                found.setdefault(place, _Page(address=address, is_new=is_new))
        return dict(sorted(found.items(), key=lambda item: not item[1].is_new))

    async def _keep(self, wish: Wish, *, of: str = "", level: Level = Level.ERROR) -> Kept:
        self._begun += 1
        kept = await self._keeper.keep(wish, of=of, level=level)
        self._ended += 1
        self._progress("fetching", self._ended, self._begun)
        return kept

    def _once(self, wishes: Iterable[Wish]) -> list[Wish]:
        """Leave out addresses that somebody named already; those that are none stay, to be reported."""
        kept = []
        for wish in wishes:
            try:
                place = place_of(wish.address)
            except FetchError:
                kept.append(wish)
                continue
            if place not in self._asked:
                self._asked.add(place)
                kept.append(wish)
        return kept


def _newest_first(entry: Entry) -> float:
    """Entries without a date come last, in the feed's order."""
    return -entry.published.timestamp() if entry.published else float("inf")


def _without_repeats(results: Sequence[Result]) -> list[Result]:
    """Tell a problem that many pages of a feed share once, with their number."""
    shared: dict[tuple[str, str], int] = {}
    for result in results:
        for problem in result.problems:
            shared[problem.code, problem.message] = shared.get((problem.code, problem.message), 0) + 1
    told: set[tuple[str, str]] = set()
    found = []
    for result in results:
        problems: list[Diagnostic] = []
        for problem in result.problems:
            key = (problem.code, problem.message)
            if key not in told:
                told.add(key)
                more = f" (the same with {shared[key] - 1} more pages of this feed)" if shared[key] > 1 else ""
                problems.append(replace(problem, message=f"{problem.message}{more}"))
        found.append(replace(result, problems=tuple(problems)))
    return found
