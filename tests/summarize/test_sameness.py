"""Two sentences that say the same are known, and most that only look so are not taken for the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import plain_article
from digest.summarize import summarize
from digest.summarize.candidates import Candidate, list_candidates
from digest.summarize.sameness import Likeness, say_same, too_near

PAIRS = yaml.safe_load((Path(__file__).parent / "sameness.yml").read_text(encoding="utf-8"))
EVERY = [pair for half in PAIRS.values() for pair in half]


def candidates(pair: dict[str, Any]) -> tuple[Candidate, ...]:
    return list_candidates([plain_article(pair[key], article_id=key) for key in ("one", "other")])


def test_there_are_a_hundred_pairs_as_many_of_each_kind_in_both_halves() -> None:
    assert [(len(half), sum(pair["same"] for pair in half)) for half in PAIRS.values()] == [(50, 25), (50, 25)]


@pytest.mark.parametrize("pair", [pair for pair in EVERY if pair["same"]], ids=lambda pair: pair["one"][:40])
def test_no_summary_holds_both_sentences_of_a_pair_that_says_the_same(pair: dict[str, Any]) -> None:
    assert too_near(Likeness(candidates(pair)))[0, 1]
    articles = [plain_article(pair[key], article_id=key) for key in ("one", "other")]
    assert len(summarize(articles, limit=2).sentences) < 2


@pytest.mark.parametrize(("half", "precision", "recall"), [("open", 0.9, 0.8), ("held", 0.9, 0.9)])
def test_few_pairs_are_taken_for_the_same_that_are_not(half: str, precision: float, recall: float) -> None:
    judged = [(bool(say_same(Likeness(candidates(pair)))[0, 1]), pair["same"]) for pair in PAIRS[half]]
    right = sum(found and same for found, same in judged)
    assert right / sum(found for found, _ in judged) >= precision
    assert right / sum(same for _, same in judged) >= recall


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([pair[key] for pair in EVERY for key in ("one", "other")]), min_size=2, max_size=6))
def test_sameness_goes_both_ways_and_a_sentence_is_the_same_as_itself(sentences: list[str]) -> None:
    articles = [plain_article(text, article_id=f"a{n}") for n, text in enumerate(sentences)]
    same = say_same(Likeness(list_candidates(articles)))
    assert (same == same.T).all()
    assert same.diagonal().all()
