"""Two sentences tell the same by what they tell, not by the names of those whom they are about."""

from pathlib import Path

import pytest
import yaml

from digest.language.telling import Telling

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
