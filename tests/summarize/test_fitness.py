"""What may stand in a summary: whole sentences that tell something, no captions of a day's scene."""

import pytest

from digest.summarize.fitness import is_usable


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
