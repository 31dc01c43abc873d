"""What the page about people and topics shows: in how many stories each is, since when, and how often at what time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.language.codes import language_name
from digest.model import InStory, Story, Subject, SubjectKind
from digest.render.lately import Lately, lately
from digest.render.periods import Periods, periods
from digest.render.wording import count, period

SHOWN = {
    SubjectKind.TAG: 40,
    SubjectKind.WORD: 25,
    SubjectKind.PERSON: 25,
    SubjectKind.ORGANIZATION: 15,
    SubjectKind.PLACE: 15,
}
"""How many of each kind the page shows, in this order, those in the most stories."""
STORIES = 25
"""How many stories of each are listed, the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStory:
    """A story behind a figure, and how many of its articles have the topic, on which days."""

    story: Story
    articles: int
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic, a person or another name. `numbers` counts its stories in each period; `first` and `last` are its days.

    `number` is that of its list of stories, `more` how many earlier stories the list leaves out.
    """

    number: int
    subject: Subject
    language: str
    numbers: tuple[int, ...]
    first: dt.date | None
    last: dt.date | None
    stories: tuple[TopicStory, ...]
    more: int

    @property
    def figures(self) -> str:
        """The number of stories in each period, as the page prints them."""
        return " ".join(map(str, self.numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTable:
    """The rows of one kind; `more` counts those that are left out."""

    kind: SubjectKind
    rows: tuple[TopicRow, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """A period and what there is of it in all."""

    name: str
    stories: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    """Everything that `topics.md.j2` prints; without `unit` nothing can be told by time.

    `lists` are the rows of all tables, and then what else is told of lately: each has a list of its stories.
    """

    facts: str
    dated: str
    unit: str
    outside: int
    every: tuple[PeriodRow, ...]
    lately: Lately | None
    tables: tuple[TopicTable, ...]
    lists: tuple[TopicRow, ...]

    def number(self, subject: Subject) -> int:
        """The number of a subject's list of stories."""
        return next(row.number for row in self.lists if row.subject.key == subject.key)


def topics_page(stories: Sequence[Story], subjects: Sequence[Subject]) -> TopicsPage:
    """Count by time what the stories are about; the `subjects` of each kind come in the order of their importance."""
    articles = [article for story in stories for article in story.articles]
    dates = {article.id: article.published.value for article in articles if article.published}
    shown = periods(list(dates.values()))
    outside = sum(1 for date in dates.values() if shown and shown.place(date) is None)
    by_id = {story.id: story for story in stories}
    several = len({article.language for article in articles}) > 1
    whole = {story.id: [article.id for article in story.articles] for story in stories}
    turned = lately(subjects, dates, whole, shown)
    chosen = {kind: [subject for subject in subjects if subject.kind is kind] for kind in SHOWN}
    in_tables = [subject for kind, found in chosen.items() for subject in found[: SHOWN[kind]]]
    seen = {subject.key for subject in in_tables}
    turns = (turn.subject for turn in (*turned.new, *turned.more, *turned.fewer)) if turned else ()
    listed = [*in_tables, *(subject for subject in turns if subject.key not in seen)]
    rows = [
        _row(number, subject, by_id, dates, shown, several=several) for number, subject in enumerate(listed, start=1)
    ]
    tables = []
    for kind, found in chosen.items():
        of_kind = tuple(row for row in rows[: len(in_tables)] if row.subject.kind is kind)
        if of_kind:
            tables.append(TopicTable(kind=kind, rows=of_kind, more=len(found) - len(of_kind)))
    return TopicsPage(
        facts=f"{count(len(stories), 'story', 'stories')} · {count(len(articles), 'article')}",
        dated=_dated(len(articles), list(dates.values())),
        unit=shown.unit.value if shown else "",
        outside=outside,
        every=_every(whole, dates, shown),
        lately=turned,
        tables=tuple(tables),
        lists=tuple(rows),
    )


def _dated(articles: int, dates: Sequence[dt.date]) -> str:
    """How many articles have a day: "31 of 40 articles have a day, from 4 March 2024 to 2 May 2024"."""
    if not dates:
        return "No article has a day, so that nothing can be told by time."
    have = "has" if len(dates) == 1 else "have"
    days = f"from {period(min(dates), max(dates))}" if min(dates) < max(dates) else period(min(dates), max(dates))
    these = "only these count in what is told by time"
    return f"{len(dates):,} of {count(articles, 'article')} {have} a day, {days}; {these}."


def _row(  # noqa: PLR0913 - a subject, and what is known of its stories
    number: int,
    subject: Subject,
    stories: Mapping[str, Story],
    dates: Mapping[str, dt.date],
    shown: Periods | None,
    *,
    several: bool,
) -> TopicRow:
    known = [dates[article] for one in subject.stories for article in one.articles if article in dates]
    latest = sorted(subject.stories, key=lambda one: (_last_day(one, dates), one.story), reverse=True)
    return TopicRow(
        number=number,
        subject=subject,
        language=language_name(subject.language) if several and subject.language else "",
        numbers=_numbers([one.articles for one in subject.stories], dates, shown),
        first=min(known, default=None),
        last=max(known, default=None),
        stories=tuple(_topic_story(one, stories[one.story], dates) for one in latest[:STORIES]),
        more=max(0, len(latest) - STORIES),
    )


def _last_day(one: InStory, dates: Mapping[str, dt.date]) -> dt.date:
    return max((dates[article] for article in one.articles if article in dates), default=dt.date.min)


def _topic_story(one: InStory, story: Story, dates: Mapping[str, dt.date]) -> TopicStory:
    known = sorted(dates[article] for article in one.articles if article in dates)
    days = period(known[0], known[-1]) if known else "no date given"
    return TopicStory(story=story, articles=len(one.articles), days=days)


def _numbers(stories: Sequence[Sequence[str]], dates: Mapping[str, dt.date], shown: Periods | None) -> tuple[int, ...]:
    """How many stories have an article in each period."""
    if shown is None:
        return ()
    numbers = [0] * shown.count
    for articles in stories:
        for place in {shown.place(dates[article]) for article in articles if article in dates} - {None}:
            numbers[place or 0] += 1
    return tuple(numbers)


def _every(
    whole: Mapping[str, Sequence[str]], dates: Mapping[str, dt.date], shown: Periods | None
) -> tuple[PeriodRow, ...]:
    if shown is None:
        return ()
    stories = _numbers(list(whole.values()), dates, shown)
    articles = _numbers([[article] for article in dates], dates, shown)
    return tuple(
        PeriodRow(name=name, stories=one, articles=other)
        for name, one, other in zip(shown.names, stories, articles, strict=True)
    )
