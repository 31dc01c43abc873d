"""A definite noun is introduced by its own sentence or by what was told elsewhere, or a list cannot show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.introduced import not_introduced

KNOWN = frozenset({"ferry", "harbour", "bomber", "addit"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Per Lund asked whether Melk would keep its contract with the workshop alive.", "the workshop"),
        ("The debt of the state grew, and the party lost its voters.", "the party"),
        ("The rusty crane weighs 40 tons and stands in Port Sand.", "The rusty crane"),
        ("About half attract one visitor an hour, Ida Holm said.", "half"),
        ("Half sank within a week of May.", "Half"),
        ("A bad storm left her without a boat.", "her"),
        ("A fire drove them from home.", "them"),
        ("Per Lund asked for an addition to the ad.", "the ad"),
        ("Quarrels over small debts were frequent under his rule, Radio Sand said.", "his"),
    ],
)
def test_what_nothing_introduces(text: str, found: str) -> None:
    assert not_introduced(text, KNOWN).startswith(found)


@pytest.mark.parametrize(
    "text",
    [
        "Per Lund praised the ferry for its speed.",
        "The bomb lay under a bridge in Melk.",
        "The crane of Port Sand weighs 40 tons.",
        "Per Lund of the Greens left the party in May.",
        "The engineer, Ida Holm, weighs every bolt.",
        "Per Lund bought a crane in May and sold the crane in June.",
        "The largest crane weighs 40 tons.",
        "Per Lund told the police of a theft.",
        "The songs sung by Ida Holm are sad.",
        "About half of Melk has no water.",
        "Ida Holm lost her boat.",
        "A sailor lost his boat.",
        "A sailor sold her boat.",
        "A woman said a storm left her without a boat.",
        "Ida Holm said a storm left her without a boat.",
        "“The crane must go,” said Ida Holm.",
        "Ida Holm said the mayor's crane was old.",
    ],
)
def test_what_a_sentence_or_the_story_introduces(text: str) -> None:
    assert not_introduced(text, KNOWN) == ""


def test_a_language_without_a_list_is_not_asked() -> None:
    assert not_introduced("Per Lund malte den Kran.", KNOWN, language="xx") == ""


@given(st.text(max_size=200))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    found = not_introduced(text, KNOWN)
    assert found.split()[:1] == [] or found.split()[0] in text
