"""An article as it was collected, and the same article cleaned and frozen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

from digest.model.evidence import Excerpt, Known, Origin, Span
from digest.model.overrule import Overrule


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An outlet as the editors describe it; `fingerprints` are strings that its pages leave in scraped text.

    `overrules` are lines of its articles to keep or to drop. `family` names the house that it shares with others,
    `owner` says who owns it.
    """

    id: str
    name: str
    home: str | None = None
    country: str | None = None
    kind: str | None = None
    family: str | None = None
    owner: str | None = None
    fingerprints: tuple[str, ...] = ()
    overrules: tuple[Overrule, ...] = ()

    @property
    def house(self) -> str:
        """The same for outlets that are no independent sources: those of one family, else only the outlet itself."""
        return f"family {' '.join(self.family.casefold().split())}" if self.family else f"outlet {self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What is stated about an article, each value with how it came to be known.

    `published` is the day as it is written, in whatever zone; `published_time` the moment, where its zone is stated.
    `overrules` are lines to keep or to drop.
    """

    title: Known[str] | None = None
    url: Known[str] | None = None
    publisher: Known[str] | None = None
    published: Known[dt.date] | None = None
    published_time: Known[dt.datetime] | None = None
    author: Known[str] | None = None
    language: Known[str] | None = None
    overrules: tuple[Overrule, ...] = ()

    def over(self, other: Stated) -> Stated:
        """This, with what it leaves open taken from the other. A moment goes with its day; overrules add up."""
        day = self if self.published or not other.published else other
        return Stated(
            title=self.title or other.title,
            url=self.url or other.url,
            publisher=self.publisher or other.publisher,
            published=day.published,
            published_time=day.published_time,
            author=self.author or other.author,
            language=self.language or other.language,
            overrules=(*self.overrules, *other.overrules),
        )


class VersionKind(StrEnum):
    """Why there is another version of an article. The value is what the article's page says."""

    EARLIER = "an earlier version"
    FEED_ENTRY = "the entry in a feed"
    SAME_PAGE = "the same page in another file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Another version of an article, which is kept in its file and told on the page, but not used."""

    kind: VersionKind
    path: str
    sha256: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle(Stated):
    """One article as it came. `text` is the decoded file, with line ends unified and invisible characters removed.

    `path` is relative to the project, with forward slashes; `sha256` is of the file's bytes. `body_start` is the
    offset in `text` where the article begins (after a front matter block, if there is one).

    `part` says which part of its file the article is, "entry 3 of the feed"; it is "" where it is the whole file. Of
    such a part, and of a web page, `text` is what was taken out of it. Of a page each line is one block, and `kinds`
    says what each line is: a part of the article, or why it is none. `fetched` is when it was asked for, where it came
    from the network.
    """

    id: str
    path: str
    sha256: str
    text: str
    encoding: str
    body_start: int = 0
    part: str = ""
    kinds: tuple[BlockKind | LineReason, ...] | None = None
    fetched: dt.datetime | None = None
    versions: tuple[Version, ...] = ()


class BlockKind(StrEnum):
    """What a kept line is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"


class Block(NamedTuple):
    """A kept line: `start..end` in the frozen text; `raw_start` the same place in the raw text, at `line` (from 1)."""

    kind: BlockKind
    start: int
    end: int
    raw_start: int
    line: int


class Sentence(NamedTuple):
    """One sentence of a block, as offsets into the frozen text. `index` counts from 0 through the whole article."""

    index: int  # type: ignore[assignment]  # it hides the method of tuples, which nothing calls
    start: int
    end: int
    block: int
    kind: BlockKind


class LineReason(StrEnum):
    """Why a line is not part of the article's text. The value is what the article's page says."""

    CAPTION = "caption"
    CREDIT = "photo credit"
    BYLINE = "byline"
    DATELINE = "date line"
    BREADCRUMB = "breadcrumb"
    TAG = "topic tag"
    ADVERT = "advert label"
    PROMOTION = "promotion"
    NEWSLETTER = "newsletter prompt"
    SHARE = "share line"
    RELATED = "related headline"
    VIDEO_LENGTH = "video length"
    VIDEO_TITLE = "video title"
    LIVE = "live-blog furniture"
    COUNTER = "counter"
    CONSENT = "cookie or consent text"
    NAVIGATION = "navigation"
    SITE_NOTICE = "site notice"
    FOOTER = "footer"
    ELSEWHERE = "elsewhere on the page"
    LEGAL = "legal notice"
    REPEAT = "repeated line"
    HABIT = "repeated in other articles of this publisher"
    OUTLET = "furniture of this publisher"
    EDITOR = "dropped by the editor"


class RemovedLine(NamedTuple):
    """A line that was taken out: nothing is deleted without a trace."""

    line: int
    text: str
    reason: LineReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A picture's caption. Its date and place are the picture's, never the story's."""

    line: int
    text: str
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned article. `text` is frozen: headline, standfirst and body lines, joined by blank lines.

    Every block is a verbatim slice of the raw text, so every span of `text` leads back to a line of the file.
    `language` is what it is read as; without a `language_origin` nothing is known of it, and that is English.
    `kept_by_editor` are lines of the file that an editor wants to be kept.
    """

    id: str
    path: str
    sha256: str
    encoding: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    language: str = "en"
    language_origin: Origin | None = None
    captions: tuple[Caption, ...] = ()
    tags: tuple[str, ...] = ()
    removed: tuple[RemovedLine, ...] = ()
    kept_by_editor: tuple[int, ...] = ()
    title: Known[str] | None = None
    url: Known[str] | None = None
    publisher: Known[Publisher] | None = None
    published: Known[dt.date] | None = None
    published_time: Known[dt.datetime] | None = None
    author: Known[str] | None = None
    is_page: bool = False
    part: str = ""
    fetched: dt.datetime | None = None
    versions: tuple[Version, ...] = ()

    @property
    def headline(self: Self) -> Excerpt | None:
        """The headline as it stands in the text, or None where none was found."""
        for block in self.blocks:
            if block.kind is BlockKind.HEADLINE:
                return self.excerpt(block.start, block.end)
        return None

    @property
    def body(self: Self) -> str:
        """The body's paragraphs, joined by blank lines."""
        return "\n\n".join(self.text[b.start : b.end] for b in self.blocks if b.kind is BlockKind.BODY)

    def excerpt(self: Self, start: int, end: int) -> Excerpt:
        """Point at a piece of the frozen text."""
        return Excerpt(span=Span(article_id=self.id, start=start, end=end), text=self.text[start:end])

    def sentence_excerpt(self: Self, index: int) -> Excerpt:
        """Point at a sentence by its index."""
        sentence = self.sentences[index]
        return self.excerpt(sentence.start, sentence.end)

    def sentence_at(self: Self, offset: int) -> int:
        """The index of the sentence that holds an offset, or of the last one before it; 0 for a text without any."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)

    def line_at(self: Self, offset: int) -> int:
        """The line of the raw file, counted from 1, where a place of the frozen text stands."""
        return max((b for b in self.blocks if b.start <= offset), key=lambda b: b.start, default=self.blocks[0]).line
