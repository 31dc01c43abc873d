"""What a site asks of programs, in its robots.txt, read as RFC 9309 says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from digest.fetch.problems import FetchError

LIMIT = 500 * 1024  # bytes of a robots.txt that are read: RFC 9309, 2.5
REDIRECTS = 5  # RFC 9309, 2.3.1.2
LONGEST_DELAY = 30.0  # seconds: a site that asks for more gets this


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one site; without a `parser` everything is allowed, with a `trouble` nothing is."""

    agent: str
    parser: Any = None
    trouble: FetchError | None = None

    def require(self, url: str) -> None:
        """Raise FetchError if this address may not be asked for."""
        if self.trouble:
            raise self.trouble
        if self.parser and not self.parser.can_fetch(url, self.agent):
            raise FetchError(
                "robots", "the site's robots.txt asks programs not to fetch this page",
                hint="save the page with your browser, and add the file: digest add FILE",
            )  # fmt: skip

    @property
    def delay(self) -> float:
        """The pause in seconds that the site asks for between two requests, up to our longest."""
        asked = self.parser.crawl_delay(self.agent) if self.parser else None
        return min(float(asked), LONGEST_DELAY) if asked and asked > 0 else 0.0  # "nan" is not more than 0


def rules_of(status: int, body: bytes, *, agent: str) -> Rules:
    """The rules in an answer to the request for a robots.txt: none in a 4xx, nothing allowed after a 5xx or 429."""
    if status == 200:
        from protego import Protego  # noqa: PLC0415 - only when something is asked

        return Rules(agent=agent, parser=Protego.parse(body.decode("utf-8-sig", "replace").replace("\0", "")))
    if status >= 500 or status == 429:
        return Rules(agent=agent, trouble=unreachable(f"the server said {status}"))
    return Rules(agent=agent)


def unreachable(why: str) -> FetchError:
    """A site whose wishes cannot be known is not asked."""
    return FetchError(
        "robots-unreachable",
        f"the site's robots.txt cannot be read ({why}), so nothing is fetched there",
        hint="try again later",
        passing=True,
    )
