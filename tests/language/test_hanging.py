"""What a sentence in a list may not do: leave open when, or of whom, it tells."""

from __future__ import annotations

import pytest

from digest.language.fitness import is_caption
from digest.language.hanging import hangs, without_link
from digest.language.leaning import is_later


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Two hours later, Ida Holm left the harbour of Melk.", True),
        ("However, just two months later, the harbour of Melk closed.", True),
        ("Ever since, Ida Holm has sailed alone.", True),
        ("The next night, 40 sailors were held in Melk.", True),
        ("Ida Holm later left the harbour of Melk.", False),
        ("On Friday, Ida Holm left the harbour of Melk, and returned later.", False),
    ],
)
def test_a_moment_counted_from_another_is_open(text: str, open_: bool) -> None:
    assert hangs(text) is open_


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("The 26-year-old Dane was born at sea.", True),
        ("The 26-year-old has no boat.", True),
        ("The 26-year-old Dane Ida Holm was born at sea.", False),
        ("The 26-year-old sailor, Ida Holm, was born at sea.", False),
        ("Calls to three sailors on the subject were not returned.", True),
        ("Ida Holm sent the council of Melk a letter on the subject of boats.", False),
        ("The council used that line in May.", True),
    ],
)
def test_who_or_what_is_meant_may_stand_before(text: str, open_: bool) -> None:
    assert hangs(text) is open_


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("The Lusa Harbour League announced on Friday that he would sail to Arden.", True),
        ("Radio Sand News said that she must go.", True),
        ("Ida Holm said on Friday that she would go.", False),
        ("The Duchess Ida said that she would go.", False),
        ("The Lusa Harbour League said that Per Lund thought that he was late.", False),
        ("The Lusa Harbour League said that they would sail to Arden.", False),
    ],
)
def test_a_body_is_not_whom_it_tells_of(text: str, open_: bool) -> None:
    assert hangs(text) is open_


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("A photo of the singer in her new boat can be seen above.", True),
        ("Our reporter Ida Holm sends this picture from the harbour.", True),
        ("The harbour can be seen from the hill above Melk.", False),
    ],
)
def test_a_line_that_shows_a_picture_is_a_caption(text: str, caption: bool) -> None:
    assert is_caption(text) is caption


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In response, Ida Holm said no.", "Ida Holm said no."),
        ("In another bid for the harbour, Ida Holm said no.", "Bid for the harbour, Ida Holm said no."),
        ("He said no.", "He said no."),
        ("But Ida Holm said no.", "But Ida Holm said no."),
    ],
)
def test_opening_words_that_only_link(text: str, left: str) -> None:
    assert without_link(text) == left


def test_a_thing_of_which_quoted_words_are_said_is_no_speaker() -> None:
    assert not hangs("Ida Holm praised the harbour, and saw a “steady end” to it.")
    assert hangs("“The harbour is closed,” he said.")


def test_later_that_somebody_did_something_is_later_than_what_was_told() -> None:
    assert is_later("When Ida Holm learned years later that Melk had a harbour, she left.")
    assert not is_later("Ida Holm left Melk later that year.")
