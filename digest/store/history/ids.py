"""Make the ids by which feed readers know a story again: once, and kept, whatever the site is called later."""

from __future__ import annotations

import datetime as dt
import uuid
from urllib.parse import urlsplit

HOST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")


def feed_id(name: str, day: dt.date, *, site_name: str, site_url: str) -> str:
    """A `tag:` address (RFC 4151) of the site's host and the day; of a site without one, a `urn:uuid:` of its name."""
    try:
        host = (urlsplit(site_url).hostname or "").lower()
    except ValueError:
        host = ""
    if host and HOST.issuperset(host):
        return f"tag:{host},{day.isoformat()}:{name}"
    whole = f"{site_name}\n{day.isoformat()}\n{name}".encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return uuid.uuid5(uuid.NAMESPACE_URL, whole).urn
