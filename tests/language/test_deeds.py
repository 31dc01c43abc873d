"""A sentence tells as done what its main clauses tell, not how things look or whose they are."""

from __future__ import annotations

import pytest

from digest.language.deeds import deeds

TOLD = {
    "The council of Melk, which met on Friday, closed the bridge.": {"clos"},
    "Divers searched the charred wreck in the rugged bay.": {"search"},
    "The mayor apologized for a letter he recently left for Ida Holm.": {"apologiz"},
    "The books, opened late on Friday, show that Melk earned a million.": set(),
    "The mayor closed the harbour, opened a school, and left.": {"clos", "open", "leav"},
    "Ida Holm closed the harbour and she opened a school.": {"clos", "open"},
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_deeds_are_the_verbs_of_main_clauses(text: str, told: set[str]) -> None:
    assert deeds(text) == told
