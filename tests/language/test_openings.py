"""What the openings of a story's sources have in common."""

from __future__ import annotations

from digest.language.openings import words_in_common

HERALD = ["Mayor closes the harbour", "Ida Holm said on Monday that the harbour of Melk is full of mud."]
COURIER = ["Mud shuts Melk’s harbour", "A dredger is on its way, and the herring wait outside."]


def test_two_sources_have_words_in_common() -> None:
    assert words_in_common([HERALD, COURIER]) == {"harbour", "mud", "melk"}


def test_one_source_has_its_own_words() -> None:
    assert words_in_common([COURIER]) >= {"harbour", "mud", "dredger"}


def test_words_of_one_source_of_several_are_not_in_common() -> None:
    assert "dredger" not in words_in_common([HERALD, COURIER])


def test_nothing_has_nothing_in_common() -> None:
    assert words_in_common([]) == frozenset()
