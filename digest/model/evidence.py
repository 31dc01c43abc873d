"""What every claim rests on: a place in a frozen text, and the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of characters (code points) of one article's frozen text."""

    article_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.article_id == other.article_id and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Excerpt:
    """Words of an article with their place: `text` stands at `span`, character for character."""

    span: Span
    text: str


class Origin(StrEnum):
    """How something about an article came to be known, in the words that the page shows."""

    STORY = "given by the editor"
    SIDECAR = "given beside the file"
    FRONT_MATTER = "given in the file"
    LINKED_DATA = "stated in the page's linked data"
    META = "stated in the page's meta tags"
    PAGE = "stated in the page"
    FEED = "stated in the feed"
    MAIL = "stated in the e-mail's header"
    FETCHED = "noted when it was fetched"
    RECOGNIZED = "recognized from the text, not stated"

    @property
    def by_hand(self) -> bool:
        """Whether a person said so for this project, and not the outlet's own machinery."""
        return self in (Origin.STORY, Origin.SIDECAR, Origin.FRONT_MATTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Generic[T]):
    """A fact about an article together with how it came to be known. What is not known is None, never a guess."""

    value: T
    origin: Origin
