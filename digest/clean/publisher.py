"""Recognize the publisher by what its pages leave in a scraped text."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from digest.config.publishers import publisher_named
from digest.model import Known, Origin, Publisher, RawArticle


def find_publisher(raw: RawArticle, publishers: Sequence[Publisher]) -> Known[Publisher] | None:
    """The publisher that is stated, else that of the stated address, else the one whose fingerprints are in the text.

    Where several are found the one with the most fingerprints wins, and between equals the last in the text:
    a page ends with its own furniture, while its top may name others.
    """
    stated = raw.publisher
    if stated and not stated.origin.by_hand and raw.url and (home := _by_address(raw.url.value, publishers)):
        return Known(value=home, origin=stated.origin)  # a page may name the agency or the owner
    if raw.publisher:
        return Known(value=publisher_named(raw.publisher.value, publishers), origin=raw.publisher.origin)
    if raw.url and (home := _by_address(raw.url.value, publishers)):
        return Known(value=home, origin=raw.url.origin)
    best: tuple[int, int, str] | None = None
    winner: Publisher | None = None
    for publisher in publishers:
        places = [at for mark in publisher.fingerprints if (at := _find(raw.text, mark)) >= 0]
        if places:
            rank = (len(places), max(places), publisher.id)
            if best is None or rank > best:
                best, winner = rank, publisher
    return Known(value=winner, origin=Origin.RECOGNIZED) if winner else None


def _by_address(url: str, publishers: Sequence[Publisher]) -> Publisher | None:
    """The publisher whose home page is on the address's host, or on a host above it."""
    host = _host(url)
    for publisher in publishers:
        home = _host(publisher.home or "")
        if home and (host == home or host.endswith("." + home)):
            return publisher
    return None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # such as "http://[": not an address at all
        return ""


def _find(text: str, mark: str) -> int:
    """The first place where the mark stands as whole words, or -1."""
    at = text.find(mark) if mark else -1
    while at >= 0:
        end = at + len(mark)
        open_left = at == 0 or not (text[at - 1].isalnum() and mark[0].isalnum())
        open_right = end == len(text) or not (text[end].isalnum() and mark[-1].isalnum())
        if open_left and open_right:
            return at
        at = text.find(mark, at + 1)
    return -1
