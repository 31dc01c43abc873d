"""What a story is known by: the weightiest words of its articles, with the articles that have them."""

from __future__ import annotations

from digest.clean.lines import plain_article
from digest.cluster import cluster_articles
from digest.model import Cluster

STORM = [
    "Ferries crash at Kilronan quay\nTwo ferries crashed into the quay of Kilronan. Pilots had warned of the swell.",
    "Quay of Kilronan closed\nThe quay of Kilronan is closed after two ferries crashed. A school took passengers in.",
    "Kilronan ferries\nKilronan counts its ferries after the crash. On 14 boats nobody slept.",
]


def told(*texts: str) -> Cluster:
    articles = [
        plain_article(text.partition("\n")[2], article_id=str(number), title=text.partition("\n")[0])
        for number, text in enumerate(texts)
    ]
    together = [("0", article.id) for article in articles[1:]]
    (cluster,) = cluster_articles(articles, must_link=together)
    return cluster


def test_a_word_marks_a_story_if_at_least_half_of_the_articles_have_it() -> None:
    marks = {mark.term: mark for mark in told(*STORM).marks}
    assert {"Kilronan", "ferries", "quay"} <= marks.keys()
    assert not {"swell", "school", "slept"} & marks.keys()
    assert marks["Kilronan"].is_name
    assert marks["Kilronan"].articles == ("0", "1", "2")
    assert marks["quay"].articles == ("0", "1")


def test_an_article_alone_is_known_by_its_own_words_and_shares_none() -> None:
    alone = told(STORM[2])
    assert alone.terms == ()
    assert {"kilronan", "ferries"} <= {
        mark.term for mark in alone.marks
    }  # a capital that opens a sentence says nothing
    assert not [mark for mark in alone.marks if mark.term[0].isdigit()]


def test_an_article_without_words_is_known_by_nothing() -> None:
    assert told("\n").marks == ()
