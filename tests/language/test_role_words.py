"""A role that several articles word differently is one role; another office never is."""

from __future__ import annotations

import pytest

from digest.language.name_roles import roles_of_names
from digest.language.role_words import join_roles, needs_owner, tells

ROLES = [
    (["President", "U.S. President", "US President"], [["U.S. President", "President", "US President"]]),
    (["Rep.", "Representative"], [["Representative", "Rep."]]),
    (["leader", "Tide Party leader", "leader of the party"], [["Tide Party leader", "leader", "leader of the party"]]),
    (["Sand’s harbour chief", "Sand harbour chief"], [["Sand’s harbour chief", "Sand harbour chief"]]),
    (["president", "vice president"], [["president"], ["vice president"]]),
    (["governor", "former governor", "Former Gov."], [["governor"], ["former governor", "Former Gov."]]),
    (["Controversial Gov.", "Gov."], [["Gov.", "Controversial Gov."]]),
    (["minister of trade", "minister of health"], [["minister of trade"], ["minister of health"]]),
    (["aide to the president", "president"], [["aide to the president"], ["president"]]),
    (["NBC chief", "Northern Boat Club chief"], [["Northern Boat Club chief", "NBC chief"]]),
    (["Major-General", "navy Major General"], [["navy Major General", "Major-General"]]),
    (["a Republican", "Republican Governor"], [["Republican Governor", "a Republican"]]),
    (["a minister", "minister's wife"], [["a minister"], ["minister's wife"]]),
    (["fiercely green mayor", "green mayor of Bern"], [["green mayor of Bern", "fiercely green mayor"]]),
    (["United States attorney for Bern", "U.S. Attorney"], [["United States attorney for Bern", "U.S. Attorney"]]),
    (["family doctor", "doctor"], [["family doctor", "doctor"]]),
    (["prosecuting attorney for Bern", "Bern prosecutor"], [["prosecuting attorney for Bern", "Bern prosecutor"]]),
    (["Norwegian minister", "Norway's minister"], [["Norwegian minister", "Norway's minister"]]),
    (["Norwegian minister", "Danish minister"], [["Norwegian minister"], ["Danish minister"]]),
    (["UK envoy", "British envoy"], [["British envoy", "UK envoy"]]),
    (["U.S. envoy", "American envoy", "US envoy"], [["American envoy", "U.S. envoy", "US envoy"]]),
    (["chair", "co-chair"], [["chair"], ["co-chair"]]),
    (["president-elect", "president"], [["president-elect"], ["president"]]),
    (["first green governor", "Gov."], [["first green governor"], ["Gov."]]),
    (["wife", "a teacher"], [["wife"], ["a teacher"]]),
    (["ex-rower for Aar", "former Aar rower", "rower"], [["former Aar rower", "ex-rower for Aar", "rower"]]),
    (["Senator", "former green Sen."], [["former green Sen.", "Senator"]]),
    (["Holm's mother", "mother of the suspect in the raid"], [["mother of the suspect in the raid", "Holm's mother"]]),
    (["mother of two", "clerk's mother"], [["mother of two"], ["clerk's mother"]]),
    (
        ["rower and TV host", "Former television host and rower", "a rower"],
        [["Former television host and rower", "rower and TV host", "a rower"]],
    ),
    (["mayor’s clerk and rower", "mayor"], [["mayor’s clerk and rower"], ["mayor"]]),
    (["former singer", "actor"], [["former singer"], ["actor"]]),
    (["", "—"], [["", "—"]]),
]  # fmt: skip


@pytest.mark.parametrize(("wordings", "joined"), ROLES, ids=[" / ".join(words) for words, _ in ROLES])
def test_one_role_is_told_in_its_fullest_wording(wordings: list[str], joined: list[list[str]]) -> None:
    assert [[wordings[place] for place in group] for group in join_roles(wordings)] == joined


def test_other_languages_have_words_of_their_own() -> None:
    assert join_roles(["Ministerin", "frühere Ministerin"], "de") == ((0,), (1,))
    assert join_roles(["portavoz", "vocera del puerto"], "es") == ((1, 0),)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Attorney General Ida Holm met the former governor of Melk.", {"attorney", "general", "governor"}),
        ("The bus driver fled, and leaders of the party met officials.", set()),
        ("On Friday the Mayor resigned.", {"mayor"}),
    ],
)
def test_a_role_beside_a_name_says_who(text: str, roles: set[str]) -> None:
    assert roles_of_names(text) == roles


TELLING = {
    "wife": False,
    "older half-sister": False,
    "company spokesman": False,
    "a senior official": False,
    "deputy": False,
    "—": True,
    "President": True,
    "Chairman": False,
    "fellow rower": False,
    "director of the agency's boats": False,
    "federation's chief rower": False,
    "expert": False,
    "harbour expert": True,
    "director of the Aar choir": True,
    "harbour director": True,
    "a musician": True,
    "former wife of Jan Ito": True,
    "bank's president": True,
    "Gov.": False,
    "former governor": False,
    "Melk Gov.": True,
    "Lt. Gov.": True,
    "press secretary": False,
    "Press Secretary": False,
    "Melk press secretary": True,
    "Vice President": True,
    "an avid golfer": False,
    "Melk golfer": True,
    "son and grandson of sailors": False,
    "grandson of Melk sailors": True,
    "mother of two": True,
    "mother of the sailor": True,
    "governor of Melk": True,
    "Melk Mayor": True,
    "presidential opponent": False,
    "Green opponent": False,
    "Holm’s Green opponent": True,
    "opponent of Ida Holm": True,
    "head of media": False,
    "head of the media team": True,
    "head of state": True,
}


@pytest.mark.parametrize("role", TELLING)
def test_a_role_that_leaves_open_whose_tells_nothing(role: str) -> None:
    assert tells(role) is TELLING[role]


@pytest.mark.parametrize(
    ("before", "role", "needs"),
    [
        ("Its", "new prime minister", True),
        ("its", "Melk Air chief", False),
        ("his", "10-year-old son with the first lady", True),
        ("her", "son with Jan Holm", False),
        ("his", "campaign manager", False),
        ("the", "new prime minister", False),
    ],
)
def test_a_role_may_need_the_word_that_tells_whose_it_is(before: str, role: str, needs: bool) -> None:
    assert needs_owner(role, before) is needs
