"""The steps of the journey that are taken for each article or each story on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from digest.clean import clean_article
from digest.compare import compare
from digest.extract import extract
from digest.extract.spacy_names import Pipeline, spacy_names
from digest.model import (
    Article,
    Comparison,
    Excerpt,
    Findings,
    Habits,
    Known,
    OriginalText,
    Publisher,
    RawArticle,
    Summary,
)
from digest.summarize import choose_headline, summarize
from digest.work.step import Step


class ToClean(NamedTuple):
    """An article as it came, its publisher (one or none), and the lines that the publisher prints again and again."""

    raw: RawArticle
    publishers: tuple[Publisher, ...]
    habits: frozenset[str]


def to_clean(
    raws: Iterable[RawArticle], outlets: Mapping[str, Known[Publisher] | None], habits: Mapping[str, Habits]
) -> list[ToClean]:
    """Pick out what the cleaning of each article depends on: of all publishers, only its own one.

    The articles of one publisher share one set of its habits, which then is sent once for all that are sent together.
    """
    known = {key: learned.known for key, learned in habits.items()}
    return [
        ToClean(raw, (outlet.value,), known[outlet.value.id]) if outlet else ToClean(raw, (), frozenset())
        for raw in raws
        for outlet in (outlets[raw.id],)
    ]


class Carried(NamedTuple):
    """A story's articles, and the texts that they carry."""

    articles: tuple[Article, ...]
    origins: tuple[OriginalText, ...]


class ToRead(NamedTuple):
    """An article, and the spaCy pipeline that finds its names; none where the rules do."""

    article: Article
    pipeline: Pipeline | None = None


class ToTell(NamedTuple):
    """A story's articles with what was found in each, how many sentences an editor wants, and the texts they carry.

    `reader` tells one state of the pipeline that found the names from another.
    """

    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    sentences: int | None
    origins: tuple[OriginalText, ...] = ()
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a story's page is made of, before the editor's hand."""

    summary: Summary
    comparison: Comparison


def clean(item: ToClean) -> Article:
    """Take an article out of its page."""
    return clean_article(item.raw, publishers=item.publishers, habits=item.habits)


def read_out(item: ToRead) -> Findings:
    """Find what an article says."""
    if item.pipeline is None:
        return extract(item.article)
    return extract(item.article, finder=partial(spacy_names, pipeline=item.pipeline))


def tell(item: ToTell) -> Told:
    """Summarize and compare a story's articles."""
    comparison = compare(item.articles, item.findings, origins=item.origins)
    facts = [frozenset(agreement.everywhere) for agreement in comparison.agreements]
    return Told(
        summary=summarize(
            item.articles, findings=item.findings, limit=item.sentences, origins=item.origins, facts=facts
        ),
        comparison=comparison,
    )


def headline(item: Carried) -> Excerpt | None:
    """Choose a story's headline."""
    return choose_headline(item.articles, origins=item.origins)


def _of_raw(item: ToClean) -> Sequence[object]:
    return item.raw, _zones(item.raw), item.publishers, _lines(item.habits)


def _of_article(item: ToRead) -> Sequence[object]:
    return item.article, _zones(item.article), *([item.pipeline.state] if item.pipeline else [])


def _of_carried(item: Carried) -> Sequence[object]:
    return (*item.articles, *map(_zones, item.articles))  # their origins follow from the articles


def _of_story(item: ToTell) -> Sequence[object]:
    reader = [item.reader] if item.reader else []
    return (item.sentences, *item.articles, *map(_zones, item.articles), *reader)  # what is found follows from these


def _zones(article: RawArticle | Article) -> str:
    """Moments with all of their zone: JSON has no place for the seconds of one."""
    return f"{article.published_time!r} {article.fetched!r}"


@lru_cache(maxsize=1024)  # a publisher's articles share them
def _lines(lines: frozenset[str]) -> bytes:
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogatepass")).digest()


def _raw_size(item: ToClean) -> int:
    return len(item.raw.text)


def _article_size(item: ToRead) -> int:
    return len(item.article.text)


def _articles_size(articles: tuple[Article, ...]) -> int:
    return sum(len(article.text) for article in articles)


def _carried_size(item: Carried) -> int:
    return _articles_size(item.articles)


def _story_size(item: ToTell) -> int:
    return _articles_size(item.articles)


# A portion takes some tenths of a second: long beside what sending it costs, short beside the whole.
CLEAN = Step(name="cleaning", run=clean, kind=Article, inputs=_of_raw, size=_raw_size, portion=400_000)
EXTRACT = Step(name="reading", run=read_out, kind=Findings, inputs=_of_article, size=_article_size, portion=100_000)
HEADLINE = Step(
    name="headlines",
    run=headline,
    kind=Excerpt | None,
    inputs=_of_carried,
    size=_carried_size,
    portion=400_000,
)
TELL = Step(name="comparing", run=tell, kind=Told, inputs=_of_story, size=_story_size, portion=10_000)
