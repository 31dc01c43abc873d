"""`benchmarks/origins.py` makes its corpus, and its figures are what the method's page says they are about."""

from __future__ import annotations

from origins import corpus, ours, score


def test_copies_are_found_and_what_is_no_copy_is_not():
    made = corpus(60)
    assert made == corpus(60)
    found = score(made, ours(made))
    assert found.precision >= 0.97
    assert found.recall >= 0.97


def test_the_corpus_holds_every_kind():
    assert {"original", "whole", "cut", "own lead", "reworded", "trimmed", "independent", "merged", "quoting"} <= {
        article.kind for article in corpus(60)
    }
