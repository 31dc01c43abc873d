"""The page about people and topics over time: every figure can be counted again from the stories that it lists."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render.render_stories import alone

from digest.model import Findings, InStory, Known, Origin, Story, Subject, SubjectKind
from digest.render import render_pages
from digest.render.lately import lately
from digest.render.periods import periods
from digest.render.topics import SHOWN, STORIES, topics_page

TEMPLATES = Path(__file__).parents[2] / "site_templates"
LINE = re.compile(r"^- \[[^\]]+\]\(stories/[a-z0-9-]+\.md\) · (\d+) of \d+ articles? · ", re.MULTILINE)


def story(label: str, *days: str | None) -> Story:
    """A story with an article for each day; None is a day that is not known."""
    whole = alone()
    articles = []
    for number, day in enumerate(days):
        known = Known(value=dt.date.fromisoformat(day), origin=Origin.SIDECAR) if day else None
        articles.append(dataclasses.replace(whole.articles[0], id=f"{label}-{number}", published=known))
    return dataclasses.replace(
        whole,
        id=label,
        slug=label,
        articles=tuple(articles),
        findings=tuple(Findings(article_id=article.id) for article in articles),
    )


def subject(name: str, *stories: Story, kind: SubjectKind = SubjectKind.WORD) -> Subject:
    where = tuple(InStory(story=one.id, articles=tuple(a.id for a in one.articles)) for one in stories)
    return Subject(kind=kind, name=name, stories=where, language="en")


def page(stories: list[Story], *subjects: Subject) -> str:
    made = render_pages(stories, site_name="The Digest", templates=[TEMPLATES], subjects=subjects)
    return next(one.text for one in made if one.path == "topics.md")


def test_a_bar_counts_the_stories_of_a_period_and_only_articles_with_a_day_count() -> None:
    stories = [story("a", "2024-05-01", "2024-05-03"), story("b", "2024-05-03", None), story("c", None)]
    text = page(stories, subject("ferry, quay", *stories))
    assert "3 of 5 articles have a day, from 1 May 2024 to 3 May 2024; only these count" in text
    assert "| ferry, quay | 1 0 2 | [3](#list-1) | 5 | 1 May 2024 | 3 May 2024 |" in text
    assert "| 3 May 2024 | 2 | 2 |" in text
    assert "### List 1\n\nferry, quay: 3 stories, 5 articles\n" in text
    assert "· 2 of 2 articles · 1 May 2024 to 3 May 2024" in text
    assert "· 1 of 1 article · no date given" in text


def test_without_any_day_there_are_figures_and_no_bars() -> None:
    stories = [story("a", None), story("b", None)]
    text = page(stories, subject("ferry, quay", *stories))
    assert "No article has a day, so that nothing can be told by time." in text
    assert "| ferry, quay | [2](#list-1) | 2 | no date given | no date given |" in text
    assert "## All stories" not in text
    assert "A bar" not in text


def test_a_single_story_gives_a_plain_sentence() -> None:
    text = page([story("a", "2024-05-01")])
    assert "There is nothing to follow yet" in text
    assert "|" not in text


def test_two_people_of_one_name_are_said_to_be_two_and_languages_are_named_where_there_are_several() -> None:
    stories = [story("a", "2024-05-01"), story("b", "2024-05-02")]
    german = dataclasses.replace(stories[1].articles[0], language="de")
    stories[1] = dataclasses.replace(stories[1], articles=(german,))
    people = [
        dataclasses.replace(subject("Ann Ito", *stories, kind=SubjectKind.PERSON), slug=slug, alike=2, language="")
        for slug in ("ann-ito", "ann-ito-2")
    ]
    text = page(stories, subject("ferry, quay", *stories), *people)
    assert text.count("| Ann Ito (one of 2 of this name) |") == 2
    assert "| ferry, quay (English) |" in text


def test_what_the_editor_names_comes_first_and_is_harmless() -> None:
    stories = [story("a", "2024-05-01"), story("b", "2024-05-02")]
    tag = dataclasses.replace(
        subject('x | [y](javascript:z) <b onclick="w"> {{ 7*7 }}', stories[0], kind=SubjectKind.TAG), language=""
    )
    text = page(stories, tag, subject("ferry, quay", *stories))
    assert text.index("## The editor’s topics") < text.index("## Topics")
    assert "<b" not in text
    assert "](javascript" not in text
    row = next(line for line in text.splitlines() if "onclick" in line)
    assert row.count(" | ") == 5


def test_many_subjects_and_stories_are_bounded() -> None:
    days = [(dt.date(2024, 1, 1) + dt.timedelta(days=n % 90)).isoformat() for n in range(200)]
    stories = [story(f"s{n}", day) for n, day in enumerate(days)]
    text = page(stories, *(subject(f"word{n}, x", *stories) for n in range(100)))
    assert f"And {100 - SHOWN[SubjectKind.WORD]} others" in text
    assert text.count("### List") == SHOWN[SubjectKind.WORD]
    assert text.count(f"And {200 - STORIES} earlier stories.") == SHOWN[SubjectKind.WORD]


def around(last: str, *offsets: int) -> list[str]:
    end = dt.date.fromisoformat(last)
    return [(end - dt.timedelta(days=offset)).isoformat() for offset in offsets]


def test_what_is_new_and_what_is_told_more_or_less_often_is_said_with_its_figures() -> None:
    now = [story(f"n{n}", day) for n, day in enumerate(around("2024-06-30", 0, 1, 2, 3, 4))]
    before = [story(f"b{n}", day) for n, day in enumerate(around("2024-06-30", 7, 8, 9, 10, 11))]
    old = [story(f"o{n}", day) for n, day in enumerate(around("2024-06-30", 20, 40, 60))]
    stories = [*now, *before, *old]
    text = page(
        stories,
        subject("new, words", *now[:2]),
        subject("more, words", *now[:4], before[0]),
        subject("fewer, words", now[0], *before[:4]),
        subject("same, words", *now, *before),
        subject("once, again", now[0], old[0]),
    )
    part = text[text.index("## Lately") : text.index("## All stories")]
    assert "The 7 days to 30 June 2024 (5 stories), beside the 7 days before (5 stories)." in part
    assert "- **New:** [new, words](#list-1) (2)\n" in part
    assert "- **More often:** [more, words](#list-2) (4, before 1)\n" in part
    assert "- **Less often:** [fewer, words](#list-3) (1, before 4)\n" in part
    assert "same" not in part
    assert "once" not in part


def test_what_is_told_of_lately_has_a_list_though_it_is_in_no_table() -> None:
    old = [story(f"o{n}", day) for n, day in enumerate(around("2024-06-30", *range(20, 50)))]
    now = [story("n1", "2024-06-30"), story("n2", "2024-06-29")]
    many = [subject(f"word{n}, x", *old) for n in range(SHOWN[SubjectKind.WORD])]
    text = page([*old, *now], *many, subject("new, words", *now))
    number = SHOWN[SubjectKind.WORD] + 1
    assert f"- **New:** [new, words](#list-{number}) (2)" in text
    assert f"### List {number}\n\nnew, words: 2 stories, 2 articles\n" in text


def test_nothing_is_compared_before_there_are_as_many_days() -> None:
    stories = [story("a", "2024-05-01"), story("b", "2024-05-12")]
    dates = {a.id: a.published.value for s in stories for a in s.articles if a.published}
    whole = {s.id: [a.id for a in s.articles] for s in stories}
    assert lately([], dates, whole, periods(list(dates.values()))) is None


DAY = st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2024, 12, 31)).map(str)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(DAY, min_size=1, max_size=3), min_size=2, max_size=8), st.data())
def test_each_figure_is_that_of_its_list(days: list[list[str | None]], data: st.DataObject) -> None:
    stories = [story(f"s{number}", *some) for number, some in enumerate(days)]
    chosen = data.draw(st.lists(st.sampled_from(stories), min_size=1, unique_by=lambda one: one.id))
    view = topics_page(stories, [subject("ferry, quay", *chosen)])
    ((row,),) = [table.rows for table in view.tables]
    text = page(stories, subject("ferry, quay", *chosen))
    listed = LINE.findall(text[text.index("### List 1") :])
    assert len(listed) == len(chosen)
    assert sum(map(int, listed)) == row.subject.articles
    for number, every in zip(row.numbers, view.every, strict=True):
        assert number <= every.stories <= every.articles
    if view.unit and not view.outside:
        assert sum(every.articles for every in view.every) == sum(day is not None for some in days for day in some)


@pytest.mark.parametrize("kind", SubjectKind)
def test_every_kind_has_a_table(kind: SubjectKind) -> None:
    stories = [story("a", "2024-05-01"), story("b", "2024-05-02")]
    assert "| Ferry |" in page(stories, subject("Ferry", *stories, kind=kind))
