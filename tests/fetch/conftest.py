"""A web of our own: a server on this machine, names that lead to it, and a time that passes when somebody waits."""

from __future__ import annotations

import asyncio
import datetime as dt
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from webserver import WebServer

from digest.config.digest_file import FetchSettings
from digest.fetch import Options
from digest.fetch.collect import Collector
from digest.fetch.keeper import Keeper
from digest.fetch.memory import Memory, read_memory, write_memory
from digest.fetch.results import Result, Wish, silent
from digest.fetch.visitor import Visitor
from digest.fetch.world import World, look_up

START = dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)


@dataclass
class Times:
    """The time of a test. Waiting is done at once, and noted."""

    passed: float = 0
    waits: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.passed += seconds
        await asyncio.sleep(0)

    def now(self) -> dt.datetime:
        return START + dt.timedelta(seconds=int(self.passed))


@dataclass
class Names:
    """Where names lead, one answer after the other (the last stays). Numbers are looked up as ever."""

    known: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    async def look_up(self, host: str, port: int) -> tuple[str, ...]:
        if host not in self.known:
            return await look_up(host, port)
        answers = self.known[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


@dataclass
class Guest:
    """Fetches into a folder, in a world of its own."""

    root: Path
    times: Times
    names: Names
    settings: FetchSettings
    trust: Callable[[], ssl.SSLContext] | None = None

    @property
    def world(self) -> World:
        world = World(
            now=self.times.now, ticks=lambda: self.times.passed, sleep=self.times.sleep, look_up=self.names.look_up
        )
        return replace(world, trust=self.trust) if self.trust else world

    @property
    def options(self) -> Options:
        return Options(world=self.world, allow=("127.0.0.1",))

    def get(self, *addresses: str, again: bool = False, **details: object) -> tuple[Result, ...]:
        """Fetch addresses, and remember it as the commands do."""
        memory = read_memory(self.root)
        keeper = Keeper(self.root, Visitor(self.settings, world=self.world), memory, world=self.world, again=again)
        collector = Collector(keeper, most_pages=self.settings.pages, progress=silent)
        wishes = [Wish(address=address, **details) for address in addresses]
        try:
            return asyncio.run(collector.collect(wishes))
        finally:
            write_memory(self.root, memory)

    def one(self, address: str, **details: object) -> Result:
        """Fetch one address that names no others."""
        (result,) = self.get(address, **details)
        return result

    def code(self, address: str) -> str:
        """The code of what goes wrong with an address, and the proof that nothing was kept."""
        result = self.one(address)
        assert (result.outcome, result.path) == ("failed", "")
        assert not list((self.root / "seeds").rglob("*.*"))
        (problem,) = result.problems
        assert problem.location.path == address
        return problem.code

    def forget(self) -> None:
        write_memory(self.root, Memory())

    def seeds(self) -> list[str]:
        return sorted(p.relative_to(self.root).as_posix() for p in (self.root / "seeds").rglob("*") if p.is_file())


@pytest.fixture
def web() -> Iterator[WebServer]:
    server = WebServer()
    yield server
    server.close()


@pytest.fixture
def guest(tmp_path: Path) -> Guest:
    """Somebody who may ask 127.0.0.1, once, with a little patience."""
    settings = FetchSettings(allow=("127.0.0.1",), timeout=5, retries=0, delay=0)
    return Guest(tmp_path, Times(), Names(), settings)
