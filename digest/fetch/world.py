"""What fetching needs of the world outside: the time, a pause, the addresses of a host, and whom TLS trusts.

They are values, so that a test can give its own: then nothing waits and no name is looked up.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from digest.fetch.problems import FetchError

MOST_ADDRESSES = 20  # of one host


def utc_now() -> dt.datetime:
    """The time, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


async def look_up(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a host, in the order in which the system would try them. Raises FetchError."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as problem:
        passing = problem.errno == socket.EAI_AGAIN
        way_out = "is the network reachable?" if passing else "is the name spelled right?"
        raise FetchError("no-host", f"no host is called {host}", hint=way_out, passing=passing) from None
    except (OSError, UnicodeError):
        raise FetchError("no-host", f"no host is called {host}") from None
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))[:MOST_ADDRESSES]


def _trust() -> ssl.SSLContext:
    from digest.fetch.exchange import tls_context  # noqa: PLC0415 - httpx is loaded when something is asked

    return tls_context()


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The world as it is, unless told otherwise. `ticks` only ever grows, in seconds."""

    now: Callable[[], dt.datetime] = utc_now
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    look_up: Callable[[str, int], Awaitable[tuple[str, ...]]] = look_up
    trust: Callable[[], ssl.SSLContext] = _trust
