"""What stands beside a main clause, and what points back from within a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.asides import lacks_main_clause, without_asides
from digest.language.inside import points_inside


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("The mayor left, although the ferry was late.", "The mayor left"),
        ("Although the ferry was late, the mayor left.", "the mayor left."),
        ("Ida Holm, who ran for mayor in 1972, died on Sunday.", "Ida Holm died on Sunday."),
        ("Ida Holm, who, in 1972, ran for mayor, died on Sunday.", "Ida Holm died on Sunday."),
        ("Ida Holm, whose son, Olaf, was hurt in May, left on Sunday.", "Ida Holm left on Sunday."),
        ("Ida Holm, whose boat sank, left on Sunday.", "Ida Holm left on Sunday."),
        ("Ida Holm, who was born on May 1, 1950, left on Sunday.", "Ida Holm left on Sunday."),
        ("Ida Holm -- who sold her boat in 1996 -- left on Sunday.", "Ida Holm -- left on Sunday."),
        ("The bridge of Melk is closed.", "The bridge of Melk is closed."),
    ],
)
def test_only_main_clauses_stay(text: str, main: str) -> None:
    left = without_asides(text)
    assert len(left) == len(text)
    assert left.split() == main.split()


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Although the ferry of Melk was late again on Friday.", True),
        ("Although the ferry was late, whereas the train was early.", True),
        ("Although the ferry was late, the mayor left on Friday.", False),
        ("Despite the late ferry the mayor left on Friday.", False),
    ],
)
def test_a_concession_alone_is_no_statement(text: str, lacks: bool) -> None:
    assert lacks_main_clause(text) is lacks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Members of those groups met on Friday.", "those groups"),
        ("Members of two groups met, and those groups quarrelled.", ""),
        ("“Nobody will ever build such bridges,” Ida Holm said.", ""),
        ("Nobody will pay for such bridges, Ida Holm said.", "such bridges"),
        ("The bridge is old, and such bridges are rare.", ""),
        ("Ida Holm warned that such a storm would close the harbour.", "such a storm"),
        ("The storm was old, but nobody had seen such a storm.", ""),
        ("Ida Holm had never seen such a lovely harbour.", ""),
        ("This week, Ida Holm opens the bridge.", ""),
        ("Ida Holm was, for example, late.", "for example"),
        ("Ida Holm praised the sailors at another dinner.", "at another dinner"),
        ("Ida Holm spoke at a dinner and at another dinner.", ""),
        ("The harbour opened after the loss of two other piers.", "of two other piers"),
        ("A crane fell on a sailor and two other men.", ""),
    ],
)
def test_what_points_back_is_found(text: str, words: str) -> None:
    assert points_inside(text) == words


@given(st.text(max_size=200))
def test_any_text_may_be_asked(text: str) -> None:
    assert len(without_asides(text)) == len(text)
    assert len(points_inside(text)) <= len(text) + 2
