"""What the articles of one story have in common, where they differ, and what only one of them has."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from digest.model.evidence import Excerpt
from digest.model.findings import Figure, Quote, Speaker, Statement
from digest.model.points import KeyPoint
from digest.model.printing import Printing
from digest.model.timeline import TimelineEntry


class Verdict(StrEnum):
    """How the articles stand to one another on one point."""

    AGREE = "agree"
    DIFFER = "differ"
    UPDATED = "updated"
    ONLY = "only"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One quantity across the articles: every article's own words for it, in the order of the articles.

    Figures that were updated stand in the order of their days. `days` holds for each figure up to when it was counted:
    the day that its sentence gives, else the article's, None where neither is known; it is empty if nobody looked.
    `perhaps` are like numbers of further articles, and other tolls, of which nobody can say whether they are of this
    quantity.
    """

    figures: tuple[Figure, ...]
    verdict: Verdict
    days: tuple[dt.date | None, ...] = ()
    perhaps: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteGroup:
    """One utterance, in the cuts that the articles print of it. The fullest cut stands first.

    Where several articles have it, `printings` are the different words that they print, the fullest first, and `stated`
    is where others say the same of the same speaker without quotation marks. An editor put first what is `pinned`.
    """

    quotes: tuple[Quote, ...]
    speaker: Speaker | None
    printings: tuple[Printing, ...] = ()
    stated: tuple[Statement, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Something that several independent sources report: one sentence of each, and the words and names that they share.

    `also` holds for each of them the sentences of further articles that are no further source: of copies of its text,
    of outlets of its publisher's family, or in the very same words. It is empty where there are none.
    """

    sentences: tuple[Excerpt, ...]
    shared: tuple[str, ...]
    also: tuple[tuple[Excerpt, ...], ...] = ()

    @property
    def everywhere(self) -> tuple[Excerpt, ...]:
        """The sentences of all articles that report it."""
        return (*self.sentences, *(sentence for others in self.also for sentence in others))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sole:
    """A sentence whose content only one origin has. `weight` ranks it (higher first).

    `also` holds the same sentence in the copies of the article.
    """

    excerpt: Excerpt
    weight: float
    also: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingVariant:
    """How one article names a thing: the phrase, how often, and where."""

    article_id: str
    phrase: str
    count: int
    examples: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The same thing in the words of different articles. `about` names the context that they share."""

    about: str
    variants: tuple[WordingVariant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPerson:
    """A person of the story: the joined name, the aliases used, and the roles that each article gives.

    `mentions` counts how often each article names them; "he" and "the minister" name nobody.
    `editor_role` is an editor's own word for them, to be shown as such in place of the articles' roles. `known` is
    their name in `stories/people.yml`, where an editor says who they are.
    """

    name: str
    slug: str
    aliases: tuple[str, ...]
    roles: tuple[Excerpt, ...]
    mentions: tuple[tuple[str, int], ...]
    first: tuple[Excerpt, ...]
    country: str | None = None
    editor_role: str | None = None
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole comparison of one story's articles, each tuple with the most important first."""

    figures: tuple[FigureRow, ...] = ()
    quotes: tuple[QuoteGroup, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    only: tuple[Sole, ...] = ()
    wording: tuple[Wording, ...] = ()
    people: tuple[StoryPerson, ...] = ()
    points: tuple[KeyPoint, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
