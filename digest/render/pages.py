"""Render stories into pages: every template is run here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from digest.language.codes import language_name
from digest.model import CleaningReport, Gone, Page, ProjectPerson, Story, Subject
from digest.render import wording
from digest.render.article_page import article_page
from digest.render.citations import (
    Numbered,
    cite,
    cite_each,
    cited_sentences,
    counted,
    machine,
    mark,
    marked_quote,
    opening,
    quote,
    reported,
    words,
)
from digest.render.cleaning_page import cleaning_page, keep_it, shortened
from digest.render.directory import edited_title, front_page, quoted_title, sources, title_of, totals
from digest.render.environment import PageEnvironment, make_environment
from digest.render.feeds import Site, feed_pages
from digest.render.links import article_page as article_path
from digest.render.links import link, plain_address, safe_url
from digest.render.links import person_page as person_path
from digest.render.links import story_page as story_path
from digest.render.origins import credit_words
from digest.render.outlets import outlets_page
from digest.render.people import Entry, by_letter, everybody
from digest.render.person_page import companions, person_page
from digest.render.reasons import by_article, reasons
from digest.render.story_page import story_page
from digest.render.summarized import summary_sentences
from digest.render.templates import check_templates, render_template
from digest.render.topics import topics_page


def render_pages(  # noqa: PLR0913 - what there is, and how it is shown
    stories: Sequence[Story],
    *,
    site_name: str,
    site: Site | None = None,
    templates: Sequence[Path],
    people: Sequence[ProjectPerson] = (),
    subjects: Sequence[Subject] = (),
    cleaning: CleaningReport | None = None,
    gone: Sequence[Gone] = (),
) -> tuple[Page, ...]:
    """Render the whole site: front page, stories, articles, people, outlets, topics, sources, cleaning, feeds.

    The pages are sorted by their paths. Of what is `gone` a page is left that leads on.

    `site` says how the feeds' links are made. `templates` are folders searched in their order, so that a project can
    override single templates. Raises DigestError where a template is missing or wrong.
    """
    env = make_environment(templates)
    check_templates(env)
    env.globals |= {"site_name": site_name or "Stories", **_words()}
    render = partial(_render, env)
    cleaning = cleaning or CleaningReport()
    home, told = by_article(stories), {story.id: story for story in stories}
    entries = everybody(stories, people)
    paged = {entry.person.slug: entry for entry in entries if entry.has_page}
    gone = [one for one in gone if not one.person or paged.keys() & {*one.now_people}]
    env.globals |= {"has_page": paged.__contains__}
    pages = [
        render(
            "index.md.j2", "index.md", teasers=front_page(stories), totals=totals(stories), over_time=len(stories) > 1
        ),
        render("people.md.j2", "people.md", groups=by_letter(entries), total=len(entries)),
        *_person_pages(entries, render),
        render("sources.md.j2", "sources.md", outlets_found=sources(stories)),
        render("outlets.md.j2", "outlets.md", view=outlets_page(stories)),
        render("topics.md.j2", "topics.md", view=topics_page(stories, subjects)),
        render("cleaning.md.j2", "cleaning.md", view=cleaning_page(cleaning)),
        *(_story_page(story, home, told, render) for story in stories),
        *(
            render("gone.md.j2", _gone_path(g), gone=g, heirs=[paged[s] for s in g.now_people if s in paged])
            for g in gone
        ),
        *(render("moved.md.j2", story_path(slug), story=s) for s in stories for slug in s.former),
    ]
    pages += _article_pages(stories, pages, cleaning, render)
    pages += feed_pages(stories, site or Site(name=site_name))
    return tuple(sorted(pages, key=lambda page: page.path))


def _story_page(
    story: Story, home: Mapping[str, Story], told: Mapping[str, Story], render: Callable[..., Page]
) -> Page:
    path, view, why = story_path(story.slug), story_page(story, told), reasons(story, home)
    return render("story.md.j2", path, view=view, story=story, why=why, **_citing(story, "../"))


def _person_pages(entries: Sequence[Entry], render: Callable[..., Page]) -> Iterable[Page]:
    by_slug = {entry.person.slug: entry for entry in entries}
    near = companions(entry for entry in entries if entry.has_page)
    for entry in entries:
        if entry.has_page:
            view = person_page(entry, by_slug=by_slug, companions=near.get(entry.person.slug, ()))
            yield render("person.md.j2", person_path(entry.person.slug), view=view, **_citing(view.shelf, "../"))


def _gone_path(gone: Gone) -> str:
    if gone.person:
        return person_path(gone.person)
    return story_path(gone.story) if gone.story else article_path(gone.article)


def _article_pages(
    stories: Iterable[Story], pages: Sequence[Page], cleaning: CleaningReport, render: Callable[..., Page]
) -> Iterable[Page]:
    cited = cited_sentences(pages)
    for story in stories:
        for article, findings in zip(story.articles, story.findings, strict=True):
            path = article_path(article.id)
            name = path.removeprefix("articles/").removesuffix(".md")
            repeats = cleaning.repeats.get(article.id, {})
            view = article_page(article, findings, story=story, cited=cited.get(name, frozenset()), repeats=repeats)
            yield render("article.md.j2", path, view=view, article=article, findings=findings, story=story)


def _render(env: PageEnvironment, template: str, path: str, /, **values: Any) -> Page:
    return Page(path=path, text=render_template(env, template, values))


def _citing(story: Numbered, up: str) -> Mapping[str, Any]:
    """The citing functions of a page that numbers its articles."""
    return {
        "cite": partial(cite, story=story, up=up),
        "cite_each": partial(cite_each, story=story, up=up),
        "quote": partial(quote, story=story, up=up),
        "counted": partial(counted, story=story, up=up),
        "machine": partial(machine, story=story, up=up),
        "mark": partial(mark, story=story, up=up),
        "reported": partial(reported, story=story, up=up),
        "marked_quote": partial(marked_quote, story=story, up=up),
        "opening": partial(opening, story=story, up=up),
        "words": partial(words, story=story, up=up),
    }


def _words() -> Mapping[str, Any]:
    return {
        "article_path": article_path,
        "cite_from": cite,
        "credit_words": credit_words,
        "count": wording.count,
        "dates": wording.dates,
        "day": wording.day,
        "decimals": wording.decimals,
        "facts": wording.facts,
        "edited_title": edited_title,
        "quoted_title": quoted_title,
        "headline": wording.headline,
        "keep_it": keep_it,
        "language_name": language_name,
        "link": link,
        "outlet": wording.outlet,
        "outlets": wording.outlets,
        "paragraphs": wording.paragraphs,
        "percent": wording.percent,
        "period": wording.period,
        "person_path": person_path,
        "plain_address": plain_address,
        "quote_from": quote,
        "said_by": wording.said_by,
        "shortened": shortened,
        "safe_url": safe_url,
        "story_path": story_path,
        "summary_sentences": summary_sentences,
        "time_of_day": wording.time_of_day,
        "times": wording.times,
        "title_of": title_of,
    }
