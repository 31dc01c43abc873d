"""Words that stand for one another have one sense, in every language that has a list of them."""

from __future__ import annotations

from collections import Counter

import pytest

from digest.language import packs, subject
from digest.language.denying import denies
from digest.language.senses import opposite_senses, sense
from digest.language.terms import stem


@pytest.mark.parametrize("language", packs())
def test_no_word_stands_in_two_groups(language: str) -> None:
    counted = Counter(word for group in subject(language, "senses")["senses"] for word in group)
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", packs())
def test_opposites_are_two_senses(language: str) -> None:
    assert all(one != other for one, other in opposite_senses(language))


@pytest.mark.parametrize(
    ("one", "other"), [("vetoed", "blocks"), ("died", "fatal"), ("fourteen", "14"), ("raising", "climbed")]
)
def test_words_that_stand_for_one_another_have_one_sense(one: str, other: str) -> None:
    assert sense(stem(one)) == sense(stem(other))


def test_a_language_without_a_pack_takes_every_word_for_itself() -> None:
    assert sense(stem("veto", language="fr"), language="fr") == "veto"
    assert opposite_senses("fr") == ()


@pytest.mark.parametrize(
    ("text", "denied"), [("He hasn’t paid.", True), ("Nobody was hurt.", True), ("It is paid.", False)]
)
def test_a_denial_is_known(text: str, denied: bool) -> None:
    assert denies(text) is denied
