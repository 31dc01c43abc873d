"""Take an address apart into what a request needs, and refuse what no request is made for."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from digest.config.values import is_web_address
from digest.fetch.problems import FetchError
from digest.ingest.pages.address import without_trackers

PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")  # "news.example.org", "2130706433"
ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")  # the sign alone: "100%"
KEPT = "/%:@!$&'()*+,;=~-._"


class Target(NamedTuple):
    """Where to send a request, and for what. `host` is in ASCII, an IPv6 address without its brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """The host as an address and a Host header write it: with brackets, and with a port that is not the usual."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.origin}{self.path}"


def parse_target(address: str) -> Target:
    """Take an address apart. Raises FetchError for what is no public http(s) address."""
    address = address.strip()
    if not is_web_address(address):
        scheme = address.split(":", 1)[0].lower()
        if "://" in address and scheme.isalpha() and scheme not in PORTS:
            raise FetchError("bad-address", f"{scheme}:// is not fetched, only http:// and https://")
        raise FetchError("bad-address", "this is no web address", hint="it begins with https:// and has no blanks")
    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise FetchError(
            "user-info", "this address holds a user's name or password; such addresses are not fetched",
            hint="take out what stands between // and @",
        )  # fmt: skip
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise FetchError("bad-address", "the port in this address is no port")
    path = quote(ESCAPE.sub("%25", parts.path or "/"), safe=KEPT)
    query = f"?{quote(ESCAPE.sub('%25', parts.query), safe=KEPT + '?')}" if parts.query else ""
    host = _host(parts.hostname or "")
    return Target(parts.scheme, host, port or PORTS[parts.scheme], f"{path}{query}")


def follow(target: Target, location: str) -> Target:
    """Where a `Location` header leads from here. Raises FetchError where it leads to no address."""
    try:
        return parse_target(urljoin(target.url, location.strip()).split("#", 1)[0])
    except ValueError:
        raise FetchError("bad-address", "this is no web address") from None


def plain_address(address: str) -> str:
    """An address in one form, without trackers and fragment: the same page always gives the same text.

    "HTTPS://Example.org:443/a?utm_source=x#top" → "https://example.org/a". Raises FetchError.
    """
    return parse_target(without_trackers(parse_target(address.split("#", 1)[0]).url)).url


def identity(address: str) -> str:
    """What makes an address itself: its plain form without the scheme, so that http and https are one."""
    return plain_address(address).split("://", 1)[1]


def readable_path(path: str) -> str:
    """A path with its escapes resolved, for people: "/caf%C3%A9" → "/café"."""
    return unquote(path, errors="replace")


def _host(host: str) -> str:
    """A host in ASCII. Raises FetchError where it cannot be one."""
    if ":" in host:
        try:
            found = ipaddress.IPv6Address(host)
        except ValueError:
            found = None
        if found is None or found.scope_id:  # "fe80::1%eth0" means something on one machine only
            raise FetchError("bad-address", f"{host} is no IPv6 address of the internet")
        return str(found)
    host = host.lower()
    if not host.isascii():
        import idna  # noqa: PLC0415 - only ever needed for such names

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise FetchError("bad-address", f"{host} can be no name of a host") from None
    host = host.removesuffix(".")
    if not HOST.fullmatch(host):
        raise FetchError("bad-address", f"{host or 'nothing'} can be no name of a host")
    return host
