"""Who of one story is who of another: see `everybody/`. The order of the stories never matters."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.compare import resolve_people
from digest.config.people import KnownPerson
from digest.diagnostics import Location
from digest.model import (
    Cluster,
    Comparison,
    EditorText,
    Excerpt,
    Findings,
    Form,
    Mention,
    Person,
    Span,
    Story,
    StoryPerson,
)

CASES = Path(__file__).parent / "everybody"
HERE = Location(path="stories/people.yml")
KNOWN = (
    KnownPerson(name="Ann Ito (senator)", bare="Ann Ito", label="senator", location=HERE),
    KnownPerson(name="Ann Ito (florist)", bare="Ann Ito", label="florist", location=HERE),
    KnownPerson(name="Bea Roe", bare="Bea Roe", label="", location=HERE),
)


def story(label: str, people: list[str], *, language: str = "en") -> Story:
    """A story of one article that names these people: NAME | ROLE | COUNTRY | PRONOUNS, each but the first empty."""
    lines = [[part.strip() for part in person.split("|")] + ["", "", ""] for person in people]
    text = "\n".join(" ".join(filter(None, (line[0], line[1], line[3]))) for line in lines)
    article = dataclasses.replace(plain_article(text, article_id=label), language=language)
    start = 0
    persons, found = [], []
    for name, role, country, pronouns, *_ in lines:

        def excerpt(words: str, start: int = start) -> Excerpt:
            at = article.text.index(words, start)
            return Excerpt(span=Span(article_id=label, start=at, end=at + len(words)), text=words)

        mention = Mention(excerpt=excerpt(name), sentence=0, form=Form.NAME)
        said = [Mention(excerpt=excerpt(word), sentence=0, form=Form.PRONOUN) for word in pronouns.split()]
        roles = (excerpt(role),) if role else ()
        found.append(Person(name=name, mentions=(mention, *said), roles=roles, country=country or None))
        persons.append(
            StoryPerson(
                name=name,
                slug="p",
                aliases=(),
                roles=roles,
                mentions=((label, 1 + len(said)),),
                first=(mention.excerpt,),
                country=country or None,
            )
        )
        start = article.text.index(name, start) + 1
    return Story(
        id=label,
        slug=label,
        title=EditorText(text=label),
        summary=EditorText(text=label),
        articles=(article,),
        findings=(Findings(article_id=label, people=tuple(found)),),
        cluster=Cluster(article_ids=(label,), similarity=((1.0,),)),
        comparison=Comparison(people=tuple(persons)),
    )


def who(stories: list[Story]) -> dict[str, list[str]]:
    """The stories of each person, by address."""
    resolved, people = resolve_people(stories, known=KNOWN)
    found: dict[str, list[str]] = {person.slug: [] for person in people}
    for one in resolved:
        for person in one.comparison.people:
            found[person.slug].append(one.id)
    return {slug: sorted(labels) for slug, labels in found.items()}


def cases():
    for file in sorted(CASES.glob("*.txt")):
        for case in file.read_text(encoding="utf-8").rstrip("\n.").split("\n.\n\n"):
            title, given_, expected = case.split("\n.\n")
            yield pytest.param(given_, expected, id=f"{file.stem}: {title.strip()}")


def stories_of(text: str) -> list[Story]:
    found = []
    for line in text.strip().splitlines():
        label, _, people = line.partition(":")
        name, _, language = label.partition(" ")
        found.append(story(name, people.strip().split("; "), language=language or "en"))
    return found


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_case(text: str, expected: str) -> None:
    found = who(stories_of(text))
    wanted = dict(line.split(": ") for line in expected.strip().splitlines())
    shown = {}
    for slug, labels in found.items():
        base = slug.rpartition("-")[0]
        shown[slug if slug in wanted else f"{base}-*"] = " ".join(labels)
    assert shown == wanted


NAMES = ["Ann Ito", "A. Ito", "Ito", "Ann B. Ito", "Anne Ito", "Joe Marsh", "Joseph Marsh", "Marsh", "Bea Roe", "Zed"]
ROLES = ["", "", "mayor", "goalkeeper", "foreign minister", "judge"]
COUNTRIES = ["", "", "Japan", "Brazil"]
PEOPLE = st.builds(
    lambda *parts: " | ".join(parts), st.sampled_from(NAMES), st.sampled_from(ROLES), st.sampled_from(COUNTRIES)
)
STORIES = st.lists(
    st.lists(PEOPLE, min_size=1, max_size=3, unique_by=lambda person: person.split(" | ")[0]), min_size=1, max_size=7
)


@settings(max_examples=150, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_neither_the_order_of_stories_nor_of_people_matters(given_: list[list[str]], chance: random.Random) -> None:
    stories = [story(f"s{n}", people) for n, people in enumerate(given_)]
    found = who(stories)
    assert sum(map(len, found.values())) == sum(map(len, given_))
    shuffled = [dataclasses.replace(one, comparison=_shuffled(one.comparison, chance)) for one in stories]
    chance.shuffle(shuffled)
    assert who(shuffled) == found


def test_two_of_one_name_in_the_same_stories_keep_their_addresses() -> None:
    people = [
        ["Ann Ito | mayor | Japan", "Ann B. Ito | goalkeeper | Japan"],
        ["Ann B. Ito | mayor | Brazil", "Ann Ito | goalkeeper | Japan"],
    ]
    turned = [people[0][::-1], people[1]]
    roles = [
        {(one.id, person.name): person.slug for one in stories for person in one.comparison.people}
        for order in (people, turned)
        for stories in [resolve_people([story(f"s{n}", told) for n, told in enumerate(order)])[0]]
    ]
    assert roles[0] == roles[1]
    assert len(set(roles[0].values())) == 2


@settings(max_examples=100, deadline=None)
@given(STORIES)
def test_two_people_of_one_story_are_never_one(given_: list[list[str]]) -> None:
    found = who([story(f"s{n}", people) for n, people in enumerate(given_)])
    assert all(len(labels) == len(set(labels)) for labels in found.values())


@settings(max_examples=100, deadline=None)
@given(STORIES)
def test_what_was_resolved_is_resolved_again_in_the_same_way(given_: list[list[str]]) -> None:
    once, people = resolve_people([story(f"s{n}", persons) for n, persons in enumerate(given_)], known=KNOWN)
    assert resolve_people(once, known=KNOWN) == (once, people)


def _shuffled(comparison: Comparison, chance: random.Random) -> Comparison:
    people = list(comparison.people)
    chance.shuffle(people)
    return dataclasses.replace(comparison, people=tuple(people))
