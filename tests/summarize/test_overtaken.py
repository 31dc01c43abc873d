"""What somebody asks for or plans gives way to the sentence that tells it as done."""

import pytest

from digest.clean.lines import plain_article
from digest.summarize.overtaken import done_first, is_done

SIGNED = "Mayor Ida Holm signed the harbour bill of the council of Melk on Friday."


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("Friends of the harbour are calling on Mayor Ida Holm to sign the harbour bill.", True),
        ("Mayor Ida Holm is expected on Friday to sign a bill that the council passed.", True),
        ("The fishermen hoped that Mayor Holm would sign the bill.", True),
        ("Mayor Ida Holm has no plans to sign the harbour bill.", False),
        ("Mayor Ida Holm, whom fishermen had called on to sign the bill, signed it.", False),
        ("Friends of the harbour are calling on Karl Duhr to sign the bill.", False),
        ("The council of Melk voted for the harbour bill on Thursday.", False),
        ("The fishermen called on Mayor Holm to return to Melk.", False),
    ],
)
def test_a_plan_is_overtaken_by_the_deed_of_the_same_one(sentence, done):
    told = done_first([plain_article(SIGNED, article_id="told", title="Harbour")])
    assert is_done(sentence, told, language="en") is done


def test_a_headline_tells_what_another_asks_for():
    asking = plain_article("It rains.", article_id="asks", title="Fishermen press Ida Holm to sign bill")
    telling = plain_article("It rains.", article_id="tells", title="Ida Holm Signs Harbour Bill")
    sentence = "Fishermen are pressing Mayor Holm to sign the bill."
    assert is_done(sentence, done_first([asking, telling]), language="en")
    assert not is_done(sentence, done_first([asking]), language="en")
