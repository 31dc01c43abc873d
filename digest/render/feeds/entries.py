"""What a feed says of a story: its title, its days, and as HTML the summary with its sources and the last changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from digest.model import EditorText, Excerpt, Record, Story
from digest.render.changes import update_line
from digest.render.escape import visible_text
from digest.render.feeds.site import Site
from digest.render.links import article_page, story_page
from digest.render.wording import count, day, outlets

MOST = 50
"""How many stories a feed holds at most; of more, those that changed last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedStory:
    """An entry. `content` is HTML; all else is text."""

    id: str
    title: str
    address: str
    published: dt.date
    updated: dt.date
    content: str


def entries_of(stories: Sequence[Story], site: Site) -> tuple[FeedStory, ...]:
    """The stories that were published, those that changed last first."""
    found = [_entry(story, story.record, site) for story in stories if story.record]
    return tuple(sorted(found, key=lambda e: (-e.updated.toordinal(), -e.published.toordinal(), e.id))[:MOST])


def moment(date: dt.date) -> str:
    """A day as feeds want it: "2026-03-04T00:00:00Z". Of the hour nothing is recorded."""
    return f"{date.isoformat()}T00:00:00Z"


def _entry(story: Story, record: Record, site: Site) -> FeedStory:
    return FeedStory(
        id=record.feed_id,
        title=visible_text(story.title.text),
        address=site.address(story_page(story.slug)),
        published=record.published,
        updated=record.updated,
        content="\n".join(_content(story, record, site)),
    )


def _content(story: Story, record: Record, site: Site) -> Iterator[str]:
    update = update_line(story)
    if update:
        yield f"<p><em>Updated {_text(day(record.updated))}: {_text(update)}</em></p>"
    if isinstance(story.summary, EditorText):
        yield f"<p>{_text(story.summary.text)} <em>Summary written by the editor.</em></p>"
    else:
        for sentence in story.summary:
            marks = _marks((sentence.excerpt, *sentence.also), story, site)
            yield f"<p>{_text(sentence.excerpt.text)} {' '.join(marks)}</p>"
    yield f"<p>{_text(count(len(story.articles), 'article'))} · {_text(outlets(story.articles))}</p>"


def _marks(excerpts: Iterable[Excerpt], story: Story, site: Site) -> Iterator[str]:
    """The numbers that lead to the sentences: the first to the very words, the others to what reports them too."""
    done = set()
    for excerpt in excerpts:
        number = story.number(excerpt.span.article_id)
        article = story.articles[number - 1]
        place = site.address(article_page(article.id), f"sentence-{article.sentence_at(excerpt.span.start) + 1}")
        if place not in done:
            done.add(place)
            yield f'<a href="{escape(place)}">[{number}]</a>'


def _text(text: str) -> str:
    return escape(visible_text(text), quote=False)
