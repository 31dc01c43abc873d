"""Get addresses, the feeds that lists name, and the pages that feeds link to, several hosts side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from digest.diagnostics import Diagnostic, Level
from digest.fetch.entries import Entry, entries_of, feeds_of_opml
from digest.fetch.keeper import Keeper, Kept
from digest.fetch.problems import FetchError, note
from digest.fetch.results import Outcome, Progress, Result, Wish
from digest.fetch.sniff import Kind
from digest.fetch.target import identity

MOST_FEEDS = 500  # of one list


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page that an entry links to; `is_new` if no revision of it is held."""

    address: str
    is_new: bool


class Collector:
    """Collects for one run; each address is asked once in it, whoever names it."""

    def __init__(self, keeper: Keeper, *, most_pages: int, progress: Progress) -> None:
        self._keeper = keeper
        self._most_pages = most_pages
        self._progress = progress
        self._asked: set[str] = set()
        self._begun = self._ended = 0

    async def collect(self, wishes: Iterable[Wish]) -> tuple[Result, ...]:
        """Get all addresses, and what they name, in this order. The results stand in the order of the wishes."""
        found = await asyncio.gather(*(self._collect(wish) for wish in self._once(wishes)))
        return tuple(result for results in found for result in results)

    async def _collect(self, wish: Wish) -> list[Result]:
        kept = await self._keep(wish)
        if kept.result.outcome is Outcome.FAILED:
            return [kept.result]
        if kept.result.kind is Kind.FEED:
            return await self._with_pages(kept, wish)
        if kept.result.kind is Kind.LIST:
            return await self._with_feeds(kept, wish)
        return [kept.result]

    async def _with_feeds(self, kept: Kept, wish: Wish) -> list[Result]:
        """The feeds of a list; lists in lists are not followed."""
        addresses = feeds_of_opml(kept.data)
        problems = kept.result.problems
        if len(addresses) > MOST_FEEDS:
            words = f"this list has {len(addresses):,} feeds; the first {MOST_FEEDS} are fetched"
            problems = (*problems, note("too-many", words, wish.address, level=Level.WARNING))
        wishes = self._once(Wish(address=address, pages=wish.pages) for address in addresses[:MOST_FEEDS])
        feeds = await asyncio.gather(*(self._feed_of_list(w, wish.address) for w in wishes))
        here = replace(kept.result, entries=len(addresses), problems=problems)
        return [here, *(result for results in feeds for result in results)]

    async def _feed_of_list(self, wish: Wish, of: str) -> list[Result]:
        kept = await self._keep(wish, of=of)
        return await self._with_pages(kept, wish) if kept.result.kind is Kind.FEED else [kept.result]

    async def _with_pages(self, kept: Kept, wish: Wish) -> list[Result]:
        """A feed with the pages that its entries link to: the newest first, and no more than the limit."""
        entries = await asyncio.to_thread(entries_of, kept.data)
        problems = kept.result.problems
        if not entries:
            words = "this feed has no entries, or they cannot be read"
            problems = (*problems, note("no-entries", words, wish.address, level=Level.WARNING))
        linked = await asyncio.to_thread(self._linked, entries, kept, wish) if wish.pages is not False else {}
        pages = [linked[key] for key in linked if key not in self._asked]
        chosen, waiting = pages[: self._most_pages], pages[self._most_pages :]
        self._asked |= {identity(page.address) for page in chosen}
        wishes = [Wish(address=page.address, publisher=wish.publisher) for page in chosen]
        fetched = await asyncio.gather(*(self._keep(w, of=wish.address, level=Level.WARNING) for w in wishes))
        here = replace(kept.result, entries=len(entries), waiting=len(waiting), problems=problems)
        return [here, *_without_repeats([page.result for page in fetched])]

    def _linked(self, entries: Sequence[Entry], kept: Kept, wish: Wish) -> dict[str, _Page]:
        """The pages to fetch, by their identity: those not held yet, then those whose entry has changed since."""
        before = {entry.key: entry.content for entry in entries_of(kept.before)} if kept.before else {}
        found: dict[str, _Page] = {}
        for entry in sorted(entries, key=_newest_first):
            if not entry.link or (entry.has_full_text and wish.pages is None):
                continue
            try:
                address = urljoin(kept.final, entry.link)
                key = identity(address)
                is_new = not self._keeper.has(address)
            except (FetchError, ValueError):
                continue
            changed = before.get(entry.key, entry.content) != entry.content
            if (is_new or changed) and not self._keeper.failed_lately(address):
                found.setdefault(key, _Page(address=address, is_new=is_new))
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
                key = identity(wish.address)
            except FetchError:
                kept.append(wish)
                continue
            if key not in self._asked:
                self._asked.add(key)
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
