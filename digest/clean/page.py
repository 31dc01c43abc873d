"""A scraped page while it is being cleaned: its lines, and what is known about each so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from digest.clean.lines import Line, lines
from digest.clean.look import Look, look_at
from digest.language import subject
from digest.model import BlockKind, LineReason, RawArticle

Mark = LineReason | BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's lines, each with a mark once a cleaner knows it: why it goes, or what kind of block it is."""

    raw: RawArticle
    lines: tuple[Line, ...]
    looks: tuple[Look, ...]
    marks: tuple[Mark | None, ...]
    language: str = "en"

    @property
    def phrases(self) -> Mapping[str, Any]:
        """What is known about the pages of this language."""
        return subject(self.language, "clean")

    def marked(self, found: Mapping[int, Mark]) -> Page:
        """The page with more marks; a line that has one keeps it."""
        if not found:
            return self
        marks = list(self.marks)
        for i, mark in found.items():
            marks[i] = marks[i] or mark
        return replace(self, marks=tuple(marks))

    def unmarked(self) -> list[int]:
        """The lines of which nothing is known so far; after the article is found, those of its body."""
        return [i for i, mark in enumerate(self.marks) if mark is None]

    def index(self, mark: Mark | None) -> int | None:
        """The first line with a mark."""
        return self.marks.index(mark) if mark in self.marks else None


def page(raw: RawArticle, *, language: str = "en") -> Page:
    """Lay out a raw article's lines, with nothing known about them yet."""
    found = tuple(lines(raw))
    looks = tuple(look_at(line.text) for line in found)
    return Page(raw=raw, lines=found, looks=looks, marks=(None,) * len(found), language=language)
