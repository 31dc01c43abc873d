"""A line of a list says what it means, or the page above it has told of that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.unclear import opens_unclear, unclear

TOLD = {"ferry": 2, "lamps": 3, "lamp": 1, "theft": 1}
PEOPLE = frozenset({"holm", "lund"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Harbour League announced in May that he would sail to Lusa.", "he"),
        ("Karl Duhr said sailors searched for him in Lusa.", "him"),
        ("Per Lund said sailors had found her in Arden.", "her"),
        ("About 3,000 of them slept in Melk.", "them"),
        ("With gusts of 90 knots, it was expected to sink.", "it"),
        ("Sailors, among them Karl Duhr, blamed Mr. Holm for asking about it.", "it"),
        ("Per Lund saw the crane.", "crane"),
        ("Per Lund went to the theft scene.", "scene"),
        ("Mr. Lund said that their boat was late.", "their"),
        ("A sailor told Radio Sand the lamp was broken.", "lamp"),
        ("Six of the barge's sailors drowned.", "barge"),
        ("Per Lund liked the other ones.", "other"),
        ("Per Lund said the following letters were forged.", "letters"),
        ("Per Lund, however, denied the theft.", "however"),
        ("One idea is a tunnel under Melk.", "One idea"),
        ("One of its members, Per Lund, left Melk.", "its"),
        ("Over the years, its crew has sailed to Lusa.", "its"),
        ("A senior sailor said it was sunk in May by a storm.", "it"),
        ("Officials in Melk said there was no attack.", "attack"),
        ("But Holm's revisions were thrown out.", "revisions"),
        ("May 3: Per Lund says Melk is safe.", "May 3"),
    ],
)
def test_what_a_line_leaves_open(text: str, found: str) -> None:
    assert unclear(text, TOLD, PEOPLE).startswith(found)


@pytest.mark.parametrize(
    "text",
    [
        "Holm has maintained that he told nobody.",
        "In his speech, Mr. Holm praised Melk.",
        "A sailor lost his boat.",
        "Ida Holm sold her boat.",
        "Officials said it was too early to say.",
        "Police said they saw Per Lund.",
        "Ida Holm and Per Lund sold their boat.",
        "Per Lund said Melk sold their boat.",
        "Per Lund sold a ferry and wept for it.",
        "Per Lund praised the ferry.",
        "Per Lund saw the crane of Port Sand.",
        "The engineer, Ida Holm, saw the crane, which was rusty.",
        "A crane stood in Melk, and Per Lund sold the crane.",
        "The largest crane fell on the police of Melk.",
        "The songs the police sang are sad.",
        "One of Per Lund’s ideas is a tunnel.",
        "“He sold the crane,” said Ida Holm.",
        "Officials in Melk said there was no plan to leave.",
        "Sailors praised Holm's revisions and left.",
        "Holm's administration was praised.",
        "Per Lund said Radio Sand expected to hear from some of its sailors.",
    ],
)
def test_what_a_line_or_the_page_says(text: str) -> None:
    assert unclear(text, TOLD, PEOPLE) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crane has fallen", "crane"),
        ("The lying and stealing is over", "stealing"),
        ("The crane of Melk has fallen on the ferry", ""),
        ("The theft was old", ""),
        ("The main problem is a crane", ""),
        ("Holm saw the crane", ""),
    ],
)
def test_what_the_opening_of_quoted_words_leaves_open(text: str, found: str) -> None:
    assert opens_unclear(text, TOLD) == found


def test_a_language_without_a_list_is_not_asked() -> None:
    assert unclear("Per Lund malte den Kran.", {}, language="xx") == ""


@given(st.text(max_size=200))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    assert unclear(text, TOLD, PEOPLE).lower() in text.lower()
