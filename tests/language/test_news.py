"""What happened or was said is news; what is usual, and what was long ago, is not."""

import pytest

from digest.language.news import is_background


@pytest.mark.parametrize(
    "text",
    [
        "Ferries usually leave at noon, Ida Holm said.",
        "The sign of Melk turns every hour.",
        "In 1994, Ida Holm bought a ferry.",
        "Two guards were walking home to Melk.",
        "The ferry's owner did not answer a request for comment on Monday.",
    ],
)
def test_what_is_no_news(text: str) -> None:
    assert is_background(text, 2010)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank off Melk.",
        "Ida Holm says the ferry is old.",
        "Ida Holm will leave Melk.",
        "In 2010, Ida Holm bought a ferry.",
        "Ida Holm, who declined to comment on Monday, bought the ferry of Melk at noon.",
    ],
)
def test_what_is_news(text: str) -> None:
    assert not is_background(text, 2010)


def test_nobody_knows_what_was_long_ago_where_the_year_is_not_known() -> None:
    assert not is_background("In 1994, Ida Holm bought a ferry.")


def test_a_language_without_a_list_is_not_asked() -> None:
    assert not is_background("Die Fähre legt immer ab.", language="xx")
