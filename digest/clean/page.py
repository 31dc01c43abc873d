"""A scraped page while it is being cleaned: its lines, and what is known about each so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from digest.clean.lines import Line, lines
from digest.language import subject
from digest.model import BlockKind, LineReason, RawArticle

Mark = LineReason | BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's lines, each with a mark once a cleaner knows it: why it goes, or what kind of block it is."""

    raw: RawArticle
    lines: tuple[Line, ...]
    marks: tuple[Mark | None, ...]
    language: str = "en"

    @property
    def phrases(self) -> Mapping[str, Any]:
        """What is known about the pages of this language."""
        return subject(self.language, "clean")

    def marked(self, found: Mapping[int, Mark]) -> Page:
        """The page with more marks; a line that has one keeps it."""
        return replace(self, marks=tuple(m if m else found.get(i) for i, m in enumerate(self.marks)))

    def index(self, mark: Mark) -> int | None:
        """The first line with a mark."""
        return self.marks.index(mark) if mark in self.marks else None


def page(raw: RawArticle, *, language: str = "en") -> Page:
    """Lay out a raw article's lines, with nothing known about them yet."""
    found = tuple(lines(raw))
    return Page(raw=raw, lines=found, marks=(None,) * len(found), language=language)
