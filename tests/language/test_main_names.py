"""The main thing of a sentence: its names, numbers and words, without who told it to whom."""

import pytest

from digest.language.main_names import lacking, main_thing, part_told, told_clause
from digest.language.senses import senses_of
from digest.language.terms import content_set

NAMES = frozenset({"melk", "holm", "ida", "port", "sand", "lund", "radio"})


def held(text: str) -> frozenset[str]:
    return frozenset(senses_of(content_set(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ida Holm told Radio Sand on Friday that two ferries left Melk.", "two ferries left Melk."),
        ("Ida Holm told Radio Sand her ferries had left Melk.", "her ferries had left Melk."),
        ("The mayor said the ferry had left Melk.", "the ferry had left Melk."),
        ("According to the port of Melk, two ferries left.", "two ferries left."),
        ("Ida Holm announced the sale of two ferries.", "Ida Holm announced the sale of two ferries."),
        ("Ida Holm, the mayor of Melk, resigned on Friday.", "Ida Holm resigned on Friday."),
        ("Ida Holm, 61, resigned in Melk.", "Ida Holm, resigned in Melk."),
        ("“We will sail to Melk before winter,” Ida Holm told Radio Sand.", "“We will sail to Melk before winter,”"),
        ("The ferry left Melk at 13:55 on Friday.", "The ferry left Melk at on Friday."),
    ],
)
def test_who_told_it_is_left_out(text: str, told: str) -> None:
    assert " ".join(told_clause(text).split()) == told


@pytest.mark.parametrize(
    ("one", "other", "lacks"),
    [
        ("A ferry sank off Melk on Friday.", "A ferry sank off Port Sand.", ["melk"]),
        ("A ferry sank off Melk on Friday.", "A ferry sank off Melk on Monday.", []),
        ("In Melk, Ida Holm praised Per Lund.", "Holm praised Lund in Melk.", []),
        ("The port of Melk paid 430 pilots.", "The port of Melk paid 80 pilots.", ["430"]),
        ("The port of Melk paid 430 pilots.", "The port of Melk paid 440 pilots.", []),
        ("Ida Holm told Radio Sand that the pilots of Melk were paid.", "The pilots of Melk were paid.", []),
    ],
)
def test_what_a_report_lacks(one: str, other: str, lacks: list[str]) -> None:
    found = lacking(main_thing(one, NAMES), held(other))
    assert sorted(word for name in found for word in name) == lacks


def test_a_word_that_is_plain_in_the_story_is_a_name_with_others_only() -> None:
    thing = main_thing("Pilots left Port Sand on Friday.", NAMES | {"pilot"}, plain=frozenset({"pilot", "port"}))
    assert thing.names == (frozenset({"port", "sand"}),)
    assert "pilot" in thing.words


def test_the_part_that_is_told() -> None:
    thing = main_thing("The pilots of Melk rejected the new harbour fee.", NAMES)
    assert part_told(thing, held("The pilots rejected the new harbour fee.")) == 1
    assert part_told(thing, held("Snow fell on the road to the quarry.")) == 0
    assert 0.2 < part_told(thing, held("The pilots counted boats in the harbour.")) < 0.8
