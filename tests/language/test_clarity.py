"""What quoted words leave open: nothing, a doubt, or so much that they do not stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.clarity import doubts, opens_against, speaks_of_topic, standing
from digest.language.degrees import Degree
from digest.language.spoken import leans, means_one, tells_about


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm will build the bridge of Melk",
        "Sailors love a harbour with a good tavern",
        "The tower leans to the left like an old drunk",
        "Stop the ferry to Melk",
        "The old lorries of the villages are too heavy for a wooden bridge",
        "Parents paint their boats, because their children sail them",
        "If Holm loses the election, nobody will dredge the river",
    ],
)
def test_what_says_all_by_itself_leaves_nothing_open(text: str) -> None:
    assert doubts(text) == 0
    assert standing(text) is Degree.STANDS


@pytest.mark.parametrize(
    "text",
    [
        "What on earth were you dreaming about?",
        "Yes, the council can help",
        "Yes the council can help",
        "And this old dream of building tunnels and who is to dig them",
        "The summer picnic with our choir",
        "Another fine example of a bridge without a river",
        "He won the race",
    ],
)
def test_what_nobody_understands_alone_does_not_stand(text: str) -> None:
    assert standing(text) is Degree.HANGS


@pytest.mark.parametrize(
    ("clearer", "text"),
    [
        ("Holm sold the ferry to Melk", "But Holm sold the ferry to Melk"),
        ("Holm sold the ferry to Melk", "Holm sold such a ferry to Melk"),
        ("Holm sold the ferry to Melk", "You sold the ferry to Melk"),
        ("Holm sold the ferry to Melk", "Holm sold the ferry to Melk?"),
        ("Holm sold the ferry to Melk", "That was the ferry to Melk"),
        ("Two bridges fell into the river at night", "Two fell"),
        ("Holm sold this year’s ferry to Melk", "Holm sold this ferry to Melk"),
    ],
)
def test_each_thing_that_is_left_open_counts(clearer: str, text: str) -> None:
    assert doubts(clearer) < doubts(text)


def test_what_stands_before_words_tells_what_they_are_about() -> None:
    text, before = "They break the pier of Melk", "The lorries are far too heavy."
    assert doubts(text, before=before) < doubts(text)
    assert standing(text, before=before) < standing(text)


def test_he_is_clear_in_a_sentence_under_his_name() -> None:
    assert doubts("He sold the ferry of the village", named=True) < doubts("He sold the ferry of the village")


def test_a_noun_that_nothing_introduces_counts_where_it_is_known_what_the_page_tells() -> None:
    text = "We read the letter and ran"
    assert doubts(text, known=frozenset({"letter"})) == doubts(text) < doubts(text, known=frozenset())


def test_a_language_that_lists_nothing_leaves_nothing_open() -> None:
    assert doubts("Und du?", language="de") == 0


@given(st.text(max_size=80), st.text(max_size=40))
def test_words_never_stand_better_than_without_a_doubt(text: str, before: str) -> None:
    assert doubts(text, before=before) >= 0
    assert standing(text, before=before) >= leans(text, before=before)


@pytest.mark.parametrize(
    ("text", "before", "topic"),
    [
        ("I am sure the issue will come up in May", "", "issue"),
        ("The processes looked fair to us", "", "processes"),
        ("The issue of tolls will come up in May", "", ""),
        ("The question is whether the bridge holds", "", ""),
        ("We have an issue with the bridge, and the issue will stay", "", ""),
        ("I am sure the issue will come up in May", "Tolls are an issue.", ""),
    ],
)
def test_a_topic_that_is_not_named_is_a_doubt(text: str, before: str, topic: str) -> None:
    assert speaks_of_topic(text, before=before) == topic


def test_an_issue_that_nobody_names_leaves_much_open() -> None:
    assert doubts("I am sure the issue will come up in May") >= doubts("I am sure the ferry will come up in May") + 2


def test_a_sentence_may_open_against_what_stands_elsewhere() -> None:
    assert opens_against("Instead, Ida Holm spoke of the bridge.")
    assert not opens_against("Ida Holm spoke of the bridge instead.")


def test_who_is_meant_is_told_by_a_name_alone() -> None:
    assert means_one("He had his coffee")
    assert not means_one("He had his coffee", before="Of Karl Duhr, she said")
    assert not means_one("Karl Duhr had his coffee")
    assert tells_about(" Ann Ito said after the debate.")
    assert not tells_about(" Ann Ito said after the debate.", somebody=True)
    assert tells_about(" Ann Ito said of the mayor.", somebody=True)
