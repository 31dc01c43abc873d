"""What sentences have in common is told in whole words and names, and never in pieces of them."""

from __future__ import annotations

import pytest
from compare.test_figure_rows import article

from digest.compare.sentences import body_lines
from digest.compare.shared import all_have, shared_terms
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
    "two words with a capital are one name where all have them side by side": (
        "The Harbour Club Fund of New Arden sold boats.",
        "Boats anger the old Harbour Fund in New Melk.",
        {"Harbour", "Fund"},
        {"Harbour Fund", "New"},
    ),
    "a party and a state say whose member somebody is": (
        "Rep. Mia Roth, D-Calif., wants ferry permits abolished.",
        "The ferry permits anger Mia Roth (D-Calif.).",
        {"Mia Roth", "ferry permits"},
        {"D-Calif", "Calif"},
    ),
}


@pytest.mark.parametrize(("first", "second", "told", "left"), CASES.values(), ids=CASES.keys())
def test_what_is_in_common_is_whole(first: str, second: str, told: set[str], left: set[str]) -> None:
    articles = [article(key, text) for key, text in (("a", first), ("b", second))]
    lines = body_lines(articles, [extract(one) for one in articles], ())
    found = set(shared_terms(lines))
    assert told <= found
    assert not left & found


def test_what_only_some_articles_have_is_not_in_common() -> None:
    texts = ("Eight ferries sank in Melk.", "In Melk 8 ferries were lost.", "Melk lost its ferries.")
    articles = [article(str(n), text) for n, text in enumerate(texts)]
    lines = body_lines(articles, [extract(one) for one in articles], ())
    assert all_have(("eight ferries", "Melk"), lines[:2]) == ("eight ferries", "Melk")
    assert all_have(("ferries", "eight", "Melk"), lines) == ("ferries", "Melk")
