"""Good manners: one request at a time to a host, a pause between two of them, and only a few hosts side by side."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager


class Turns:
    """Hands out turns. A host's turn begins when the one before has ended and its pause is over."""

    def __init__(
        self, *, ticks: Callable[[], float], sleep: Callable[[float], Awaitable[None]], side_by_side: int
    ) -> None:
        self._ticks = ticks
        self._sleep = sleep
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._ended: dict[str, float] = {}
        self._places = asyncio.Semaphore(side_by_side)

    @asynccontextmanager
    async def turn(self, host: str, *, delay: float) -> AsyncIterator[None]:
        """Wait for a host's turn and hold it; whoever waits for its pause takes nobody's place."""
        async with self._hosts[host]:
            if host in self._ended:
                pause = self._ended[host] + delay - self._ticks()
                if pause > 0:
                    await self._sleep(pause)
            async with self._places:
                try:
                    yield
                finally:
                    self._ended[host] = self._ticks()
