"""What is written in two ways may be one number; what cannot be is a conflict."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.compare.amounts import REACHES, bounds_alike, compatible, reach, same_number
from digest.extract import extract
from digest.model import Figure

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "amounts.yml").read_text(encoding="utf-8"))


def figure(written: object) -> Figure:
    (found,) = extract(plain_article(f"They paid {written} euros for it.", article_id="a")).figures
    return found


@pytest.mark.parametrize(("one", "other", "can_be"), CASES)
def test_amounts_that_can_be_one(one, other, can_be):
    assert compatible(figure(one), figure(other)) is can_be
    assert compatible(figure(other), figure(one)) is can_be


@given(st.integers(1, 10**6), st.sampled_from([None, *REACHES]))
def test_a_number_is_always_compatible_with_itself(value, qualifier):
    plain = figure(40)
    rough = Figure(excerpt=plain.excerpt, sentence=0, value=plain.value * value, unit="EUR", qualifier=qualifier)
    assert same_number(rough, rough)
    low, high = reach(rough)
    assert low <= rough.value <= high


def test_two_bounds_of_one_side_do_not_settle_each_other():
    assert bounds_alike(figure("at least 40"), figure("more than 43"))
    assert not bounds_alike(figure("at least 40"), figure("up to 43"))
