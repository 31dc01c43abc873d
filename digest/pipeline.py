"""The whole journey, from a folder of articles to the pages of a site."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.clean import clean_article, find_publisher, learn_habits, report_cleaning
from digest.cluster import cluster_articles, find_origins
from digest.compare import compare
from digest.config.project import Project
from digest.config.publishers import load_publishers
from digest.config.story import StoryFile, load_stories
from digest.diagnostics import Diagnostic, DigestError, Level
from digest.edit import (
    apply_edits,
    article_facts,
    cannot_link,
    must_link,
    unknown_articles,
    unmatched_overrules,
    unused_files,
    with_facts,
    with_stated,
)
from digest.extract import extract
from digest.ingest import read_seeds
from digest.model import Article, CleaningReport, EditorText, OriginalText, Page, RawArticle, Story
from digest.render import render_pages
from digest.resources import templates_folder
from digest.store.identity import Named, assign
from digest.store.lock import Lock, read_lock
from digest.summarize import choose_headline, summarize

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how many articles or stories it has done, and how many there are."""

# Within one process (a preview that rebuilds on every save) an unchanged article is cleaned and read once.
_clean = lru_cache(maxsize=4096)(clean_article)
_publisher = lru_cache(maxsize=4096)(find_publisher)
_extract = lru_cache(maxsize=4096)(extract)


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything that one run made, with every problem that was worked around."""

    raws: tuple[RawArticle, ...]
    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    pages: tuple[Page, ...]
    cleaning: CleaningReport
    lock: Lock
    diagnostics: tuple[Diagnostic, ...]


def make_edition(project: Project, *, progress: Progress = silent) -> Edition:
    """Read a project and make its pages, writing nothing.

    Raises DigestError, with all problems at once, where the project's YAML, lock or templates have errors; an article
    that cannot be read is left out with a warning.
    """
    publishers, of_publishers = load_publishers(project.stories / "publishers.yml", root=project.root)
    files, of_stories = load_stories(project.stories, root=project.root)
    lock, of_lock = read_lock(project.lock, root=project.root)
    raws, of_seeds = read_seeds(project.root)
    diagnostics = [*of_publishers, *of_stories, *of_lock, *of_seeds]
    _stop_on_errors(diagnostics)

    facts = article_facts(files)
    raws = tuple(with_stated(raw, facts.get(raw.id)) for raw in raws)
    outlets = {raw.id: _publisher(raw, publishers) for raw in raws}
    habits = learn_habits(raws, publishers=outlets)
    known = {key: learned.known for key, learned in habits.items()}
    articles = {}
    for done, raw in enumerate(raws, start=1):
        outlet = outlets[raw.id]
        article = _clean(raw, publishers=publishers, habits=known[outlet.value.id] if outlet else frozenset())
        articles[raw.id] = with_facts(article, facts.get(raw.id), publishers)
        progress("cleaning", done, len(raws))
    diagnostics += [*unknown_articles(files, articles), *unmatched_overrules(raws, files)]
    clusters = cluster_articles(tuple(articles.values()), must_link=must_link(files), cannot_link=cannot_link(files))
    told = {c.article_ids: _in_order(c.article_ids, articles) for c in clusters}
    origins = {ids: find_origins(members) for ids, members in told.items()}
    told = {ids: _beside_originals(members, origins[ids]) for ids, members in told.items()}
    headlines = {ids: choose_headline(members, origins=origins[ids]) for ids, members in told.items()}
    lock, named = assign(lock, clusters, {ids: h.text if h else "" for ids, h in headlines.items()})

    by_slug = {file.slug: file for file in files}
    stories = []
    for done, name in enumerate(named, start=1):
        file = by_slug.get(name.slug)
        ids = name.cluster.article_ids
        story, of_edits = apply_edits(_tell(name, told[ids], origins[ids], file), file)
        stories.append(story)
        diagnostics += of_edits
        progress("comparing", done, len(named))
    diagnostics += unused_files(files, [story.slug for story in stories])
    _stop_on_errors(diagnostics)
    stories.sort(key=_importance)
    templates = (project.templates, templates_folder())
    cleaning = report_cleaning(tuple(articles.values()), raws=raws, habits=habits)
    return Edition(
        raws=raws,
        articles=tuple(articles.values()),
        stories=tuple(stories),
        pages=render_pages(stories, cleaning=cleaning, site_name=project.site_name, templates=templates),
        cleaning=cleaning,
        lock=lock,
        diagnostics=tuple(diagnostics),
    )


def _tell(name: Named, articles: Sequence[Article], origins: tuple[OriginalText, ...], file: StoryFile | None) -> Story:
    """Make a cluster's story, before the editor's hand."""
    findings = tuple(_extract(article) for article in articles)
    limit = file.summary_sentences if file else None
    summary = summarize(articles, findings=findings, limit=limit, origins=origins)
    return Story(
        id=name.id,
        slug=name.slug,
        title=summary.headline or EditorText(text=name.slug),
        summary=summary.sentences,
        articles=tuple(articles),
        findings=findings,
        cluster=name.cluster,
        comparison=compare(articles, findings, origins=origins),
        former=name.former,
        origins=origins,
    )


def _in_order(ids: Iterable[str], articles: Mapping[str, Article]) -> tuple[Article, ...]:
    """The order of the citation numbers: by date where there is one, else by id."""
    dated = [(a.published.value.isoformat() if a.published else "9999", a.id) for a in map(articles.__getitem__, ids)]
    return tuple(articles[key] for _, key in sorted(dated))


def _beside_originals(articles: Sequence[Article], origins: Iterable[OriginalText]) -> tuple[Article, ...]:
    """The same order, but the articles that carry one text stand together, the one that stands for it first."""
    by_id = {article.id: article for article in articles}
    return tuple(by_id[key] for origin in origins for key in origin.article_ids)


def _importance(story: Story) -> tuple[bool, float, int, int, str]:
    """What stands first on the home page: what the editor pinned, the editor's order, the larger, the newer story."""
    order = math.inf if story.order is None else story.order
    newest = max((a.published.value.toordinal() for a in story.articles if a.published), default=0)
    return (not story.pinned, order, -len(story.articles), -newest, story.slug)


def _stop_on_errors(diagnostics: Sequence[Diagnostic]) -> None:
    if any(d.level is Level.ERROR for d in diagnostics):
        raise DigestError(diagnostics)
