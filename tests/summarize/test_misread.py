"""A sentence that speaks of "the board" must not be taken for one of another board."""

from digest.clean.lines import plain_article
from digest.summarize.candidates import list_candidates
from digest.summarize.misread import misread

TEXT = (
    "The Harbour Board of Melk sold an old pier to Ida Holm.",
    "The School Board of Melk met on the day after that.",
    "The board voted for a new hall with a tall tower.",
)


def test_a_body_of_a_sentence_that_is_left_out_is_taken_for_another():
    pool = list_candidates([plain_article("\n\n".join(TEXT), article_id="a")])
    assert [*misread([pool[0], pool[2]], pool)] == [1]
    assert not [*misread(pool, pool)]
    assert not [*misread([pool[2]], pool)]
