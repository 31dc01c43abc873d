"""Somebody called by the given name alone is known to nobody."""

import pytest

from digest.language.nobody import calls_by_given_name, given_names, opens_with_stranger

GIVEN = given_names(["Ida Holm", "Per Lund", "Karl Duhr", "Lund", "Anna Karl"])


def test_a_family_name_is_no_given_name() -> None:
    assert given_names(["Ida Holm", "Per Lund", "Holm", "Anna Per"]) == {"Ida", "Anna"}


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("In 2000, Ida sailed to Lusa.", True),
        ("The mayor sent flowers to Ida for winning.", True),
        ("In 2000, Ida Holm sailed to Lusa.", False),
        ("Ida and Per Lund sailed to Lusa.", False),
        ("Karl sailed to Lusa.", False),
    ],
)
def test_who_is_called_so(text: str, alone: bool) -> None:
    assert calls_by_given_name(text, GIVEN) is alone


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The driver, who was unhurt, told reporters that a tyre burst.", "driver"),
        ("A young bus driver saw it all.", "driver"),
        ("The driver, Jan Roth, told reporters that a tyre burst.", ""),
        ("The driver Jan Roth told reporters that a tyre burst.", ""),
        ("The bus, which a driver left, burnt down.", ""),
        ("Drivers saw it all.", ""),
    ],
)
def test_who_is_told_of_without_a_name(text: str, noun: str) -> None:
    assert opens_with_stranger(text) == noun
