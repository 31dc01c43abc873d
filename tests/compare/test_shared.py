"""What sentences have in common is told in whole words and names, and never in pieces of them."""

from __future__ import annotations

import pytest
from compare.test_figure_rows import article

from digest.compare.sentences import body_lines
from digest.compare.shared import shared_terms
from digest.extract import extract

CASES = {
    "a compound that all have is whole": (
        "The council allowed same-day ferry tickets.",
        "Sellers want same-day ferry tickets.",
        {"same-day ferry tickets"},
        {"day ferry tickets"},
    ),
    "halves of two compounds are nothing in common": (
        "Ito wants small-boat permits abolished.",
        "Roth wants large-boat permits abolished.",
        {"permits abolished"},
        {"boat permits", "small-boat permits"},
    ),
    "an abbreviation belongs to its name": (
        "Ferries left St. Albin before the flood.",
        "A flood came to St. Albin.",
        {"St. Albin", "flood"},
        {"St", "Albin"},
    ),
    "a title alone tells nothing": (
        "Vice Mayor Ito opened the lighthouse.",
        "Roth, the Vice Chancellor, saw the lighthouse.",
        {"lighthouse"},
        {"Vice"},
    ),
}


@pytest.mark.parametrize(("first", "second", "told", "left"), CASES.values(), ids=CASES.keys())
def test_what_is_in_common_is_whole(first: str, second: str, told: set[str], left: set[str]) -> None:
    articles = [article(key, text) for key, text in (("a", first), ("b", second))]
    lines = body_lines(articles, [extract(one) for one in articles], ())
    found = set(shared_terms(lines))
    assert told <= found
    assert not left & found
