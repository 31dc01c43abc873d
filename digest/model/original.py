"""Which articles of a story carry one text, so that five outlets with one agency's report count as one origin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AgencySign(StrEnum):
    """Where an article names the agency that its text comes from. The value is what the page says."""

    PUBLISHER = "published by the agency itself"
    DATELINE = "in the dateline"
    BYLINE = "in the byline"
    SIGNATURE = "at the end"
    COPYRIGHT = "in the copyright notice"
    NOTE = "in a note"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCredit:
    """An agency that an article names as the source of its text.

    `whole` is False where the agency only helped ("Reuters contributed to this report"). `words` are the article's
    own, and `line` their line of the file; they are "" and None where nothing but the publisher says it.
    """

    article_id: str
    agency: str
    sign: AgencySign
    whole: bool
    words: str = ""
    line: int | None = None


class SameBy(StrEnum):
    """By what an article is known to carry a text that others carry, too. The value is what the page says."""

    ADDRESS = "the same address"
    WORDS = "the same text, word for word"
    COPY = "largely the same text"
    AGENCY = "the same agency, and much of the same text"


class OriginalBy(StrEnum):
    """Why one of several versions of a text stands for it. The value is what the page says."""

    AGENCY = "the agency’s own"
    EARLIEST = "the earliest by the dates given"
    FULLEST = "the fullest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An article that carries a text. `share` (0 to 1) is how much of its text the fullest version has, too."""

    article_id: str
    by: SameBy | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalText:
    """A text, and the articles that carry it: one, if no other has it.

    The first carrier stands for the text (`original_by` says why, if there are more), without any claim that it was
    the first to have it. `fullest` is the article with the longest version. `credits` are the agencies that the
    carriers name; `agency` is the one whose text it is, if they name only one.
    """

    carriers: tuple[Carrier, ...]
    fullest: str
    original_by: OriginalBy | None = None
    credits: tuple[AgencyCredit, ...] = ()
    agency: str | None = None

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The ids of the articles that carry it, the one that stands for it first."""
        return tuple(carrier.article_id for carrier in self.carriers)

    @property
    def original(self) -> str:
        """The id of the article that stands for the text."""
        return self.carriers[0].article_id
