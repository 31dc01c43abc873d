"""A deed that a sentence far down speaks of as known is one that its article told of near before."""

from __future__ import annotations

import pytest
from render.test_render_figures import told

from digest.render.recalled import FIRST, is_another

LAST = "Norland, which helped in the evacuation, said 800 sailors live in Lund."


@pytest.mark.parametrize(
    ("before", "last", "another"),
    [
        ("Sailors of other states left through the harbour.", LAST, True),
        ("Lund was evacuated by the harbour.", LAST, False),
        ("Sailors left through the harbour.", LAST.replace("the evacuation", "the evacuation of Lund"), False),
        ("Sailors left through the harbour.", LAST.replace("evacuation", "harbour"), False),
    ],
)
def test_a_deed_of_which_no_sentence_near_tells_is_another(before: str, last: str, another: bool):
    text = "\n\n".join(("Port Lund was evacuated.", *["Cows slept in Bern."] * FIRST, before, last))
    (article,) = told(text).articles
    assert is_another(article, article.sentences[-1].index) is another


def test_near_the_beginning_all_is_of_one_event():
    (article,) = told(f"Cows slept in Bern.\n\n{LAST}").articles
    assert not is_another(article, article.sentences[-1].index)
