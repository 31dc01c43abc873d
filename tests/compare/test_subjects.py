"""What stories are about: see `cases/topics.yml` for topics found by counting; names, people and tags are made here."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.compare import find_subjects
from digest.model import (
    Cluster,
    Comparison,
    EditorText,
    Excerpt,
    Findings,
    Form,
    Mark,
    Mention,
    Organization,
    Place,
    ProjectPerson,
    Span,
    Story,
    StoryPerson,
    Subject,
    SubjectKind,
)

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "topics.yml").read_text(encoding="utf-8"))


def mention(name: str) -> Mention:
    return Mention(excerpt=Excerpt(span=Span(article_id="x", start=0, end=0), text=name), sentence=0, form=Form.NAME)


def story(  # noqa: PLR0913 - one for each thing that a story may be about
    label: str,
    text: str = "Nothing.",
    *,
    articles: int = 1,
    marks: list[str] | None = None,
    people: list[str] | None = None,
    organizations: list[list[Organization]] | None = None,
    places: list[list[Place]] | None = None,
    tags: tuple[str, ...] = (),
    language: str = "en",
    more: str = "",
) -> Story:
    """A story of articles with one text; `organizations` and `places` are those of each article."""
    ids = [f"{label}{number or ''}" for number in range(articles)]
    found = [dataclasses.replace(plain_article(f"{text} {more}", article_id=one), language=language) for one in ids]
    marked = tuple(
        Mark(term=word, stem=word.lower(), is_name=word[0].isupper(), weight=0.1, articles=tuple(ids))
        for word in marks or []
    )
    return Story(
        id=label,
        slug=label,
        title=EditorText(text=label),
        summary=EditorText(text=label),
        articles=tuple(found),
        findings=tuple(
            Findings(
                article_id=one,
                organizations=tuple((organizations or [[]] * articles)[number]),
                places=tuple((places or [[]] * articles)[number]),
            )
            for number, one in enumerate(ids)
        ),
        cluster=Cluster(article_ids=tuple(ids), similarity=((1.0,),), marks=marked),
        comparison=Comparison(
            people=tuple(
                StoryPerson(
                    name=name.partition(" = ")[0],
                    slug=name.partition(" = ")[2] or name.lower().replace(" ", "-"),
                    aliases=(),
                    roles=(),
                    mentions=tuple((one, 1) for one in ids),
                    first=(),
                )
                for name in people or []
            )
        ),
        tags=tags,
    )


def named(subjects: tuple[Subject, ...], kind: SubjectKind) -> dict[str, str]:
    return {s.name: " ".join(one.story for one in s.stories) for s in subjects if s.kind is kind}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_topics(case: dict[str, Any]) -> None:
    stories = [story(label, **values) for label, values in case["stories"].items()]
    found = named(find_subjects(stories), SubjectKind.WORD)
    in_any_order = {", ".join(sorted(name.split(", "))): where for name, where in found.items()}
    assert in_any_order == case["topics"]


def test_editors_topics_come_first_and_count_from_the_first_story_on() -> None:
    stories = [story("a", tags=("Ports", "no")), story("b", tags=("ports",)), story("c", tags=("ports ",), articles=3)]
    found = find_subjects(stories)
    assert [(s.name, s.kind, len(s.stories), s.articles) for s in found] == [
        ("ports", SubjectKind.TAG, 3, 5),
        ("no", SubjectKind.TAG, 1, 1),
    ]


def test_two_people_of_one_name_stay_two_and_are_known_to_be_alike() -> None:
    stories = [story(label, people=[f"Ann Ito = ito-{label in 'cd'}", "Bea Roe"]) for label in "abcd"]
    people = [ProjectPerson(slug="bea-roe", name="Beatrice Roe")]
    found = [s for s in find_subjects(stories, people) if s.kind is SubjectKind.PERSON]
    assert [(s.name, s.slug, s.alike, len(s.stories)) for s in found] == [
        ("Beatrice Roe", "bea-roe", 1, 4),
        ("Ann Ito", "ito-False", 2, 2),
        ("Ann Ito", "ito-True", 2, 2),
    ]


def test_an_organization_is_one_with_its_short_form_if_it_has_but_one_long_name() -> None:
    def of(name: str, acronym: str | None = None) -> list[list[Organization]]:
        return [[Organization(name=name, acronym=acronym, mentions=(mention(name),) * 2)]]

    stories = [
        story("a", organizations=of("Port Safety Board", "PSB")),
        story("b", organizations=of("PSB")),
        story("c", organizations=of("the foreign ministry")),
        story("d", organizations=of("the foreign ministry")),
        story("e", organizations=of("River Trust", "RT")),
        story("f", organizations=of("Rail Trust", "RT")),
        story("g", organizations=of("RT")),
    ]
    assert named(find_subjects(stories), SubjectKind.ORGANIZATION) == {"Port Safety Board": "a b"}


def test_a_place_that_a_story_names_once_or_by_the_fewer_articles_is_not_what_it_is_about() -> None:
    here = Place(name="Tarn", mentions=(mention("Tarn"),) * 2)
    once = Place(name="Tarn", mentions=(mention("Tarn"),))
    stories = [
        story("a", places=[[here]]),
        story("b", places=[[once], [once], [], []], articles=4),
        story("c", places=[[once]]),
        story("d", places=[[here], [], []], articles=3),
    ]
    (tarn,) = [s for s in find_subjects(stories) if s.kind is SubjectKind.PLACE]
    assert [(one.story, one.articles) for one in tarn.stories] == [("a", ("a",)), ("b", ("b", "b1"))]


WORDS = ["ferry", "quay", "flour", "bread", "dyke", "Brexpo", "opera", "robot"]


@given(st.lists(st.lists(st.sampled_from(WORDS), unique=True, max_size=6), max_size=12), st.randoms())
def test_topics_are_the_same_in_any_order_of_the_stories_and_each_can_be_checked(
    marked: list[list[str]], order: random.Random
) -> None:
    stories = [story(f"s{n}", " and ".join(words), marks=words) for n, words in enumerate(marked)]
    found = find_subjects(stories)
    by_id = {one.id: one for one in stories}
    for subject in found:
        words = set(subject.name.split(", "))
        for one in subject.stories:
            assert len(words & {mark.term for mark in by_id[one.story].cluster.marks}) >= 2
            assert set(one.articles) <= set(by_id[one.story].cluster.article_ids)
    mixed = order.sample(stories, len(stories))
    assert {(s.name, frozenset(s.stories)) for s in find_subjects(mixed)} == {
        (s.name, frozenset(s.stories)) for s in found
    }
