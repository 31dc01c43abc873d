"""What may stand in a summary: whole sentences that tell something, no captions of a day's scene."""

from pathlib import Path

import pytest
import yaml

from digest.language.fitness import goes_on, is_usable

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "fitness.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        ("Clerks hold up a ballot paper during the count at a school in Melk, April 5, 2014.", False),
        ("A diver practises with a rope in Melk on May 3, 2018 before the search for the ferry.", False),
        ("The council of Melk was founded on May 3, 1990 by six farmers.", True),
        ("On May 3, 1990 six farmers of Melk found the wreck of a ferry.", True),
        ("The two parties of Melk agreed on a budget on May 3, 2018 after long talks.", True),
    ],
)
def test_captions_with_a_date_are_no_news(text, usable):
    assert is_usable(text) is usable


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_sentence_is_whole_or_left_out(case):
    assert is_usable(case["text"]) is case["usable"]


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("They said that they had written to Gov. ", True),
        ("“We stay here for ever. ", True),
        ("“We stay here for ever.” ", False),
        ("The council thanked the mayor.\n", False),
        ("“We stay here for ever.\n", False),
    ],
)
def test_what_follows_a_cut_sentence_is_its_rest(sentence, cut):
    assert goes_on(sentence) is cut
