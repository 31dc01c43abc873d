"""Sentences made of one pattern, in any number, cost a bounded number of looks."""

from __future__ import annotations

from digest.clean import plain_article
from digest.compare import agreements, compare
from digest.extract import extract


def test_sentences_of_one_pattern_are_looked_at_a_bounded_number_of_times(monkeypatch):
    looked = []
    members = agreements._members
    monkeypatch.setattr(agreements, "_members", lambda *given: looked.append(1) or members(*given))
    places = ("harbour", "market", "library", "station", "orchard")
    articles = [
        plain_article(
            " ".join(
                f"The {places[(a + s) % 5]} council opened {s} new gates and {a} lamps near the {places[s % 5]} wall."
                for s in range(20)
            ),
            article_id=f"a{a:02d}",
            title="",
        )
        for a in range(12)
    ]
    compare(articles, [extract(article) for article in articles])
    assert 0 < len(looked) <= agreements.TRIES
