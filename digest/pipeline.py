"""The whole journey, from a folder of articles to the pages of a site."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from digest.clean import find_publisher, learn_habits, report_cleaning
from digest.cluster import cluster_articles
from digest.compare import find_subjects, resolve_people, same_value
from digest.config.digest_file import load_digest_file
from digest.config.people import load_people
from digest.config.project import Project
from digest.config.publishers import load_publishers
from digest.config.story import StoryFile, load_stories
from digest.diagnostics import Diagnostic, DigestError, Level
from digest.edit import (
    article_facts,
    contradicted_days,
    link,
    unknown_articles,
    unmatched_overrules,
    unused_files,
    with_facts,
    with_stated,
)
from digest.ingest import read_seeds
from digest.model import (
    Article,
    Change,
    CleaningReport,
    Findings,
    Page,
    ProjectPerson,
    RawArticle,
    StatedTitle,
    Story,
)
from digest.render import Site, render_pages
from digest.resources import templates_folder
from digest.rewrite import rewrite_stories
from digest.store.gone import gone_pages, moved_people
from digest.store.history import (
    History,
    Occasion,
    ToRecord,
    announced,
    feed_id,
    read_history,
    record_day,
    record_of,
)
from digest.store.identity import Named, assign
from digest.store.lock import Lock, read_lock
from digest.store.published import published_articles, published_people
from digest.store.rewritten import read_rewritten
from digest.store.settled import settle_articles
from digest.store.steady import is_steady
from digest.work.carried import carry
from digest.work.each import each
from digest.work.editing import edit_stories
from digest.work.memory import Memory
from digest.work.name_finder import chosen_pipeline
from digest.work.steps import CLEAN, EXTRACT, HEADLINE, TELL, Carried, Told, ToRead, ToTell, to_clean

TRIES = 3  # at finding stories that the next build leaves as they are; only wishes that contradict need a second

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how many articles or stories it has done, and how many there are."""

_publisher = lru_cache(maxsize=4096)(find_publisher)


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything that one run made, with every problem that was worked around.

    `announced` are the changes that it records, by story; they stand in the `history`, too. `begun` are the stories
    that it publishes for the first time.
    """

    raws: tuple[RawArticle, ...]
    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    people: tuple[ProjectPerson, ...]
    pages: tuple[Page, ...]
    cleaning: CleaningReport
    lock: Lock
    history: History
    announced: Mapping[str, tuple[Change, ...]]
    begun: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def make_edition(  # noqa: PLR0913 - one for each way to be helped, and the day
    project: Project,
    *,
    regroup: bool = False,
    today: dt.date | None = None,
    executor: Executor | None = None,
    memory: Memory | None = None,
    progress: Progress = silent,
) -> Edition:
    """Read a project and make its pages, writing nothing but what `memory` keeps.

    What is done for each article or story on its own is handed to the `executor`, if there is one, and is not done
    again where `memory` has it. Neither changes a page.

    Articles stay in the stories in which the lock has them; to `regroup` is to compare all of them anew.

    What has changed since the last build is recorded as of `today`; without a day nothing is, and the pages tell of
    the changes that were recorded before.

    Raises DigestError, with all problems at once, where the project's YAML, lock or templates have errors; an article
    that cannot be read is left out with a warning.
    """
    publishers, of_publishers = load_publishers(project.stories / "publishers.yml", root=project.root)
    files, of_stories = load_stories(project.stories, root=project.root)
    settings, of_settings = load_digest_file(project.root)
    known, of_people = load_people(project.stories / "people.yml", root=project.root)
    lock, of_lock = read_lock(project.lock, root=project.root)
    history, of_history = read_history(project.history, root=project.root)
    published = published_articles(lock, docs=project.docs, root=project.root)
    raws, of_seeds, other_ids = read_seeds(project.root, published=published)
    diagnostics = [*of_publishers, *of_stories, *of_people, *of_settings, *of_lock, *of_history, *of_seeds]
    _stop_on_errors(diagnostics)
    pipeline = chosen_pipeline(settings.spacy, root=project.root)
    do = partial(each, executor=executor, memory=memory, progress=progress, tell=diagnostics.append)

    facts = {other_ids.get(article, article): stated for article, stated in article_facts(files).items()}
    raws = tuple(with_stated(raw, facts.get(raw.id)) for raw in raws)
    outlets = {raw.id: _publisher(raw, publishers) for raw in raws}
    habits = learn_habits(raws, publishers=outlets)
    cleaned = do(CLEAN, to_clean(raws, outlets, habits))
    articles = {article.id: with_facts(article, facts.get(article.id), publishers) for article in cleaned}
    links, of_links = link(files, lock.by_name(), other_ids)
    diagnostics += [
        *unknown_articles(files, {*articles, *lock.articles, *other_ids}),
        *of_links,
        *unmatched_overrules(raws, files),
        *contradicted_days(articles.values()),
    ]
    for _ in range(TRIES):
        settled = settle_articles(lock, links, regroup=regroup)
        clusters = cluster_articles(
            tuple(articles.values()),
            must_link=links.together,
            cannot_link=links.apart,
            settled=settled.nodes,
            executor=executor,
        )
        told = {c.article_ids: carry(c.article_ids, articles) for c in clusters}
        headlines = zip(told, do(HEADLINE, list(told.values())), strict=True)
        titles = {ids: headline.text if headline else _stated_title(told[ids].articles) for ids, headline in headlines}
        lock, named = assign(lock, clusters, titles, settled=settled)
        if is_steady(lock, named, links):
            break
        regroup = False

    by_slug = {file.slug: file for file in files}
    to_read = [ToRead(article, pipeline) for article in articles.values()]
    found = {findings.article_id: findings for findings in do(EXTRACT, to_read)}
    reader = pipeline.state if pipeline else ""
    to_tell = [_to_tell(told[name.cluster.article_ids], found, by_slug.get(name.slug), reader) for name in named]
    found_stories = [_story(*of) for of in zip(named, to_tell, do(TELL, to_tell), strict=True)]
    stories, of_edits = edit_stories(named, found_stories, known, by_slug)
    diagnostics += of_edits
    diagnostics += unused_files(files, lock.stories.values())
    _stop_on_errors(diagnostics)
    recorded = _recorded(history, stories, lock, project, today)
    told_stories = sorted((replace(s.story, record=record_of(recorded, s.story.id)) for s in stories), key=_importance)
    rewritten, of_rewritten = read_rewritten(project.stories, root=project.root)
    whole, people = resolve_people(rewrite_stories(told_stories, rewritten), known=known.people)
    diagnostics += of_rewritten
    templates = (project.templates, templates_folder())
    moved = moved_people(published_people(docs=project.docs, root=project.root), people)
    gone = (*gone_pages(lock, named, articles, other_ids), *moved)
    cleaning = report_cleaning(tuple(articles.values()), raws=raws, habits=habits)
    return Edition(
        raws=raws,
        articles=tuple(articles.values()),
        stories=whole,
        people=people,
        pages=render_pages(
            whole,
            people=people,
            subjects=find_subjects(whole, people),
            cleaning=cleaning,
            gone=gone,
            site_name=project.site_name,
            site=_site(project, recorded),
            templates=templates,
        ),
        cleaning=cleaning,
        lock=lock,
        history=recorded,
        announced=announced(history, recorded),
        begun=frozenset(recorded.stories.keys() - history.stories.keys()),
        diagnostics=tuple(diagnostics),
    )


def _to_tell(carried: Carried, found: Mapping[str, Findings], file: StoryFile | None, reader: str) -> ToTell:
    findings = tuple(found[article.id] for article in carried.articles)
    return ToTell(carried.articles, findings, file.summary_sentences if file else None, carried.origins, reader)


def _story(name: Named, item: ToTell, told: Told) -> Story:
    """A cluster's story, before the editor's hand."""
    return Story(
        id=name.id,
        slug=name.slug,
        title=told.summary.headline or StatedTitle(text=_stated_title(item.articles) or name.slug),
        summary=told.summary.sentences,
        articles=item.articles,
        findings=item.findings,
        cluster=name.cluster,
        comparison=told.comparison,
        former=name.former,
        origins=item.origins,
    )


def _recorded(
    history: History, stories: Sequence[ToRecord], lock: Lock, project: Project, today: dt.date | None
) -> History:
    """The history with what has changed until today; the same where there is no such day."""
    if today is None:
        return history
    new_id = partial(feed_id, site_name=project.site_name, site_url=project.site_url)
    return record_day(history, stories, lock, Occasion(today=today, same=same_value), new_id=new_id)


def _site(project: Project, history: History) -> Site:
    return Site(
        name=project.site_name, url=project.site_url, directory_urls=project.directory_urls, feed_id=history.feed_id
    )


def _stated_title(articles: Iterable[Article]) -> str:
    """The first title that is stated of an article, for a story in whose texts no headline stands; or nothing."""
    return next((article.title.value for article in articles if article.title), "")


def _importance(story: Story) -> tuple[bool, float, int, int, str]:
    """What stands first on the home page: what the editor pinned, the editor's order, the larger, the newer story."""
    order = math.inf if story.order is None else story.order
    newest = max((a.published.value.toordinal() for a in story.articles if a.published), default=0)
    return (not story.pinned, order, -len(story.articles), -newest, story.slug)


def _stop_on_errors(diagnostics: Sequence[Diagnostic]) -> None:
    if any(d.level is Level.ERROR for d in diagnostics):
        raise DigestError(diagnostics)
