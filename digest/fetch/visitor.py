"""Ask for addresses as a polite and careful guest: by the site's rules, in turn, with patience, and never at home."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest import __version__
from digest.config.digest_file import FetchSettings
from digest.fetch.guard import Allowed, check
from digest.fetch.problems import FetchError
from digest.fetch.robots import LIMIT as ROBOTS_LIMIT
from digest.fetch.robots import REDIRECTS as ROBOTS_REDIRECTS
from digest.fetch.robots import Rules, rules_of, unreachable
from digest.fetch.target import Target, follow, parse_target
from digest.fetch.turns import Turns
from digest.fetch.waiting import pause_before_retry, retry_after
from digest.fetch.world import World

if TYPE_CHECKING:
    from digest.fetch.exchange import Answer

AGENT = "storydigest"
ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
)
REDIRECT = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
BUSY = frozenset({429, 500, 502, 503, 504})
LEAST_DELAY = 1.0  # seconds, for hosts that are not the user's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An answer at the end of all redirects. `moved`: each of them was for good; `unsafe`: one left https for http."""

    answer: Answer
    final: str
    hops: int = 0
    moved: bool = False
    unsafe: bool = False


class Visitor:
    """Asks for addresses, and remembers for one run whose turn it is and what each site's rules are."""

    def __init__(self, settings: FetchSettings, *, world: World) -> None:
        self._settings = settings
        self._world = world
        self._allowed = Allowed.of(settings.allow)
        self._turns = Turns(ticks=world.ticks, sleep=world.sleep, side_by_side=settings.hosts)
        self._rules: dict[str, asyncio.Task[Rules]] = {}
        self._trust: ssl.SSLContext | None = None

    async def visit(self, address: str, headers: Mapping[str, str] | None = None) -> Arrival:
        """Ask for an address and follow its redirects. Raises FetchError if it gives no answer.

        An answer that refuses (404, 500 after all retries) is an answer.
        """
        return await self._travel(parse_target(address), headers or {}, most=self._settings.redirects)

    async def _travel(self, target: Target, headers: Mapping[str, str], *, most: int, obey: bool = True) -> Arrival:
        seen = [target.url]
        moved, unsafe = True, False
        while True:
            rules = await self._rules_of(target) if obey else None
            if rules:
                rules.require(target.url)
            answer = await self._ask(target, headers, delay=rules.delay if rules else 0, is_rules=not obey)
            if answer.status not in REDIRECT or "location" not in answer.headers:
                hops = len(seen) - 1
                return Arrival(answer=answer, final=target.url, hops=hops, moved=bool(hops) and moved, unsafe=unsafe)
            moved = moved and answer.status in FOR_GOOD
            onward = _onward(target, answer.headers["location"])
            if onward.url in seen:
                raise FetchError(
                    "redirect-loop", f"this address leads back to itself: {_way([*seen, onward.url])}",
                    hint="a page that wants cookies does that; save it with your browser, and add the file",
                )  # fmt: skip
            if len(seen) > most:
                raise FetchError(
                    "too-many-redirects", f"more than {most} redirects: {_way([*seen, onward.url])}",
                    hint="fetch: redirects: in digest.yml allows more",
                )  # fmt: skip
            unsafe = unsafe or (target.scheme == "https" and onward.scheme == "http")
            seen.append(onward.url)
            target = onward

    async def _ask(self, target: Target, headers: Mapping[str, str], *, delay: float, is_rules: bool) -> Answer:
        """Ask one address without redirects, again and again where that may help."""
        retries = self._settings.retries
        async with self._turns.turn(target.host, delay=max(delay, self._delay(target))):
            for attempt in range(retries + 1):
                wait = None
                try:
                    answer = await self._once(target, headers, is_rules=is_rules)
                    if answer.status not in BUSY:
                        return answer
                    wait = retry_after(answer.headers.get("retry-after"), now=self._world.now())
                    pause = pause_before_retry(attempt, asked=wait)
                    if attempt == retries or pause is None:
                        return answer
                except FetchError as problem:
                    pause = pause_before_retry(attempt, asked=None)
                    if not problem.passing or attempt == retries or pause is None:
                        raise
                await self._world.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    async def _once(self, target: Target, headers: Mapping[str, str], *, is_rules: bool) -> Answer:
        from digest.fetch.exchange import Terms, exchange  # noqa: PLC0415 - httpx is loaded when something is asked

        if self._trust is None:
            try:
                self._trust = self._world.trust()
            except OSError as problem:  # ssl.SSLError is one, too
                words = f"the list of authorities in SSL_CERT_FILE or SSL_CERT_DIR cannot be read ({problem})"
                raise FetchError("certificate", words) from None
        limit = ROBOTS_LIMIT if is_rules else self._settings.largest
        try:
            async with asyncio.timeout(self._settings.timeout):
                found = check(target.host, await self._world.look_up(target.host, target.port), self._allowed)
                terms = Terms(limit=limit, tls=self._trust, cut=is_rules)
                return await exchange(target, found, {**self._about_us(), **headers}, terms=terms)
        except TimeoutError:
            raise FetchError(
                "too-slow", f"no whole answer within {self._settings.timeout:g} seconds", passing=True,
                hint="fetch: timeout: in digest.yml allows more",
            ) from None  # fmt: skip

    def _about_us(self) -> Mapping[str, str]:
        contact = f" (+{self._settings.contact})" if self._settings.contact else ""
        return {
            "User-Agent": f"{AGENT}/{__version__}{contact}",
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
        }

    def _delay(self, target: Target) -> float:
        own = self._allowed.names(target.host)
        return self._settings.delay if own else max(self._settings.delay, LEAST_DELAY)

    async def _rules_of(self, target: Target) -> Rules:
        """The rules of a site; several who ask at once wait for one request."""
        task = self._rules.get(target.origin)
        if task is None:
            task = self._rules[target.origin] = asyncio.create_task(self._read_rules(target))
        return await asyncio.shield(task)

    async def _read_rules(self, target: Target) -> Rules:
        try:
            arrival = await self._travel(target._replace(path="/robots.txt"), {}, most=ROBOTS_REDIRECTS, obey=False)
        except FetchError as problem:
            if problem.code in ("too-many-redirects", "redirect-loop", "bad-address", "packing"):
                return Rules(agent=AGENT)  # RFC 9309 calls such a file unavailable: no rules
            site_itself = problem.code in ("no-host", "no-address", "private-address", "no-connection", "certificate")
            return Rules(agent=AGENT, trouble=problem if site_itself else unreachable(problem.message))
        return rules_of(arrival.answer.status, arrival.answer.body, agent=AGENT)


def _onward(target: Target, location: str) -> Target:
    try:
        return follow(target, location)
    except FetchError as problem:
        shown = location.strip()[:200]
        raise FetchError(problem.code, f"{target.url} leads to {shown}: {problem.message}") from None


def _way(urls: list[str]) -> str:
    return " → ".join(url if len(url) <= 120 else f"{url[:119]}…" for url in urls)
