"""Align the words of two quotations: the runs of words that both have, wherever they stand.

The method is greedy tiling: of all runs in common the weightiest is taken first, then the weightiest of what is left.
Unlike an edit distance it also finds words that were moved.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from digest.language.background import rarity
from digest.language.terms import is_content, stem, words
from digest.model import Excerpt

MOST_WORDS = 300  # of a quotation that are compared; a page says nothing of what comes behind them
MOST_RUNS = 2_000  # in common, the weightiest: two hostile texts have a run for every pair of words
FUNCTION, CONTENT = 0.3, 1.0  # nats that a function word weighs, and any other at least
GRAMMAR = 3  # words from which a run counts that holds no word of content
MOVED, MOVED_CONTENT = (
    4,
    2,
)  # words, and words of content, of a run that was moved; fewer stand elsewhere by chance
LONG_RUN = 7  # words in a row that hardly anybody says twice
HEAD = 4  # letters in which two spellings of a word agree
ELLIPSIS = re.compile(r"…|\.[ \u00a0]?\.[ \u00a0]?\.")  # "…", "...", ". . ."


class Tile(NamedTuple):
    """A run of words in common: `length` words from `one` on in the first text, and from `other` on in the second."""

    one: int
    other: int
    length: int


@dataclass(frozen=True, slots=True)
class Said:
    """Words of an utterance as one article prints them, in one piece or several.

    `starts` and `ends` are offsets into the piece that `piece` names for each word. `gaps` are the places where an
    ellipsis stands before a word; the place behind the last word is `len(stems)`. `all` are all stems, `telling` those
    of words of content, `heads` their first letters, `runs` all LONG_RUN words in a row; `weight` is how much all the
    words tell.
    """

    pieces: tuple[Excerpt, ...]
    stems: tuple[str, ...]
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    piece: tuple[int, ...]
    gaps: frozenset[int]
    weights: tuple[float, ...]
    content: tuple[bool, ...]
    weight: float
    all: frozenset[str]
    telling: frozenset[str]
    heads: frozenset[str]
    runs: frozenset[tuple[str, ...]]

    def between(self, start: int, end: int) -> tuple[Excerpt, ...]:
        """The words `start` to `end` (exclusive) as excerpts, one for each piece that has some of them."""
        found: dict[int, tuple[int, int]] = {}
        for place in range(start, end):
            number = self.piece[place]
            found[number] = (found.get(number, (self.starts[place], 0))[0], self.ends[place])
        return tuple(part_of(self.pieces[number], first, last) for number, (first, last) in found.items())


def part_of(excerpt: Excerpt, start: int, end: int) -> Excerpt:
    """A part of an excerpt, by offsets into its text."""
    span = excerpt.span
    inner = type(span)(article_id=span.article_id, start=span.start + start, end=span.start + end)
    return Excerpt(span=inner, text=excerpt.text[start:end])


@lru_cache(maxsize=4096)  # a quotation is held against all others of its story
def said(pieces: tuple[Excerpt, ...], language: str = "en") -> Said:
    """Cut the pieces of a quotation into words."""
    stems: list[str] = []
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    piece: list[int] = []
    content: list[bool] = []
    gaps: set[int] = set()
    for number, excerpt in enumerate(pieces):
        marks = [match.start() for match in ELLIPSIS.finditer(excerpt.text)]
        for word in words(excerpt.text):
            if len(stems) == MOST_WORDS:
                break
            while marks and marks[0] < word.start:
                gaps.add(len(stems))
                marks.pop(0)
            forms.append(word.text.lower().replace("’", "'"))
            stems.append(stem(word.text, language=language))
            starts.append(word.start)
            ends.append(word.end)
            piece.append(number)
            content.append(is_content(word.text, language=language))
        if marks:
            gaps.add(len(stems))
    weights = [
        max(CONTENT, rarity(s, language=language)) if c else FUNCTION for s, c in zip(stems, content, strict=True)
    ]
    return Said(
        pieces=pieces,
        stems=tuple(stems),
        forms=tuple(forms),
        starts=tuple(starts),
        ends=tuple(ends),
        piece=tuple(piece),
        gaps=frozenset(gaps),
        weights=tuple(weights),
        content=tuple(content),
        weight=sum(weights),
        all=frozenset(stems),
        telling=frozenset(s for s, c in zip(stems, content, strict=True) if c),
        heads=frozenset(s[:HEAD] for s in stems if len(s) >= HEAD),
        runs=frozenset(tuple(stems[k : k + LONG_RUN]) for k in range(len(stems) - LONG_RUN + 1)),
    )


def align(one: Said, other: Said) -> tuple[tuple[Tile, ...], tuple[Tile, ...]]:
    """The runs in common that stand in one order in both texts, and those that one of them has elsewhere."""
    tiles = sorted(_tiles(one, other))
    chain = _in_order(tiles, one)
    moved = [t for t in tiles if t not in chain and _was_moved(t, one)]
    return tuple(tile for tile in tiles if tile in chain), tuple(moved)


def _tiles(one: Said, other: Said) -> list[Tile]:
    heap = [(-_weight(tile, one), *tile) for tile in _runs(one.stems, other.stems) if _tells(tile, one)]
    heap = heapq.nsmallest(MOST_RUNS, heap)
    heapq.heapify(heap)
    used_one, used_other = set[int](), set[int]()
    taken = []
    while heap:
        _, *place = heapq.heappop(heap)
        tile = Tile(*place)
        free = [k for k in range(tile.length) if tile.one + k not in used_one and tile.other + k not in used_other]
        if len(free) == tile.length:
            taken.append(tile)
            used_one.update(range(tile.one, tile.one + tile.length))
            used_other.update(range(tile.other, tile.other + tile.length))
            continue
        for first, last in _stretches(free):
            rest = Tile(tile.one + first, tile.other + first, last - first + 1)
            if _tells(rest, one):
                heapq.heappush(heap, (-_weight(rest, one), *rest))
    return taken


def _runs(one: Sequence[str], other: Sequence[str]) -> Iterator[Tile]:
    """All runs of words in common that cannot be longer."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        places.setdefault(word, []).append(place)
    for i, word in enumerate(one):
        for j in places.get(word, ()):
            if i and j and one[i - 1] == other[j - 1]:
                continue  # it is within a run that began before
            length = 1
            while i + length < len(one) and j + length < len(other) and one[i + length] == other[j + length]:
                length += 1
            yield Tile(i, j, length)


def _tells(tile: Tile, one: Said) -> bool:
    """Whether a run is more than grammar: it has a word of content, or three words."""
    return tile.length >= GRAMMAR or any(one.content[tile.one : tile.one + tile.length])


def _was_moved(tile: Tile, one: Said) -> bool:
    return tile.length >= MOVED and sum(one.content[tile.one : tile.one + tile.length]) >= MOVED_CONTENT


def _weight(tile: Tile, one: Said) -> float:
    """What a run weighs; a long one more than its words one by one."""
    return sum(one.weights[tile.one : tile.one + tile.length]) * (1 + 0.2 * (tile.length - 1))


def _stretches(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Runs of neighbouring numbers: [0, 1, 4] -> (0, 1), (4, 4)."""
    for k, place in enumerate(places):
        if k == 0 or places[k - 1] != place - 1:
            first = place
        if k + 1 == len(places) or places[k + 1] != place + 1:
            yield first, place


def _in_order(tiles: Sequence[Tile], one: Said) -> frozenset[Tile]:
    """The weightiest of the tiles that follow one another in both texts; `tiles` follow one another in the first."""
    best: list[tuple[float, int]] = []
    for k, tile in enumerate(tiles):
        weight, before = max(((best[j][0], j) for j in range(k) if tiles[j].other < tile.other), default=(0.0, -1))
        best.append((weight + _weight(tile, one), before))
    chain = set()
    place = max(range(len(best)), key=lambda k: (best[k][0], -k), default=-1)
    while place >= 0:
        chain.add(tiles[place])
        place = best[place][1]
    return frozenset(chain)
