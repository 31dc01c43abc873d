"""Who published an entry: whom it names as its source, the feed it stands in, or the host of its address."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.ingest.feeds.entry import Entry, Feed
from digest.ingest.feeds.texts import LONGEST_NAME
from digest.ingest.links import host_of
from digest.language import subject

SEPARATOR = re.compile(r"\s+[-–—|»«·:>/]\s+|\s*[|»]\s*|:\s+")  # "Example Courier - World", "World | Example Courier"
WORD_ENDS = re.compile(r"[\s:,;|»>–—-]+")
PASSED_ON = re.compile(r"(?:feeds?|feedproxy|rss|click|links?|redirect|r|go)\d{0,2}\.")  # hosts that only lead on
SHORTEST = 4  # letters of a name that an address may begin with


def outlet_of(entry: Entry, feed: Feed) -> str | None:
    """The name of an entry's publisher.

    The title of a feed whose entries lie on other sites (a search, a planet) is not their publisher's name.
    """
    if named := name_in(entry.source, host_of(entry.link)):
        return named
    host, home = host_of(entry.link), host_of(feed.link)
    name = name_in(feed.title, home or host)
    if name and (not host or not home or one_site(host, home) or PASSED_ON.match(host)):
        return name
    return host or None


@lru_cache(maxsize=256)
def name_in(title: str, host: str) -> str | None:
    """The outlet's name in a feed's title, or None where there is nothing else in it.

    "Example Courier - World" → "Example Courier"; "Latest news from Mill Lane Post RSS" → "Mill Lane Post"
    """
    words = subject("mul", "feeds")
    title = _stripped(" ".join(title.split()), tuple(words["starts"]), tuple(words["ends"]))
    parts = [part for part in map(str.strip, SEPARATOR.split(title)) if part]
    named = [part for part in parts if _is_named_by(host, part)]
    kept = [part for part in parts if part.lower() not in words["sections"]]
    best = named[0] if named else kept[0] if len(kept) == 1 else title if kept else ""
    return best if 0 < len(best) <= LONGEST_NAME and "//" not in best else None


def one_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one site: one is above the other, or they share all but their first label."""
    if one == other or one.endswith("." + other) or other.endswith("." + one):
        return True
    above, beside = one.partition(".")[2], other.partition(".")[2]
    return above == beside and above.count(".") >= 1


def _stripped(title: str, starts: tuple[str, ...], ends: tuple[str, ...]) -> str:
    """Without the words that stand around a name: the longest that fits, and only whole words."""
    for phrase in sorted(starts, key=len, reverse=True):
        rest = title[len(phrase) :]
        if title.lower().startswith(phrase) and (gap := WORD_ENDS.match(rest)) and rest[gap.end() :]:
            title = rest[gap.end() :]
            break
    for phrase in sorted(ends, key=len, reverse=True):
        head = title[: -len(phrase)]
        if title.lower().endswith(phrase) and head != (bare := head.rstrip(" :,;|»>–—-(")) and bare:
            return bare
    return title


def _is_named_by(host: str, name: str) -> bool:
    """Whether a host is called after a name: "Mill Lane Post" → "milllanepost.example", "mlp.example"."""
    bare = re.sub(r"[^a-z0-9]", "", name.lower())
    labels = host.split(".")[:-1]
    words = re.findall(r"[a-z0-9]+", name.lower())
    initials = "".join(word[0] for word in words)
    plain = bare.removeprefix("the")
    return (len(plain) >= SHORTEST and plain in re.sub(r"[^a-z0-9]", "", host)) or (
        len(words) > 1 and initials in labels
    )
