"""Choose the quotations that a story's page shows; the others stand on the pages of their articles.

A page is read to the end where it tells what counts: first what several sources print, then what is surely somebody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.model import Excerpt, Story
from digest.render.around import Around, goes_on, sentences_of
from digest.render.nameless import Heading
from digest.render.quoted_line import Line, is_fragment

LINES, OF_EACH, MOST = 8, 2, 24
"""How many quotations a page shows: some, more for each independent source, and at most so many."""
TURN = 3
"""How many stretches of one speaker have their turn before the next ones of the others."""


class _Stretch(NamedTuple):
    """Lines of one heading of which each goes on with the one above: only its last ones can be left out."""

    rank: tuple[bool, int, bool, int, bool, int]
    heading: int
    lines: tuple[Line, ...]


def chosen(headings: Sequence[Heading], story: Story) -> tuple[tuple[Heading, ...], bool]:
    """The headings with the lines that a page shows, in their order, and whether there are more.

    What an editor corrected or pinned is always among them.
    """
    left = min(MOST, LINES + OF_EACH * len(set(story.sources.origins)))
    kept: list[set[Excerpt]] = [set() for _ in headings]
    for stretch in sorted(_stretches(headings, story), key=lambda one: one.rank):
        lines = stretch.lines if _is_edited(stretch.lines) else stretch.lines[: max(0, left)]
        kept[stretch.heading].update(_place(line) for line in lines)
        left -= len(lines)
    shown = [
        replace(heading, lines=tuple(line for line in heading.lines if _place(line) in places))
        for heading, places in zip(headings, kept, strict=True)
    ]
    return tuple(heading for heading in shown if heading.lines), shown != list(headings)


def _stretches(headings: Iterable[Heading], story: Story) -> Iterable[_Stretch]:
    place = 0
    for number, heading in enumerate(headings):
        for turn, lines in enumerate(_in_stretches(heading.lines, story)):
            place += 1
            support = max(_sources(line, story) for line in lines)
            fragment = all(is_fragment(line.utterance) for line in lines)
            unsure = heading.name is None
            rank = (not _is_edited(lines), -support, unsure, turn // TURN, fragment, place)
            yield _Stretch(rank, number, tuple(lines))


def _in_stretches(lines: Iterable[Line], story: Story) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if found and goes_on(_around(line, story), _around(found[-1][-1], story)):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _around(line: Line, story: Story) -> Around:
    return sentences_of(_place(line), story)


def _place(line: Line) -> Excerpt:
    return line.sentence or line.utterance.excerpts[0]


def _sources(line: Line, story: Story) -> int:
    """How many independent sources print the words."""
    quotes = [quote.excerpt for quote in line.utterance.group.quotes if quote.show]
    return story.sources.count_independent({story.number(e.span.article_id) - 1 for e in (*quotes, *line.also)})


def _is_edited(lines: Iterable[Line]) -> bool:
    return any(line.utterance.edited or line.utterance.group.pinned for line in lines)
