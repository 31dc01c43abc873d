"""A sentence that two others tell together is told already."""

from digest.clean.lines import plain_article
from digest.summarize.candidates import list_candidates
from digest.summarize.together import told_together

RESIGNED = "Mayor Ida Holm resigned on Friday because of the broken ferry in the harbour of Melk."
THEFT = "A court in Bern had accused the mayor of theft from a fund for widows of sailors."


def places(*sentences: str) -> list[int]:
    return [*told_together(list_candidates([plain_article("\n\n".join(sentences), article_id="a")]))]


def test_what_two_tell_together_is_no_news():
    assert places(RESIGNED, THEFT, "Holm, accused of theft from widows, resigned because of the ferry.") == [2]


def test_who_tells_it_hides_nothing():
    told = (
        "A spokesman for the sailors' widows told Radio Lusa that Holm resigned in Melk because of theft from a fund."
    )
    assert places(RESIGNED, THEFT, told) == [2]


def test_what_has_news_of_its_own_stays():
    assert places(RESIGNED, THEFT, "Fishermen want Karl Duhr to lead the council until the spring election.") == []


def test_a_new_name_or_number_asks_for_more():
    told = "Holm, the mayor accused of theft from widows, is {} and resigned in Melk because of a storm in Oran."
    assert places(RESIGNED, THEFT, told.format("68")) == []


def test_of_a_pair_other_rules_judge():
    assert places(RESIGNED, RESIGNED) == []


def test_a_number_that_only_describes_a_thing_is_none_of_its_own():
    told = "Mayor Holm resigned because of theft from a fund for {} widows of sailors in a storm near the pier."
    assert places(RESIGNED, THEFT, told.format("40-year")) == [2]
    assert places(RESIGNED, THEFT, told.format("40")) == []
