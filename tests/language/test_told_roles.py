"""A story's page tells each office of a person once, in its fullest words, and two at most."""

from __future__ import annotations

import pytest

from digest.language.told_roles import held_before, told_roles

ROLES = [
    (["Harbours chair", "Senate Harbours Committee Chairman Senator", "committee chairman"], [1]),
    (["Senator", "Senate minority leader", "Democratic leader"], [1]),
    (["Representative", "a Melk Republican"], [0]),
    (["Rep.", "Republican of Melk"], [0]),
    (["a Melk Republican"], [0]),
    (["a Republican"], []),
    (["top Republican on the Harbour Committee", "farmer"], [0, 1]),
    (["former President", "President"], [0]),
    (["then-Senator", "governor", "Senator"], [0, 1]),
    (["former governor of Melk", "president of the Aar Bank"], [0, 1]),
    (["former Aar adviser", "President Holm's first Aar adviser"], [0]),
    (["Aar chief", "secretary-general of the Aar"], [1]),
    (["lawyer", "attorney for Ida Holm"], [1]),
    (["vice president of Aar Air", "president of the Melk Club"], [0, 1]),
    (["farmer", "mayor of Melk", "Aar Air pilot"], [1, 2]),
    (["contest candidate", "contest challenger"], [0]),
    (["current chief clerk", "senior harbour pilot and chief clerk"], [1]),
    (["Melk swimmer", "medalist"], [0]),
    (["deputy clerk", "mayor and clerk of Melk"], [0, 1]),
    ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("wordings", "told"), ROLES, ids=[" / ".join(words) for words, _ in ROLES])
def test_each_office_is_told_once(wordings: list[str], told: list[int]) -> None:
    assert list(told_roles(wordings, [1] * len(wordings))) == told


def test_what_more_articles_say_is_told_first() -> None:
    assert told_roles(["Melk governor", "state's first green governor"], [2, 1]) == (0,)
    assert told_roles(["farmer", "mayor of Melk", "Aar Air pilot"], [3, 1, 2]) == (0, 2)


def test_of_two_presidents_the_first_one_holds_the_office() -> None:
    people = [["President"], ["President", "farmer"], ["former President"], ["farmer"], ["Melk president"]]
    assert held_before(people) == (frozenset(), frozenset({0}), frozenset(), frozenset(), frozenset())


def test_a_language_without_such_words_tells_the_fullest() -> None:
    assert told_roles(["Ministerin", "Lehrerin in Melk"], [1, 1], "de") == (0, 1)
