"""A scraped page while it is being cleaned: its lines, and what is known about each so far."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from digest.clean.glued import RanIn, parted
from digest.clean.lines import Line, lines
from digest.clean.look import Look, look_at
from digest.config.overrules import overrule_of
from digest.language import subject
from digest.model import BlockKind, LineReason, Overrule, RawArticle

Mark = LineReason | BlockKind


class Page(NamedTuple):
    """A page's lines, each with a mark once a cleaner knows it: why it goes, or what kind of block it is.

    `habits` are lines that the publisher prints in many articles; `kept` and `dropped` those that an editor keeps and
    drops, by their index, the latter with who says so: this article's editor, or what is known of the publisher. Lines
    stand here without what `ran_in`.
    """

    raw: RawArticle
    lines: tuple[Line, ...]
    looks: tuple[Look, ...]
    marks: tuple[Mark | None, ...]
    language: str = "en"
    habits: frozenset[str] = frozenset()
    kept: frozenset[int] = frozenset()
    dropped: Mapping[int, LineReason] = MappingProxyType({})
    ran_in: Mapping[int, RanIn] = MappingProxyType({})

    @property
    def phrases(self) -> Mapping[str, Any]:
        """What is known about the pages of this language."""
        return subject(self.language, "clean")

    def marked(self, found: Mapping[int, Mark]) -> Page:
        """The page with more marks; a line that has one keeps it, and what an editor keeps is not marked to go."""
        if not found:
            return self
        marks = list(self.marks)
        for i, mark in found.items():
            if not (i in self.kept and isinstance(mark, LineReason)):
                marks[i] = marks[i] or mark
        return self._replace(marks=tuple(marks))

    def unmarked(self) -> list[int]:
        """The lines of which nothing is known so far; after the article is found, those of its body."""
        return [i for i, mark in enumerate(self.marks) if mark is None]

    def first(self, mark: Mark | None) -> int | None:
        """The first line with a mark."""
        return self.marks.index(mark) if mark in self.marks else None


def page(
    raw: RawArticle,
    *,
    language: str = "en",
    habits: frozenset[str] = frozenset(),
    overrules: tuple[Overrule, ...] = (),
) -> Page:
    """Lay out a raw article's lines: nothing is known about them yet but what the editors say."""
    found = lines(raw)
    said = [(i, overrule_of(line.text, overrules)) for i, line in enumerate(found)] if overrules else []
    kept = frozenset(i for i, index in said if index is not None and overrules[index].keep)
    ran_in: dict[int, RanIn] = {}
    for i, line in enumerate(found):
        apart = None if i in kept or not i else parted(line, language=language)
        if apart:
            found[i], ran_in[i] = apart
    looks = tuple([look_at(line.text) for line in found])
    return Page(
        raw=raw,
        lines=tuple(found),
        looks=looks,
        marks=(None,) * len(found),
        language=language,
        habits=habits,
        kept=kept,
        dropped={
            i: LineReason.EDITOR if index < len(raw.overrules) else LineReason.OUTLET
            for i, index in said
            if index is not None and not overrules[index].keep
        },
        ran_in=ran_in,
    )
