"""A sentence of a list opens anew, and takes up nothing that stood before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.listed import is_elsewhere, stands_alone


@pytest.mark.parametrize(
    "text",
    [
        "But Ida Holm sold a ferry in May.",
        "Meanwhile, Ida Holm sold a ferry.",
        "Asked in May about a theft, Ida Holm said Melk was safe.",
        "[Updated at 4 p.m.] Ida Holm sold a ferry.",
        "Per Lund led such a strike in Lusa.",
        "“Somebody should have read this letter,” said Per Lund of Melk.",
        "Per Lund told Radio Sand that those boats were old.",
        "For that year, Melk spent nothing.",
        "Sailors found 40 lamps there.",
    ],
)
def test_what_goes_on_or_takes_up_something(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm sold a ferry this year.",
        "Per Lund mourned those who drowned in Melk, and those lost in Lusa.",
        "Ida Holm likes ports such as Melk.",
        "Officials said there was a storm in May.",
    ],
)
def test_what_stands_alone(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Police said 40 lamps lay in one street of the city.", True),
        ("Police said 40 lamps lay in one street of the city of Melk.", False),
        ("On Tuesday, 40 sailors of the Harbour Party marched through the city.", True),
        ("On Tuesday, 40 sailors of the Harbour Party left Melk for the city.", False),
        ("Police said Melk lost 40 lamps there.", False),
    ],
)
def test_a_place_is_named_or_it_is_elsewhere(text: str, elsewhere: bool) -> None:
    assert is_elsewhere(text) is elsewhere


def test_a_language_without_a_list_is_not_asked() -> None:
    assert not is_elsewhere("40 Lampen lagen dort.", language="xx")


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert stands_alone(text) in (True, False)
