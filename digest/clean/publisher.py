"""Recognize the publisher by what its pages leave in a scraped text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.words import bare
from digest.model import Known, Origin, Publisher, RawArticle


def find_publisher(raw: RawArticle, publishers: Sequence[Publisher]) -> Known[Publisher] | None:
    """The publisher that is stated beside the article, else the one whose fingerprints stand in the text.

    Where several are found the one with the most fingerprints wins, and between equals the last in the text:
    a page ends with its own furniture, while its top may name others.
    """
    if raw.publisher:
        name = bare(raw.publisher.value)
        for publisher in publishers:
            if name in (bare(publisher.name), bare(publisher.id)):
                return Known(value=publisher, origin=raw.publisher.origin)
        slug = re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "publisher"
        return Known(value=Publisher(id=slug, name=raw.publisher.value), origin=raw.publisher.origin)
    best: tuple[int, int, str] | None = None
    winner: Publisher | None = None
    for publisher in publishers:
        places = [at for mark in publisher.fingerprints if (at := _find(raw.text, mark)) >= 0]
        if places:
            rank = (len(places), max(places), publisher.id)
            if best is None or rank > best:
                best, winner = rank, publisher
    return Known(value=winner, origin=Origin.RECOGNIZED) if winner else None


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
