"""One request and its answer: the only module that imports httpx.

The request goes to the very IP address that was checked, with the host's name in the Host header and in TLS, so a name
that leads elsewhere a moment later changes nothing. Nothing is kept between two requests: no connection, no cookie.
Redirects are given back, not followed. Proxies named in the environment are not used.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import httpx

from digest.fetch.body import receive
from digest.fetch.problems import FetchError
from digest.fetch.target import Target

MOST_ADDRESSES = 3  # of one host, one after the other
CONNECT = 10.0  # seconds for one of them


class Terms(NamedTuple):
    """What is accepted: bodies of so many bytes (the rest is an error, or `cut` off), and whose certificates."""

    limit: int
    tls: ssl.SSLContext
    cut: bool = False


class Answer(NamedTuple):
    """What a server said. Names of headers are in small letters; of those given twice the first counts."""

    status: int
    headers: Mapping[str, str]
    body: bytes


async def exchange(target: Target, addresses: Sequence[str], headers: Mapping[str, str], *, terms: Terms) -> Answer:
    """Ask one of the checked IP addresses of a host. Raises FetchError; how long it lasts is the caller's to bound."""
    for number, address in enumerate(addresses[:MOST_ADDRESSES], start=1):
        try:
            return await _ask(target, address, headers, terms)
        except httpx.ConnectError as problem:
            _raise_if_tls(problem)
            if number == min(len(addresses), MOST_ADDRESSES):
                raise FetchError("no-connection", "no connection: nobody answers there", passing=True) from None
        except httpx.ConnectTimeout:
            if number == min(len(addresses), MOST_ADDRESSES):
                raise FetchError("no-connection", "no connection: no answer came in time", passing=True) from None
        except httpx.RemoteProtocolError as problem:
            if "without sending complete message body" in str(problem) or "incomplete chunked read" in str(problem):
                raise FetchError("cut-short", f"the answer ends too early ({problem})", passing=True) from None
            raise FetchError("no-http", f"the answer breaks the rules of HTTP ({problem})", passing=True) from None
        except httpx.InvalidURL:
            raise FetchError("bad-address", "this address cannot be asked for") from None
        except httpx.TransportError as problem:
            why = f" ({problem})" if str(problem) else ""
            raise FetchError("no-connection", f"the connection broke{why}", passing=True) from None
    raise FetchError("no-address", "this host has no address")


def tls_context() -> ssl.SSLContext:
    """Check certificates against the usual list, or that of SSL_CERT_FILE or SSL_CERT_DIR."""
    return httpx.create_ssl_context()


async def _ask(target: Target, address: str, headers: Mapping[str, str], terms: Terms) -> Answer:
    url = target._replace(host=address).url
    everything = {"Host": target.netloc, **headers, "Connection": "close"}
    timeouts = httpx.Timeout(None, connect=CONNECT).as_dict()
    extensions = {"sni_hostname": target.host, "timeout": timeouts}
    limits = httpx.Limits(max_connections=1, max_keepalive_connections=0)
    async with httpx.AsyncHTTPTransport(verify=terms.tls, http1=True, http2=False, limits=limits) as transport:
        request = httpx.Request("GET", url, headers=everything, extensions=extensions)
        response = await transport.handle_async_request(request)
        try:
            found: dict[str, str] = {}
            for name, value in response.headers.multi_items():
                found.setdefault(name.lower(), value)
            body = b""
            if response.status_code == httpx.codes.OK:  # of any other answer nothing but its headers is of use
                coding = found.get("content-encoding", "")
                body = await receive(response.aiter_raw(), coding=coding, limit=terms.limit, cut=terms.cut)
            return Answer(response.status_code, found, body)
        finally:
            await response.aclose()


def _raise_if_tls(problem: Exception) -> None:
    """A certificate that does not hold is no passing trouble."""
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            detail = getattr(cause, "verify_message", "") or cause.reason or "no reason given"
            raise FetchError(
                "certificate", f"the server cannot prove who it is ({detail})",
                hint="open the address in a browser; a list of your own authorities can be named in SSL_CERT_FILE",
            ) from None  # fmt: skip
        cause = cause.__cause__ or cause.__context__
