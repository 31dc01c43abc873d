"""Two sentences tell the same by what they tell, not by the names of those whom they are about."""

from pathlib import Path

import pytest
import yaml

from digest.language.telling import Telling, says

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "telling.yml").read_text("utf-8"))


@pytest.mark.parametrize("pair", CASES["pairs"], ids=str)
def test_tells_the_same(pair):
    story = CASES["story"]
    telling = Telling(story)
    assert telling.same(story[pair["one"]], story[pair["other"]]) is pair["same"]
    assert telling.same(story[pair["other"]], story[pair["one"]]) is pair["same"]


def test_a_sentence_tells_the_same_as_itself():
    telling = Telling(CASES["story"])
    assert all(telling.same(text, text) for text in CASES["story"])


def test_what_stands_beside_the_main_thing_is_not_told():
    one = "Ida Holm opened the school of Port Sand, where a ferry with sailors sank in a storm."
    other = "A ferry with twelve sailors sank in a storm off Port Sand on Monday."
    telling = Telling((*CASES["story"], one, other))
    assert not telling.is_main(one, other)
    assert telling.is_main(other, one)


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("Mayor Ida Holm said on Friday that the ferry was safe.", True),
        ("Ida Holm warned that the ferry was old.", True),
        ("However, Ida Holm told the council on Friday that the ferry was old.", True),
        ("Sailors left, and the mayor said that the ferry was safe.", False),
        ("The ferry that sank was old.", False),
    ],
)
def test_a_sentence_that_tells_what_was_said(text, speech):
    assert says(text) is speech
