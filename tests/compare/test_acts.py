"""Articles that introduce the same words by different verbs, each by one of its own."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract

SAID = "Ida Holm, the mayor, {} that “the old pier of Port Sand will stand for another forty winters”."
AGAIN = "“The old pier of Port Sand will stand for another forty winters,” Holm told the council."


def cues(*texts: str) -> list[str]:
    articles = [plain_article(text, article_id=f"a{at}", title=f"Title {at}") for at, text in enumerate(texts)]
    found = compare(articles, [extract(article) for article in articles]).wording
    return [variant.phrase for wording in found for variant in wording.variants if wording.about.startswith("words of")]


@pytest.mark.parametrize(("more", "told"), [("", ["claimed", "said"]), (f"\n\n{AGAIN}", [])])
def test_an_article_with_both_verbs_prefers_neither(more: str, told: list[str]) -> None:
    assert cues(SAID.format("claimed") + more, SAID.format("said")) == told


SAME = "Ida Holm {} that “the old pier of Port Sand will stand for another forty winters”."
SCRAP = {
    "a scrap in the article's own words": "Ida Holm vowed that no “winter” would harm the “old pier” of the town.",
    "two words": "Ida Holm denounced the plans of the council for the “old pier”.",
}


@pytest.mark.parametrize("scrap", SCRAP.values(), ids=SCRAP.keys())
def test_a_verb_before_other_words_is_no_wording_of_these(scrap: str) -> None:
    assert cues(SAME.format("said"), scrap) == []


def test_what_is_said_of_one_word_in_the_same_sentence_may_be_compared() -> None:
    said = "The show was the perfect chance to prove that mayors are “normal”, Ida Holm said."
    claimed = "Ida Holm claimed in a letter that her song was the perfect chance to prove that mayors were “normal”."
    assert cues(said, claimed) == ["said", "claimed"]


def test_two_quotations_of_one_speaker_are_named_by_their_words() -> None:
    texts = [
        f"Ida Holm {first} that “the old pier of Port Sand will stand for another forty winters”.\n\n"
        f"Ida Holm {second}, “Nobody who sails can live without a lamp at night.”"
        for first, second in (("claimed", "said"), ("said", "warned"))
    ]
    articles = [plain_article(text, article_id=f"a{at}", title=f"Title {at}") for at, text in enumerate(texts)]
    found = compare(articles, [extract(article) for article in articles]).wording
    assert sorted(wording.about for wording in found) == [
        "words of Ida Holm: “Nobody who sails can live …”",
        "words of Ida Holm: “the old pier of Port …”",
    ]
