"""Quoted words that name a thing again say elsewhere what it is, or the page does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.named_again import named_again


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("We have a good bill at last, and this amendment would sink the whole of it", "amendment"),
        ("We can then pass that legislation before the ice is back in Melk", "legislation"),
        ("Half of our share of that money went into the pier", "money"),
        ("Nobody in Melk has seen such a revolt last year", "revolt"),
        ("The sailors of Melk were never told of these small wooden boats", "boats"),
    ],
)
def test_a_thing_that_is_named_again_is_found(text: str, noun: str) -> None:
    assert named_again(text) == noun
    assert named_again(text, {noun}) == ""
    assert named_again(f"I know of a {noun}, too. {text}") == ""


@pytest.mark.parametrize(
    "text",
    [
        "We will sail to Melk this morning",
        "I have never met people that sail",
        "Nobody counts those sailors who wait",
        "Nobody counts those waiting for a ferry",
        "The captain saw that fog rolled in",
        "We need such rules as these",
        "We have to get this right",
        "Nobody has worked longer on this issue",
        "I love this New Harbour Festival",
        "This is old, and that will do",
    ],
)
def test_what_says_by_itself_what_it_is_names_nothing_again(text: str) -> None:
    assert named_again(text) == ""


def test_a_language_without_a_list_is_not_asked() -> None:
    assert named_again("Wir haben this bridge", language="de") == ""


@given(st.text(max_size=200))
def test_the_noun_stands_in_the_text(text: str) -> None:
    assert named_again(text) in text
