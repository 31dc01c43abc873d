"""Sentences made of a few patterns, in any number, cost a bounded number of looks."""

from __future__ import annotations

from telling import made_up, read

from digest.compare import agreements, compare


def test_sentences_of_a_few_patterns_are_looked_at_a_bounded_number_of_times(monkeypatch):
    """Without the bound these twenty articles cost more than two hundred looks, two hundred of them any number."""
    looked = []
    members = agreements._members
    monkeypatch.setattr(agreements, "_members", lambda *given: looked.append(1) or members(*given))
    articles, findings, origins = read(next(made_up(1, 20)))
    compare(articles, findings, origins=origins)
    assert 0 < len(looked) <= agreements.TRIES
