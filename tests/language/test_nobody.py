"""Somebody called by the given name alone is known to nobody."""

import pytest

from digest.language.nobody import calls_by_given_name, given_names

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
