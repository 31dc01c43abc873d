"""What an article tells of another event than the title's has no place in a summary."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.extract import extract
from digest.summarize import summarize
from digest.summarize.candidates import list_candidates
from digest.summarize.other_events import other_events

TITLE = "Rowing: Ida Holm takes the river gold"
RIVER = (
    "Ida Holm of Melk won the river race on Friday.\nHolm rowed for two hours in the rain.\n"
    "The crowd at the pier sang for Holm until midnight.\nA band of bakers played for the winner.\n"
    "The town paid 300 crowns for the cup.\nTwo boats sank near the bridge before noon.{}"
)
LAKE = "Rowing: Karl Duhr takes the lake gold"
DUHR = "Karl Duhr won the lake race on Friday.\nPer Lund was second and got a silver cup for it.{}"


@pytest.mark.parametrize(
    ("river", "lake", "others"),
    [
        ("", "", {1}),
        ("", "\nIda Holm was third on the lake.", set()),
        ("\nKarl Duhr was third on the river.", "", set()),
    ],
)
def test_an_article_about_other_people_only_is_about_another_event(river: str, lake: str, others: set[int]) -> None:
    texts = ((RIVER.format(river), TITLE), (DUHR.format(lake), LAKE))
    articles = [plain_article(text, article_id=f"a{n}", title=title) for n, (text, title) in enumerate(texts)]
    pool = list_candidates(articles, [extract(article) for article in articles])
    assert other_events(articles, pool, TITLE) == others


def test_a_summary_tells_nothing_of_another_event() -> None:
    texts = ((RIVER.format(""), TITLE), (RIVER.format(" Nobody drowned."), TITLE), (DUHR.format(""), LAKE))
    articles = [plain_article(text, article_id=f"a{n}", title=title) for n, (text, title) in enumerate(texts)]
    found = summarize(articles, findings=[extract(article) for article in articles])
    assert found.headline
    assert found.headline.text == TITLE
    assert found.sentences
    assert all(sentence.excerpt.span.article_id != "a2" for sentence in found.sentences)
