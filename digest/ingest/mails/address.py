"""The address at which a mail can be read on the web, if it leads there itself and says nothing of who received it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from digest.config.values import is_web_address
from digest.ingest.pages.address import without_trackers

LONGEST_CODE = 40  # characters of a word in an address; a longer one is a code by which somebody counts
# The parts of a host or a path that count clicks.
CLICKS = frozenset({
    "click", "clicks", "clk", "track", "tracking", "tracker", "trk", "redirect", "redir", "link", "links", "email",
    "e", "t", "l", "ls", "c", "ct", "wf", "app-link",
})  # fmt: skip
# The parameters that name the reader.
READER = re.compile(
    r"(?:e|r|s|u?uid|uuid|email|mail|token|recipient|user\w*|subscriber\w*|contact\w*|key|hash|sig\w*)", re.IGNORECASE
)
WORD = re.compile(r"[A-Za-z0-9%_.~=+]+")


def public_address(candidates: Iterable[str]) -> str | None:
    """The first address that is the mail's own page: no counted link, and without what names the reader."""
    return next((found for url in candidates if (found := _public(url.strip().strip("<>")))), None)


def _public(url: str) -> str | None:
    if not is_web_address(url):
        return None
    parts = urlsplit(without_trackers(url))
    query = "&".join(pair for pair in parts.query.split("&") if pair and not READER.fullmatch(pair.split("=", 1)[0]))
    words = [*WORD.findall(parts.path), *(word for _, value in parse_qsl(query) for word in WORD.findall(value))]
    steps = {step.rstrip("0123456789") for step in (*(parts.hostname or "").split("."), *parts.path.lower().split("/"))}
    if any(len(word) > LONGEST_CODE for word in words) or CLICKS & steps or not (parts.path.strip("/") or query):
        return None
    return urlunsplit(parts._replace(query=query))
