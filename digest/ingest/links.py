"""Addresses in feeds and tables: completed, on the web, and without trackers."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from digest.config.values import is_web_address
from digest.ingest.pages.address import without_trackers

LONGEST = 2_000  # characters of an address
UNSEEN = str.maketrans("", "", "\t\n\r")


def joined(base: str, address: str) -> str:
    """An address completed by the one that it is relative to; "" where that cannot be done."""
    try:
        return urljoin(base, address.strip()[:LONGEST])
    except ValueError:
        return ""


def web_link(address: str, *, base: str = "") -> str | None:
    """The address of a page on the web, as it is to be kept; None for "javascript:…" and the like."""
    whole = joined(base, address.strip()[: LONGEST + 1].translate(UNSEEN)).replace(" ", "%20")
    return without_trackers(whole) if is_web_address(whole) else None


def host_of(address: str | None) -> str:
    """The host of an address, without "www."."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
