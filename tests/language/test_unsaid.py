"""A sentence that leaves out what the one before it told, or has something glued to its front."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.hanging import hangs
from digest.language.unsaid import leaves_unsaid


@pytest.mark.parametrize(
    "text",
    [
        "When Mr. Duhr said he had, Ida Holm showed the council a receipt.",
        "If she would, the board of Melk will pay for the boat.",
        "The Sailors’ League won, but in one trial Per Lund was asked about a goat.",
        "The harbour board responded with two bans on Tuesday.",
        "Noting that Karl Duhr and his brother, Per, both left Melk, she laughed.",
        "Analysis Sailors say that the ferry of Melk is old.",
        "21.20 The ferry of Melk is back.",
        "9.05pm: The ferry of Melk is back.",
    ],
)
def test_what_the_sentence_before_told(text: str) -> None:
    assert leaves_unsaid(text)
    assert hangs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Karl Duhr rowed faster than she had, the judges said.",
        "The council promised to pay, and said it would.",
        "The team of Melk won, 5-3, in Lusa.",
        "A boat that won, the judges said, was stolen.",
        "The harbour board responded to the strike with two bans.",
        "According to Ida Holm, he left the harbour.",
        "Background checks take two days in Melk.",
        "12.50 euros buy a ticket to Lusa.",
    ],
)
def test_what_says_it_all(text: str) -> None:
    assert not leaves_unsaid(text)


@given(st.text(max_size=200), st.sampled_from(["en", "de", "xx"]))
def test_any_text_gets_an_answer(text: str, language: str) -> None:
    assert leaves_unsaid(text, language=language) in (True, False)
