"""A committee's chairman is told only where it is clear of which chamber the committee is."""

from __future__ import annotations

import pytest

from digest.language.chambers import is_of_either

BOTH = ("The Senate Harbor Committee met.", "The House harbor committee met.")


@pytest.mark.parametrize(
    ("role", "texts", "open_"),
    [
        ("Harbor committee chairman", BOTH, True),
        ("Senate Harbor Committee chairman", BOTH, False),
        ("Harbor committee chairman", BOTH[:1], False),
        ("Boats panel chairman", BOTH, False),
        ("Senator", BOTH, False),
    ],
)
def test_a_committee_of_two_chambers_leaves_open_which(role: str, texts: tuple[str, ...], open_: bool) -> None:
    assert is_of_either(role, texts) == open_


def test_a_language_without_chambers_asks_nothing() -> None:
    assert not is_of_either("Harbor committee chairman", BOTH, "de")
