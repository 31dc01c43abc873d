"""One person whose name is misspelled, or carried over from another script, is one; similar names are not."""

from __future__ import annotations

import pytest

from digest.compare.joining import name_parts
from digest.compare.spellings import (
    is_begun,
    is_misprint,
    is_respelled,
    is_short_given,
    is_shorter,
    is_slip,
    is_transliteration,
)

MISPRINTS = [
    ("Mike Tarvon", "Michael Travon", True),
    ("Ann Priebel", "Ann Preibel", True),
    ("Ann Roth", "Ann Rtoh", False),
    ("Ann Hansen", "Ann Hanson", False),
    ("Ann Tarvon", "Jan Travon", False),
    ("Tarvon", "Travon", False),
]
SCRIPTS = [
    ("Nouri Malek", "Nuri al-Malek", True),
    ("Mohammed Karimi", "Muhamad Karimy", True),
    ("Nouri Malek", "Nasir Malek", False),
    ("Malek", "Malik", False),
]


@pytest.mark.parametrize(("one", "other", "same"), MISPRINTS)
def test_two_letters_that_changed_places_make_no_other_name(one: str, other: str, same: bool) -> None:
    assert is_misprint(name_parts(one), name_parts(other)) is same


SHORTER = [
    ("Todd Lund", "Byron Todd Lund", True),
    ("Andy Lund", "Byron Andrew Lund", True),
    ("Mirhassan Karimi", "Mir Hassan Karimi", True),
    ("Todd Lund", "Todd Byron Lund", False),
    ("Lund", "Byron Lund", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SHORTER)
def test_a_given_name_may_be_left_out(one: str, other: str, same: bool) -> None:
    assert is_shorter(name_parts(one), name_parts(other)) is same


SLIPS = [
    ("hallerson", "hallrson", True),
    ("hallerson", "hallersno", True),
    ("hallerson", "hallerton", False),
    ("holms", "holm", False),
    ("hallers", "wallers", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SLIPS)
def test_a_long_family_name_may_lose_a_letter(one: str, other: str, same: bool) -> None:
    assert is_slip(one, other) is same


def test_a_given_name_may_be_cut_short() -> None:
    assert is_short_given(("jo", "lund"), ("joanna", "lund"))
    assert not is_short_given(("jo", "lund"), ("ann", "lund"))


@pytest.mark.parametrize(("one", "other", "same"), SCRIPTS)
def test_vowels_are_written_differently(one: str, other: str, same: bool) -> None:
    assert is_transliteration(name_parts(one), name_parts(other)) is same


RESPELLED = [
    ("Omar al-Kalahri", "Omar Kalahiri", True),
    ("Omar Hansen", "Omar Hanson", False),
    ("Omar Hanson", "Omar Hansons", False),
    ("Omar Kalahri", "Jan Kalahiri", False),
]


@pytest.mark.parametrize(("one", "other", "same"), RESPELLED)
def test_a_long_family_name_may_have_a_vowel_more(one: str, other: str, same: bool) -> None:
    assert is_respelled(name_parts(one), name_parts(other)) is same


def test_a_name_may_go_on() -> None:
    assert is_begun(("ali", "jan"), ("ali", "jan", "lund"))
    assert not is_begun(("ali", "jan"), ("ali", "jan"))
    assert not is_begun(("ali",), ("ali", "jan"))
