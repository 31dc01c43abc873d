"""What is remembered of each story: what it last said, and the changes that were told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from digest.model import Change


class SaidArticle(NamedTuple):
    """A source: the hashes of its file, of its text and of what matters in it, its length, and how it is called."""

    article: str
    file: str
    text: str
    essence: str
    words: str
    label: str


class SaidFigure(NamedTuple):
    """A key figure in an article's words."""

    article: str
    words: str
    value: str
    unit: str
    measure: str


class SaidQuote(NamedTuple):
    """A quotation that was shown, by the hash of its words, and its speaker; "" where none is named."""

    article: str
    words: str
    speaker: str


class SaidEdit(NamedTuple):
    """What an editor made the page say: its kind is "title", "speaker", "figure" or "quotation" (left out)."""

    kind: str
    article: str
    about: str
    words: str


class SaidFile(NamedTuple):
    """The hash of the editors' files about the story."""

    digest: str


class SaidTitle(NamedTuple):
    """The story's title."""

    words: str


Said = SaidArticle | SaidFigure | SaidQuote | SaidEdit | SaidFile | SaidTitle


class Told(NamedTuple):
    """A change that was told; the number keeps several of one day in their order."""

    number: int
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One story. After a merge of two branches, what both said of one thing stands here side by side."""

    published: dt.date
    feed_id: str
    said: frozenset[Said] = frozenset()
    changes: tuple[Told, ...] = ()

    @property
    def articles(self) -> dict[str, list[SaidArticle]]:
        """The sources, by their ids."""
        found: dict[str, list[SaidArticle]] = {}
        for entry in sorted(e for e in self.said if isinstance(e, SaidArticle)):
            found.setdefault(entry.article, []).append(entry)
        return found

    @property
    def figures(self) -> list[SaidFigure]:
        """The key figures."""
        return sorted(entry for entry in self.said if isinstance(entry, SaidFigure))

    @property
    def quotes(self) -> list[SaidQuote]:
        """The quotations."""
        return sorted(entry for entry in self.said if isinstance(entry, SaidQuote))

    @property
    def edits(self) -> list[SaidEdit]:
        """What editors made it say."""
        return sorted(entry for entry in self.said if isinstance(entry, SaidEdit))

    @property
    def title(self) -> str:
        """The title."""
        return max((entry.words for entry in self.said if isinstance(entry, SaidTitle)), default="")

    @property
    def newest_first(self) -> tuple[Change, ...]:
        """The changes, the last one first."""
        ordered = sorted(self.changes, key=lambda told: (told.change.day, told.number), reverse=True)
        return tuple(told.change for told in ordered)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The past of all stories that were ever published, by their ids, and the id of the site's feed."""

    stories: Mapping[str, Past] = field(default_factory=dict)
    feed_id: str = ""
