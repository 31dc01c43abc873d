"""A sentence that opens with somebody's words says whose they are, or is left out."""

import pytest

from digest.clean.lines import plain_article
from digest.extract import extract
from digest.summarize.candidates import list_candidates
from digest.summarize.voiceless import lacks_speaker


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("“We will not leave the harbour,” referring to the day when Karl Duhr called it a ruin.", True),
        ("“We will not leave the harbour,” with a picture of the old crane.", True),
        ("“We will not leave the harbour,” the mayor of Melk said after Karl Duhr called it a ruin.", False),
        ("“We will not leave the harbour,” according to Mayor Ida Holm.", False),
        ("“The Long Road Home” opened in Melk after a week of rain.", False),
        ("“Calm,” as the ferry is known, sank in the harbour of Melk.", False),
        ("The mayor said “we will not leave the harbour,” referring to the ruin.", False),
    ],
)
def test_words_without_a_speaker_are_known(text, lacks):
    assert lacks_speaker(text) is lacks


def test_a_speaker_whom_the_extractor_finds_is_enough():
    article = plain_article("“We will not leave the harbour,” Ida Holm tweeted on Friday.", article_id="a")
    (found,) = list_candidates([article], [extract(article)])
    (bare,) = list_candidates([article])
    assert found.lean is None
    assert bare.lean is not None
