"""Apply what the stories' files state about articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from digest.config.publishers import publisher_named
from digest.config.story import ArticleFacts, StoryFile
from digest.diagnostics import Diagnostic
from digest.edit.matching import Warnings
from digest.model import Article, Known, Origin, Publisher


def article_facts(files: Iterable[StoryFile]) -> Mapping[str, ArticleFacts]:
    """What the files state about articles, by id. Where two files speak of one article, the first by name counts."""
    found: dict[str, ArticleFacts] = {}
    for file in sorted(files, key=lambda f: f.path):
        for stated in file.articles:
            found.setdefault(stated.article_id, stated)
    return dict(sorted(found.items()))


def with_facts(article: Article, stated: ArticleFacts | None, publishers: Sequence[Publisher]) -> Article:
    """An article with what an editor states about it, which beats what stands in the file or beside it."""
    if stated is None:
        return article
    facts = stated.facts
    if facts.title is not None:
        article = replace(article, title=Known(value=facts.title, origin=Origin.STORY))
    if facts.url is not None:
        article = replace(article, url=Known(value=facts.url, origin=Origin.STORY))
    if facts.publisher is not None:
        known = Known(value=publisher_named(facts.publisher, publishers), origin=Origin.STORY)
        article = replace(article, publisher=known)
    if facts.published is not None:
        time = Known(value=facts.published_time, origin=Origin.STORY) if facts.published_time else None
        known_day = Known(value=facts.published, origin=Origin.STORY)
        article = replace(article, published=known_day, published_time=time)
    if facts.author is not None:
        article = replace(article, author=Known(value=facts.author, origin=Origin.STORY))
    return article


def unknown_articles(files: Sequence[StoryFile], article_ids: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Warn of ids that no article has or had, and of facts about one article in two files."""
    known = sorted(article_ids)
    ids = frozenset(known)
    owners: dict[str, str] = {}
    found: list[Diagnostic] = []
    for file in sorted(files, key=lambda f: f.path):
        warnings = Warnings(file=file)
        for stated in file.articles:
            owner = owners.setdefault(stated.article_id, file.path)
            if owner != file.path:
                warnings.add(
                    "repeated-facts",
                    f"{owner} states facts about {stated.article_id} already; these are not used",
                    stated.location,
                    hint="keep them in one file",
                )
        places = [(stated.article_id, stated.location) for stated in file.articles]
        places += [(setting.value, setting.location) for setting in file.named]
        for article_id, location in places:
            if article_id not in ids:
                near = get_close_matches(article_id, known, n=1, cutoff=0.5)
                warnings.add(
                    "unknown-article",
                    f"there is no article '{article_id[:80]}'",
                    location,
                    hint=f"did you mean '{near[0]}'?" if near else "an article's id is its file's name without .txt",
                )
        found.extend(warnings.found)
    return tuple(found)
