"""Words that were taken out of quotation marks: whether a reader knows by themselves what they are about."""

from __future__ import annotations

import pytest

from digest.language.degrees import Degree
from digest.language.hanging import degree, hangs
from digest.language.spoken import leans, says_same, tells_occasion


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("He has been to Melk twice", Degree.HANGS),
        ("We brought this to their attention", Degree.HANGS),
        ("If that's the kind of bridge we want", Degree.HANGS),
        ("I don't see how that is possible", Degree.HANGS),
        ("We need to break that habit", Degree.HANGS),
        ("It would ruin the harbour", Degree.HANGS),
        ("It reminds us that the bridge is old", Degree.HANGS),
        ("This would cost the villages nothing", Degree.HANGS),
        ("They don't want the bridge", Degree.HANGS),
        ("This is a good day", Degree.POINTS),
        ("It's a bridge of our own", Degree.HANGS),
        ("This bridge will stand", Degree.POINTS),
        ("That bridge is old", Degree.HANGS),
        ("The mayor knows what he wants", Degree.STANDS),
        ("I have seen his [Mayor Holm's] bridges", Degree.STANDS),
        ("The sailors say they are tired", Degree.STANDS),
        ("It is time to build", Degree.STANDS),
        ("It turns out that the bridge is old", Degree.STANDS),
        ("I have always loved this bridge", Degree.STANDS),
        ("Those who wait will see the bridge", Degree.STANDS),
        ("The bridge is old, and it will fall", Degree.STANDS),
        ("", Degree.STANDS),
        ("We bought the tickets and walked to the pier. At the gate he stopped me", Degree.HANGS),
        ("Holm turned a good harbour into a bad one. There is no point in asking him", Degree.STANDS),
        ("We met Gov. Holm at the pier and he smiled", Degree.STANDS),
        ("Even the oldest sailors of the harbour are talking of that: what now?", Degree.HANGS),
        ("We must keep our word to the sailors, and we have failed to do that", Degree.STANDS),
        ("The mayor must stand up and refuse this reckless wording", Degree.HANGS),
        ("The voters of the harbour will decide in this important election", Degree.STANDS),
        ("The sailors will leave the harbour if this bridge falls", Degree.STANDS),
        ("These rules are unclear", Degree.HANGS),
        ("My sailor! You are the one", Degree.HANGS),
        ("You can't build a bridge without stones", Degree.STANDS),
        ("There is no precedent", Degree.HANGS),
        ("I would not like to live there", Degree.HANGS),
        ("There will be a ferry to the harbour", Degree.STANDS),
        ("Nobody has decided on any of these ferries", Degree.HANGS),
        ("None of those old ferries was built in Melk", Degree.HANGS),
        ("We will take down these ferries that nobody needs", Degree.STANDS),
        ("The toll drives sailors away. These fees have no use", Degree.STANDS),
        ("It is a scandal", Degree.HANGS),
        ("In his speech, Holm said nothing of the bridge", Degree.STANDS),
        ("Bread means bread for everyone. That means that all sailors eat", Degree.STANDS),
        ("We take care that our share of that money is spent on boats", Degree.HANGS),
        ("I have work to do in Melk, and I could not care less about any of that stuff", Degree.STANDS),
        ("Those two ferries would carry every sailor home", Degree.HANGS),
        ("Those two sailors who wait are old", Degree.STANDS),
        ("With all respect to the council, I do not buy it", Degree.STANDS),
        ("With all due respect to you, I don't buy it", Degree.HANGS),
        ("We want peace, and in the end we will have it", Degree.STANDS),
        ("We keep those savings. We build bridges", Degree.HANGS),
        ("Now it's worthless and it's amazing how that is", Degree.HANGS),
        ("Now that's what I call a good bridge", Degree.HANGS),
        ("Now that the sailors are old, they need a bridge", Degree.STANDS),
        ("Sailors began to reject its rules", Degree.HANGS),
        ("The harbour began to change its rules", Degree.STANDS),
        ("Yes it is old -- an old bridge on behalf of the sailors of Melk.", Degree.HANGS),
    ],
)
def test_words_lean_on_what_they_do_not_name(said: str, how: Degree) -> None:
    assert leans(said) is how


@pytest.mark.parametrize(
    ("before", "said", "how"),
    [
        ("Melk wants a toll on lorries.", "This would cost nothing", Degree.STANDS),
        ("Ida Holm left the council.", "He has been there for years", Degree.STANDS),
        ("Nothing was decided at all.", "He has been there for years", Degree.HANGS),
        ("Melk has new rules.", "These rules are unclear", Degree.STANDS),
        ("Melk wants a toll on lorries.", "It would ruin the harbour", Degree.STANDS),
        ("Nothing was decided at all.", "It would ruin the harbour", Degree.HANGS),
        ("The boats were late.", "I don't think we need to explain that", Degree.HANGS),
        ("No ferries will leave", "Out they go", Degree.HANGS),
        ("The ferries are old", "Out they go", Degree.STANDS),
    ],
)
def test_the_sentence_before_tells_what_is_meant(before: str, said: str, how: Degree) -> None:
    assert leans(said, before=before) is how


@pytest.mark.parametrize(
    ("lead", "said", "how"),
    [
        ("Asked whether the council would sell the old bridge, she said nothing. Then she warned:", "I doubt that", 0),
        ("The sailors fear for their nets.", "I know that fear", Degree.STANDS),
        ("The council met on the old pier.", "I know that fear", Degree.HANGS),
    ],
)
def test_the_words_that_lead_to_a_quotation_tell_what_it_takes_up(lead: str, said: str, how: Degree) -> None:
    assert leans(said, lead=lead) == how


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("“There is no precedent,” said Ida Holm, a former sailor.", True),
        ("“There is no precedent,” Ida Holm said of the bridge.", False),
        ("“There is no bridge like ours,” said Ida Holm, a former sailor.", False),
    ],
)
def test_a_sentence_that_opens_with_quoted_words_leans_as_they_do(text: str, open_: bool) -> None:
    assert hangs(text) is open_


def test_a_language_without_the_words_finds_nothing_that_leans() -> None:
    assert leans("Er war schon zweimal in Melk", language="de") is Degree.STANDS


@pytest.mark.parametrize(
    ("around", "tells"),
    [
        (", Ida Holm said after the flood of Melk.", True),
        (", Ida Holm said in 2012.", True),
        (", Ida Holm said.", False),
    ],
)
def test_another_occasion_is_told_beside_the_words(around: str, tells: bool) -> None:
    assert tells_occasion(around) is tells


def test_the_same_in_other_words_is_the_same() -> None:
    one = "The way the mayor looks at the harbour of Melk, and how she solves problems"
    assert says_same(one, "I mean how the mayor of Melk solves problems of the harbour")
    assert not says_same(one, "The mayor left Melk on a boat with two sailors")
    assert not says_same("The mayor left", "The mayor left Melk on a boat")


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("“The bridge is old,” the statement continued.", True),
        ("“The bridge is old,” said the senators.", True),
        ("In a statement the council was told “the bridge is old,” the statement said.", False),
        ("“The bridge is old,” the senators of Melk said.", False),
        ("Neither said much about the bridge of Melk.", True),
        ("The two had met at the bridge of Melk.", True),
        ("The two towns are joined by the bridge of Melk.", False),
        ("Sailors said they had seen the bridge fall.", False),
        ("Sailors said it was the fault of the council.", True),
        ("Senator Ida Holm, D-R.I., spoke of the bridge.", False),
        ("Ida Holm spoke of the bridge and the sailors who live on it.", False),
        ("Ida Holm wanted much more than that.", True),
        ("In a sign of hope for the harbour, his office sent a letter to the sailors.", True),
        ("At a feast for the sailors of Melk, its mayor sent a letter to them.", False),
        ("Ida Holm called it ugly and old.", True),
        ("Many local sailors have called them ugly.", True),
        ("The owners of the boats have sold them.", False),
        ("Ida Holm made it clear that the bridge is old.", False),
        ("The caption said nothing about the bridge of Melk.", True),
    ],
)
def test_a_source_that_is_told_elsewhere_is_open(text: str, open_: bool) -> None:
    assert hangs(text) is open_


def test_there_are_degrees_between() -> None:
    assert degree("Ida Holm left Melk.") is Degree.STANDS
    assert degree("But Ida Holm left Melk.") is Degree.LINKS
    assert degree("The meeting took two hours.") is Degree.POINTS
    assert degree("He left Melk.") is Degree.HANGS
