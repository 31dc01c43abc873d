"""A page's own address, in one form, and without what trackers hang on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from digest.config.values import is_web_address
from digest.ingest.pages.trackers import is_tracker
from digest.model import Known

PORTS = {"http": 80, "https": 443}
SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^;/?#]*", re.IGNORECASE)  # "/news;jsessionid=5A?id=7"
ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
# Letters that mean the same with and without the escape; "%2E" stays, since browsers take it for a step up.
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~")
SAFE = "".join(map(chr, range(0x21, 0x7F)))  # only what no address may hold is escaped


def own_address(stated: Sequence[Known[str]]) -> Known[str] | None:
    """The first of several addresses that is one of a page on the web, in the order given, and where it is stated.

    A relative one is completed by the first complete one. The address of a site's front page is taken only where
    there is nothing better: it is stated by mistake on many an article. Of one address with http and https it is the
    safe one.
    """
    found = [Known(value=known.value.strip(), origin=known.origin) for known in stated if known.value.strip()]
    base = next((known.value for known in found if is_web_address(known.value)), "")
    joined = [Known(value=_joined(base, known.value), origin=known.origin) for known in found]
    whole = [
        Known(value=without_trackers(known.value), origin=known.origin)
        for known in joined
        if is_web_address(known.value)
    ]
    best = next((known for known in whole if _leads_somewhere(known.value)), whole[0] if whole else None)
    if best and best.value.startswith("http://"):
        safe = "https" + best.value.removeprefix("http")
        return next((known for known in whole if known.value == safe), best)
    return best


def without_trackers(url: str) -> str:
    """Bring an address into one form, without its fragment and the parameters of trackers.

    "HTTP://X.example:80/%7ea?id=7&utm_source=b#c" → "http://x.example/~a?id=7"
    """
    try:
        parts = urlsplit(url)
        if not parts.hostname:
            return url
    except ValueError:  # such as "http://[": not an address at all
        return url
    kept = [pair for pair in parts.query.split("&") if pair and not is_tracker(pair.split("=", 1)[0])]
    fragment = parts.fragment if parts.fragment.startswith("!") else ""  # "#!" names a page, not a place in one
    path = _escaped(SESSION.sub("", parts.path)) or "/"
    return urlunsplit((parts.scheme, _host(parts), path, _escaped("&".join(kept)), fragment))


def _host(parts: SplitResult) -> str:
    """The host as a browser asks for it, without who signs in, and without the port that goes without saying."""
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    try:
        port = parts.port
        ascii_host = host.encode("idna").decode("ascii")
        # Where the old rules for letters beyond ASCII would name another host ("ß" as "ss"), it stays as it is.
        host = ascii_host if ascii_host.encode("ascii").decode("idna") == host else host
    except ValueError:  # no such port, or a label that is too long
        return parts.netloc.rpartition("@")[2]
    return host if port in (None, PORTS.get(parts.scheme)) else f"{host}:{port}"


def _escaped(text: str) -> str:
    """Escape what must be and nothing else, each in one way: "%7Eé%2f" → "~%C3%A9%2F"."""
    return quote(ESCAPED.sub(_plain, text), safe=SAFE, errors="backslashreplace")


def _plain(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return letter if letter in PLAIN else escape.group().upper()


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return ""


def _leads_somewhere(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)
