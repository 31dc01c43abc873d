"""What the outlets cover, when, and what is declared about them: counts, and nothing that is not known."""

from __future__ import annotations

import dataclasses
import datetime as dt

from render.render_stories import alone, storm

from digest.model import Article, Known, Origin, Publisher, Story
from digest.render.coverage import coverage
from digest.render.only import nothing_to_compare
from digest.render.origins import origin_notes
from digest.render.outlets import outlets_page
from digest.render.wording import facts

BAY = Publisher(id="bay", name="The Bay Times", country="Ireland", kind="newspaper", owner="a trust")
POST = Publisher(id="post", name="Post")


def published(story: Story, *days: str | None, publishers: tuple[Publisher, ...] = (BAY, POST)) -> Story:
    def with_facts(article: Article, day: str | None, publisher: Publisher) -> Article:
        known = Known(value=dt.date.fromisoformat(day), origin=Origin.SIDECAR) if day else None
        return dataclasses.replace(article, published=known, publisher=Known(value=publisher, origin=Origin.SIDECAR))

    articles = tuple(with_facts(*each) for each in zip(story.articles, days, publishers, strict=True))
    return dataclasses.replace(story, articles=articles)


def test_what_an_editor_declares_is_told_and_nothing_else() -> None:
    assert facts(BAY) == "Ireland · newspaper · owned by a trust"
    assert facts(POST) == ""


def test_days_without_an_article_are_shown_between_the_first_and_the_last() -> None:
    found = coverage(published(storm(), "2024-03-01", "2024-03-03").articles)
    assert found is not None
    assert [(row.when, row.total, row.numbers) for row in found.rows] == [
        ("1 March 2024", 1, (0, 1)),
        ("2 March 2024", 0, (0, 0)),
        ("3 March 2024", 1, (1, 0)),
    ]
    assert found.outlets == ("Post", "The Bay Times")


def test_of_a_long_time_each_month_or_year_has_a_row() -> None:
    found = coverage(published(storm(), "2023-12-30", "2024-02-03").articles)
    assert found is not None and found.unit == "month"
    assert [(row.when, row.total) for row in found.rows] == [
        ("December 2023", 1),
        ("January 2024", 0),
        ("February 2024", 1),
    ]
    found = coverage(published(storm(), "2019-12-30", "2024-02-03").articles)
    assert found is not None and found.unit == "year"
    assert [row.total for row in found.rows] == [1, 0, 0, 0, 0, 1]


def test_a_day_alone_or_no_day_is_no_coverage() -> None:
    assert coverage(published(storm(), "2024-03-01", "2024-03-01").articles) is None
    assert coverage(published(storm(), "2024-03-01", None).articles) is None
    assert coverage(published(storm(), None, None).articles) is None


def test_the_outlets_are_counted_by_story() -> None:
    told_alone = published(alone(), "2024-02-01", publishers=(BAY,))
    page = outlets_page([published(storm(), "2024-03-01", None), told_alone])
    bay, post = page.rows
    assert (bay.publisher.name, bay.told, bay.articles, bay.alone, bay.copied) == ("The Bay Times", 2, 2, 1, 0)
    assert (post.told, post.alone) == (1, 0)
    assert bay.voices == (("Mary Byrne", 1),)
    assert [told.story.slug for told in bay.stories] == ["harbour-closes", "alone"]
    assert page.unknown == 0
    assert outlets_page([alone()]).unknown == 1


def test_languages_are_told_apart() -> None:
    story = storm()
    assert not [note for note in origin_notes(story) if "languages" in note]
    assert nothing_to_compare(story) == ""
    german = dataclasses.replace(story.articles[1], language="de")
    both = dataclasses.replace(story, articles=(story.articles[0], german))
    assert [note for note in origin_notes(both) if "English (1) and German (2)" in note]
    assert "language of its own" in nothing_to_compare(both)
