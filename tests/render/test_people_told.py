"""A story's page tells of people of whom there is something to tell."""

from __future__ import annotations

import dataclasses

from render.render_stories import find, storm

from digest.model import StoryPerson
from digest.render.people import MOST, people_named, people_told


def test_a_role_that_leaves_open_whose_it_is_is_not_told() -> None:
    story = storm()
    bay = story.articles[0]
    text = bay.text.replace("the harbour master", "the club's harbour master")
    article = dataclasses.replace(bay, text=text)
    start = text.index("harbour master")
    whole = dataclasses.replace(find(bay, "harbour"), text="harbour master")
    role = dataclasses.replace(whole, span=dataclasses.replace(whole.span, start=start, end=start + len(whole.text)))
    byrne = dataclasses.replace(story.comparison.people[0], roles=(role,))
    people = dataclasses.replace(story.comparison, people=(byrne,))
    assert people_told(dataclasses.replace(story, articles=(article, *story.articles[1:]), comparison=people)) == ()


def test_somebody_without_a_role_is_told_of_where_nearly_all_articles_name_them() -> None:
    story = storm()

    def told(*mentions: tuple[str, int]) -> int:
        person = StoryPerson(name="Ann Ito", slug="ann-ito", aliases=(), roles=(), mentions=mentions, first=())
        return len(
            people_told(dataclasses.replace(story, comparison=dataclasses.replace(story.comparison, people=(person,))))
        )

    assert told(("bay", 2), ("post", 1)) == 1
    assert told(("bay", 5)) == told(("bay", 1), ("post", 1)) == 0


def test_somebody_without_a_role_takes_no_place_of_one_who_has_one() -> None:
    story = storm()
    byrne = story.comparison.people[0]
    often = tuple(
        StoryPerson(name=f"Ann Ito {n}", slug=f"ito-{n}", aliases=(), roles=(), mentions=(("bay", 5),), first=())
        for n in range(MOST)
    )
    people = dataclasses.replace(story.comparison, people=(*often, byrne))
    several = (*(dataclasses.replace(byrne, name=f"{n}", slug=f"{n}") for n in range(MOST)), byrne)
    many = dataclasses.replace(story, comparison=dataclasses.replace(people, people=several))
    assert people_told(many)[-1].name != byrne.name
    assert people_told(many, {byrne.name})[-1].name == byrne.name
    assert [line.name for line in people_told(dataclasses.replace(story, comparison=people))] == [byrne.name]


def test_a_role_is_not_told_whose_owner_stands_before_it() -> None:
    story = storm()
    bay = story.articles[0]
    article = dataclasses.replace(bay, text=bay.text.replace("the harbour master", "its new harbour master"))
    start = article.text.index("new harbour master")
    whole = dataclasses.replace(find(bay, "harbour"), text="new harbour master")
    role = dataclasses.replace(whole, span=dataclasses.replace(whole.span, start=start, end=start + len(whole.text)))
    byrne = dataclasses.replace(story.comparison.people[0], roles=(role,))
    people = dataclasses.replace(story.comparison, people=(byrne,))
    assert people_told(dataclasses.replace(story, articles=(article, *story.articles[1:]), comparison=people)) == ()


def test_those_who_are_only_named_have_a_role_that_says_more_than_a_title() -> None:
    story = storm()
    (byrne, *_) = story.comparison.people
    people = dataclasses.replace(story.comparison, people=(byrne,))
    (line,), _ = people_named(dataclasses.replace(story, comparison=people), ())
    assert [role.excerpts[0].text for role in line.roles] == ["the harbour master"]


def test_a_role_that_two_committees_have_is_not_told_without_its_chamber() -> None:
    story = storm()
    more = " The harbour committee chairman spoke. The Senate harbour committee and the House harbour committee met."
    bay = dataclasses.replace(story.articles[0], text=story.articles[0].text + more)
    start = bay.text.index("harbour committee chairman")
    whole = find(story.articles[0], "harbour")
    end = start + len("harbour committee chairman")
    role = dataclasses.replace(
        whole, text=bay.text[start:end], span=dataclasses.replace(whole.span, start=start, end=end)
    )
    byrne = dataclasses.replace(story.comparison.people[0], roles=(role,))
    people = dataclasses.replace(story.comparison, people=(byrne,))
    assert people_told(dataclasses.replace(story, articles=(bay, *story.articles[1:]), comparison=people)) == ()
