"""A story ready to be rendered, and a page ready to be written."""

from __future__ import annotations

from dataclasses import dataclass, field

from digest.model.article import Article
from digest.model.changes import Record
from digest.model.cluster import Cluster
from digest.model.comparison import Comparison
from digest.model.evidence import Excerpt
from digest.model.findings import Findings
from digest.model.original import OriginalText
from digest.model.rewriting import Rewriting
from digest.model.sources import Sources, sources_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorText:
    """Words of an editor, shown as such: they carry no citation."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTitle:
    """A title that stands in no article's text: stated beside one, or else the words of the story's address."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """A verbatim sentence of the summary, and the sentences of other articles that say the same."""

    excerpt: Excerpt
    also: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A story's headline, taken from an article, and its summary in sentences taken from the articles."""

    headline: Excerpt | None
    sentences: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story page. `articles` and `findings` run in the same order, which is the order of the citation numbers.

    `origins` are the texts that the articles carry; where they are not known, each article is taken for its own.
    `sources` says by them which articles are independent of one another.

    `rewriting` says the summary in a machine's words; it stands beside the articles' sentences, never for them.

    `former` are slugs under which stories were published that this one took in; their addresses keep working.
    `record` says when it was first published, and what has changed since; a story that no build has published has none.
    """

    id: str
    slug: str
    title: Excerpt | EditorText | StatedTitle
    summary: tuple[SummarySentence, ...] | EditorText
    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    cluster: Cluster
    comparison: Comparison
    tags: tuple[str, ...] = ()
    note: str | None = None
    pinned: bool = False
    order: int | None = None
    former: tuple[str, ...] = ()
    origins: tuple[OriginalText, ...] = ()
    rewriting: Rewriting | None = None
    record: Record | None = None
    sources: Sources = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sources", sources_of(self.articles, self.origins))

    def article(self, article_id: str) -> Article:
        """An article by its id."""
        return self.articles[self.number(article_id) - 1]

    def number(self, article_id: str) -> int:
        """An article's citation number in this story, from 1."""
        return [a.id for a in self.articles].index(article_id) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An article (its id), a story or a person (its slug) that was published and is not here, and where to go now."""

    article: str = ""
    story: str = ""
    person: str = ""
    now_article: str = ""
    now_story: str = ""
    now_people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A rendered file: its path below `docs/`, with forward slashes, and its whole text."""

    path: str
    text: str
