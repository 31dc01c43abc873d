"""How many quotations and people a story's page shows, and what it says of the others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render.test_render_figures import page, told

from digest.render.chosen import FEW, LINES, MOST, OF_EACH, TURN

SHOWN = LINES + OF_EACH  # of one article
SPEAKERS = ("Ann Ito", "Jan Roth", "Eva Holm")
WORDS = (
    "Our harbour will be dredged before the herring come back",
    "Nobody may sell fish on the market square after noon",
    "A new roof for our station costs three good years",
    "Paintings belong into museums and not into cellars",
    "Each child should own a library card by Easter",
    "Actors have always slept above that old theatre",
    "Nurses walk nine miles on every single night shift",
    "Teachers asked me for chalk and got computers instead",
    "Roses grow better where the brewery poured its mash",
    "Our tower leans because the Romans saved on stone",
    "Buses must run until the last pub has closed",
    "Whoever painted our fence green was colour blind",
    "Winter took the ferry timetable along with the pier",
    "My grandmother counted swans here for forty summers",
    "Taxes on dogs have paid for half of the fountain",
)
ABOUT = tuple(f"{words} in Port Sand" for words in WORDS)  # as the headline is
SPEECH = "\n".join(f"“{words},” {SPEAKERS[n % 3]} said." for n, words in enumerate(ABOUT))


def spoken(text: str) -> str:
    return text.split("## Who said what\n", 1)[1].split("\n## ", 1)[0]


def test_a_page_shows_some_quotations_of_everybody_and_says_that_there_are_more() -> None:
    section = spoken(page(told(SPEECH)))
    assert section.count("\n> ") == SHOWN < MOST
    assert "More quotations stand on the pages of the articles." in section
    assert all(f"### {speaker}\n" in section for speaker in SPEAKERS)


def test_few_quotations_are_all_shown() -> None:
    section = spoken(page(told("\n".join(SPEECH.splitlines()[:4]))))
    assert section.count("\n> ") == 4
    assert "More quotations" not in section


def test_what_an_editor_pinned_is_shown() -> None:
    story = told(SPEECH)
    *others, last = story.comparison.quotes
    pinned = replace(story, comparison=replace(story.comparison, quotes=(*others, replace(last, pinned=True))))
    assert WORDS[-1] not in spoken(page(story))
    assert WORDS[-1] in spoken(page(pinned))


def test_words_that_go_on_with_those_above_them_never_stand_without_them() -> None:
    going_on = "“Our old pier is rotten to its very last plank,” Ann Ito said. “It will sink, and nobody will see it.”"
    lines = SPEECH.splitlines()
    sections = [spoken(page(told("\n".join([*lines[:n], going_on, *lines[n:]])))) for n in range(len(lines) + 1)]
    assert any("It will sink" in section for section in sections)
    assert all("Our old pier is rotten" in section for section in sections if "It will sink" in section)


def test_what_is_clear_comes_before_what_leaves_something_open() -> None:
    doubtful = (
        "You and your friends ask for another ferry every spring",
        "But nobody listens, do they, and you know why",
    )
    lines = [f"“{words},” {speaker} said." for words, speaker in zip(doubtful, SPEAKERS, strict=False)]
    section = spoken(page(told("\n".join([*lines, SPEECH]))))
    assert not any(words in section for words in doubtful)


def test_a_page_of_few_quotations_shows_them_though_they_leave_something_open() -> None:
    doubtful = "But our friends ask for another ferry every single spring"
    assert doubtful in spoken(page(told(f"“{doubtful},” Ann Ito said.\n{SPEECH.splitlines()[1]}")))


def test_everybody_has_a_turn_before_one_speaker_has_a_third() -> None:
    talker = "\n".join(f"“{words},” Ann Ito said." for words in ABOUT[:SHOWN])
    section = spoken(page(told(f"{talker}\n“{ABOUT[-1]},” Jan Roth said.\n“{ABOUT[-2]},” Eva Holm said.")))
    assert WORDS[-1] in section
    assert WORDS[-2] in section
    assert section.count("— Ann Ito") > TURN


def test_what_has_nothing_to_do_with_the_story_fills_up_a_page_of_few_quotations() -> None:
    other = "“A cuckoo clock should be wound by left-handed people,” Per Lund said."
    lines = SPEECH.splitlines()
    assert "cuckoo" in spoken(page(told("\n".join([*lines[: FEW - 1], other]))))
    assert "cuckoo" not in spoken(page(told("\n".join([*lines[:SHOWN], other]))))
    assert "cuckoo" not in spoken(page(told("\n".join([*lines[: FEW + 1], other]))))


def test_a_moment_that_is_counted_from_another_comes_last() -> None:
    later = "Eva Holm was back in Port Sand soon afterward and called the town “a harbour without any ships at all”."
    assert later not in spoken(page(told(f"{SPEECH}\n{later}")))
    assert later.replace(" soon afterward", "") in spoken(page(told(f"{later.replace(' soon afterward', '')}")))


def test_a_sentence_about_what_the_page_does_not_tell_fills_up_a_page_of_few_quotations() -> None:
    other = "Per Lund, the baker, said in a speech that the catapult was “a splendid gift to all of Port Sand”."
    lines = SPEECH.splitlines()
    assert "catapult" in spoken(page(told("\n".join([*lines[: FEW - 2], other]))))
    assert "catapult" not in spoken(page(told("\n".join([*lines[:SHOWN], other]))))


@pytest.mark.parametrize(
    "other",
    [
        "“We have a pier at last, but this catapult will hit it some day,” Per Lund, the baker, said in a speech.",
        "“The catapult was built without a single screw,” Per Lund, the baker, said in a speech.",
        "He said in Port Sand that he had “never in all his life seen the catapult”, and Per Lund laughed.",
    ],
)
def test_words_about_what_the_page_does_not_tell_fill_up_a_page_of_few_quotations(other: str) -> None:
    assert "catapult" not in spoken(page(told(f"{SPEECH}\n{other}")))
    assert "catapult" in spoken(page(told(f"{other}\n{SPEECH.splitlines()[1]}"))) or other.startswith("He")
