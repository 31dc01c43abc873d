"""A line takes up nothing of which the page above it has told nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.taken_up import taken_up

ABOVE = ("Two sailors left Melk on a ferry.", "Ida Holm met the board for talks.", "The old harbour was closed.")
FAMILIES = frozenset({"duhr", "lund"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soon, Ida Holm of the harbour board stopped by.", "Soon"),
        ("This time the board has told us that it is our boat.", "This time"),
        ("Ida Holm was angry. “This time the board lost,” she said.", "This time"),
        ("Around the same time, the board called.", "Around the same time"),
        ("After the meeting, sailors thanked her.", "meeting"),
        ("A week after The Sand Herald’s report, Ida Holm spoke of her boat.", "report"),
        ("The board is expected to decide about the Q7 harbour proposal by May.", "proposal"),
        ("Eva Rask, who attended the smaller session, praised her.", "smaller"),
        ("Eva Rask said the two drivers were hurt.", "two"),
        ("Eva Rask said the three sailors were hurt.", "three"),
        ("I remember how cold that was and how wet I was", "that"),
        ("Holm, Rask and Duhr's moves were not the only ones.", "Duhr"),
        ("Mr. Lund was cautious.", "Lund"),
    ],
)
def test_what_a_line_takes_up(text: str, found: str) -> None:
    assert taken_up(text, ABOVE, FAMILIES) == found


@pytest.mark.parametrize(
    "text",
    [
        "Sooner or later, Ida Holm will leave.",
        "This time of the year, sailors stay in Melk.",
        "After the talks, Ida Holm left.",
        "Ida Holm said the proposal of Melk was better.",
        "The smaller of the boats sank.",
        "Eva Rask said six boats left, and nine the previous night.",
        "Eva Rask said the two sailors were hurt.",
        "Eva Rask said the two sides agreed.",
        "Eva Rask and Ida Holm said the two women of Melk left.",
        "I know how a house that was cold feels",
        "Karl Duhr left. Duhr said why.",
        "Duhr, the mayor, left.",
        "Captain Duhr left.",
    ],
)
def test_what_stands_by_itself_or_is_told_above(text: str) -> None:
    assert taken_up(text, ABOVE, FAMILIES) == ""


def test_several_whom_nothing_names_before_them() -> None:
    assert taken_up("Wherever (Ekman) can see them, it finds them", ABOVE, alone=True) == "them"
    assert taken_up("Wherever (Ekman) can see them, it finds them", ABOVE) == ""
    assert taken_up("We love our boats and we paint them", ABOVE, alone=True) == ""


def test_soon_is_clear_in_speech() -> None:
    assert taken_up("Soon we will sell the boat", ABOVE) == "Soon"
    assert taken_up("Soon we will sell the boat", ABOVE, quoted=True) == ""


@given(st.text(), st.lists(st.text()), st.sampled_from(["en", "de", "es", "xx"]))
def test_any_text(text: str, above: list[str], language: str) -> None:
    assert isinstance(taken_up(text, above, FAMILIES, alone=True, language=language), str)
