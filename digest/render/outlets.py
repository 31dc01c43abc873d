"""What the page about the outlets shows: how much each covers, how often alone or with another's text, and when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from digest.model import Article, Publisher, Story
from digest.render.links import safe_url
from digest.render.origins import credits_of
from digest.render.speech import voices
from digest.render.wording import facts, outlet

VOICES = 5
"""How many of the voices that an outlet quotes most are named."""
STORIES = 30
"""How many stories of an outlet are listed, the latest."""
DAYS = 60
"""How many stories the list by day has, the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story on the page about the outlets; `day` is the first that is known of its articles."""

    story: Story
    day: dt.date | None
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """What one outlet covers.

    `alone` counts the stories that no other outlet here tells, `copied` the articles that carry the text of another
    outlet's article, `agency` those that name an agency as the source of their text. `voices` are the names that it
    quotes, each with the number of utterances. `stories` are the latest, `more` counts the others.
    """

    publisher: Publisher
    home: str | None
    facts: str
    articles: int
    told: int
    alone: int
    copied: int
    agency: int
    voices: tuple[tuple[str, int], ...]
    stories: tuple[Told, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsPage:
    """Everything that `outlets.md.j2` prints; `unknown` counts the articles whose outlet is not known."""

    rows: tuple[OutletRow, ...]
    unknown: int
    by_day: tuple[Told, ...]
    more: int


@dataclass(slots=True)
class _Count:
    publisher: Publisher
    articles: int = 0
    alone: int = 0
    copied: int = 0
    agency: int = 0
    voices: Counter[str] = field(default_factory=Counter)
    stories: list[Told] = field(default_factory=list)


def outlets_page(stories: Sequence[Story]) -> OutletsPage:
    """Count what each outlet covers; the one with the most stories first."""
    counts: dict[str, _Count] = {}
    told = [_told(story) for story in stories]
    for one in told:
        _count(one, counts)
    dated = sorted((one for one in told if one.day), key=lambda t: (-(t.day or dt.date.min).toordinal(), t.story.slug))
    ranked = sorted(counts.values(), key=lambda c: (-len(c.stories), -c.articles, c.publisher.name.casefold()))
    return OutletsPage(
        rows=tuple(_row(count) for count in ranked),
        unknown=sum(article.publisher is None for story in stories for article in story.articles),
        by_day=tuple(dated[:DAYS]),
        more=max(0, len(dated) - DAYS),
    )


def _told(story: Story) -> Told:
    days = [article.published.value for article in story.articles if article.published]
    return Told(story=story, day=min(days, default=None), outlets=len({outlet(a) for a in story.articles}))


def _count(one: Told, counts: dict[str, _Count]) -> None:
    story = one.story
    by_outlet: dict[str, list[Article]] = {}
    for article in story.articles:
        if article.publisher:
            known = counts.setdefault(article.publisher.value.id, _Count(article.publisher.value))
            by_outlet.setdefault(article.publisher.value.id, []).append(article)
            known.articles += 1
            known.agency += bool(credits_of(article, story))
    quoted = _quoted(story)
    for key, articles in by_outlet.items():
        counts[key].stories.append(one)
        counts[key].alone += len({outlet(a) for a in story.articles}) == 1
        counts[key].copied += sum(_is_copy(article, story) for article in articles)
        for article in articles:
            counts[key].voices.update(quoted.get(article.id, ()))


def _is_copy(article: Article, story: Story) -> bool:
    """Whether an article carries a text that another outlet's article stands for."""
    origin = next((o for o in story.origins if article.id in o.article_ids), None)
    if origin is None or origin.original == article.id:
        return False
    return outlet(story.article(origin.original)) != outlet(article)


def _quoted(story: Story) -> dict[str, list[str]]:
    """The speakers that each article quotes, once for each utterance; only those that are certain."""
    found: dict[str, list[str]] = {}
    for voice in voices(story):
        if voice.name is None:
            continue
        for said in (*voice.full, *voice.short):
            for article in dict.fromkeys(q.excerpt.span.article_id for q in said.group.quotes if q.show):
                found.setdefault(article, []).append(voice.name)
    return found


def _row(count: _Count) -> OutletRow:
    latest = sorted(count.stories, key=lambda t: (-(t.day or dt.date.min).toordinal(), t.story.slug))
    return OutletRow(
        publisher=count.publisher,
        home=safe_url(count.publisher.home) if count.publisher.home else None,
        facts=facts(count.publisher),
        articles=count.articles,
        told=len(count.stories),
        alone=count.alone,
        copied=count.copied,
        agency=count.agency,
        voices=_most(count.voices.items()),
        stories=tuple(latest[:STORIES]),
        more=max(0, len(latest) - STORIES),
    )


def _most(voices: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(voices, key=lambda voice: (-voice[1], voice[0]))[:VOICES])
